#pragma once

#include <rollcall/capture/batch.hpp>
#include <rollcall/capture/capture_error.hpp>
#include <rollcall/capture/curl.hpp>
#include <rollcall/capture/har.hpp>
#include <rollcall/capture/http.hpp>
#include <rollcall/capture/ndjson.hpp>
#include <rollcall/capture/payload.hpp>
#include <rollcall/capture/unwrap_options.hpp>
#include <rollcall/detail/scanner.hpp>
#include <rollcall/detail/text_encoding.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace rollcall::capture {

/// A file's text from where its content shows what it is.
[[nodiscard]] inline std::string_view text_to_recognise(std::string_view file) noexcept
{
    if (constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF"; file.starts_with(byte_order_mark))
        file.remove_prefix(byte_order_mark.size());
    while (!file.empty() && detail::is_space(file.front()))
        file.remove_prefix(1);
    return file;
}

/// What payloads can be wrapped in.
enum class file_kind : std::uint8_t {
    /// The file is the payload.
    plain,
    /// Each line is a payload.
    ndjson,
    /// HTTP responses, one after the other, perhaps with their requests.
    http,
    /// The requests and responses of a session: HAR 1.2.
    har,
    /// What the service answers to requests sent together.
    batch,
    /// What `curl -v` says, with the bodies between.
    curl,
};

/// What a file is by its content. Looks at its first lines.
[[nodiscard]] inline file_kind kind_of(std::string_view file) noexcept
{
    const std::string_view text = text_to_recognise(file);
    if (detail::begins_like_http(text))
        return file_kind::http;
    if (detail::begins_like_har(text))
        return file_kind::har;
    if (detail::begins_like_batch(text))
        return file_kind::batch;
    if (detail::begins_like_curl(text))
        return file_kind::curl;
    return detail::is_ndjson(text) ? file_kind::ndjson : file_kind::plain;
}

/// Takes a file that is the payload.
class plain_reader {
public:
    explicit plain_reader(std::string_view file) noexcept : file_{file} {}

    /// The payload, and then nothing. Throws capture_error where it is compressed.
    [[nodiscard]] std::optional<payload> next()
    {
        if (std::exchange(was_given_, true))
            return std::nullopt;
        if (begins_like_gzip(file_))
            throw capture_error{"the file is compressed (gzip); decompress it"};
        return payload{.bytes = file_, .file = file_, .line = 1};
    }

private:
    std::string_view file_;
    bool was_given_ = false;
};

/// Takes the payloads of a file one by one, whatever they are wrapped in. The file and `options` must last as long; a
/// payload refers to the file, and keeps what it does not have of it.
class payload_reader {
public:
    explicit payload_reader(std::string_view file, file_kind kind, const unwrap_options& options)
        : reader_{make_reader(file, kind, options)}
    {
    }

    /// The next payload in the order of the file, or nothing behind the last one; there is at least one, but in NDJSON
    /// that is blank. Throws capture_error where the payloads cannot be got at.
    [[nodiscard]] std::optional<payload> next()
    {
        return std::visit([](auto& reader) { return reader.next(); }, reader_);
    }

    /// How many responses or entries so far are about something else, and were not taken for payloads.
    [[nodiscard]] std::size_t passed_over() const noexcept
    {
        return std::visit(
            [](const auto& reader) -> std::size_t {
                if constexpr (requires { reader.passed_over(); })
                    return reader.passed_over();
                else
                    return 0;
            },
            reader_);
    }

private:
    using any_reader = std::variant<plain_reader, ndjson_reader, http_reader, har_reader, batch_reader, curl_reader>;

    [[nodiscard]] static any_reader make_reader(std::string_view file, file_kind kind, const unwrap_options& options)
    {
        // Whoever judges says which encoding it is, and what to do.
        if (detail::wide_encoding_of(file))
            return plain_reader{file};
        switch (kind) {
        case file_kind::http:
            return any_reader{std::in_place_type<http_reader>, file, options};
        case file_kind::har:
            return any_reader{std::in_place_type<har_reader>, file, options};
        case file_kind::batch:
            return any_reader{std::in_place_type<batch_reader>, file, options};
        case file_kind::curl:
            return curl_reader{file};
        case file_kind::ndjson:
            return ndjson_reader{file, file};
        case file_kind::plain:
            break;
        }
        return plain_reader{file};
    }

    any_reader reader_;
};

/// What a file holds.
struct unwrapped {
    /// In the order of the file, at least one unless there is an error or the file is blank NDJSON. They refer to the
    /// file's text.
    std::vector<payload> payloads{};
    /// How many responses or entries of the file are about something else, and are not among the payloads.
    std::size_t passed_over = 0;
    /// Why the payloads cannot be got at: with the line, and with what to do.
    std::optional<std::string> error{};
};

/// Finds the payloads of a file of this kind. Never throws on a bad file. All payloads of a large file take memory:
/// `payload_reader` gives them one by one.
[[nodiscard]] inline unwrapped unwrap(std::string_view file, file_kind kind, const unwrap_options& options = {})
{
    unwrapped result;
    payload_reader payloads{file, kind, options};
    try {
        while (auto found = payloads.next())
            result.payloads.push_back(*std::move(found));
        result.passed_over = payloads.passed_over();
    } catch (const capture_error& error) {
        return {.error = error.what()};
    }
    return result;
}

/// The same for a file whose kind its content tells.
[[nodiscard]] inline unwrapped unwrap(std::string_view file)
{
    return unwrap(file, kind_of(file));
}

} // namespace rollcall::capture
