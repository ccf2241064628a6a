#pragma once

#include <rollcall/text_position.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace rollcall {

struct joined_page;

namespace capture {

/// How a file holds a body that is not part of its text as it is.
enum class body_encoding : std::uint8_t {
    /// In chunks, each with its size in front (RFC 9112).
    chunks,
    /// As what stands in a JSON string.
    json_string,
    /// In a form that no place can be followed into: compressed, or base64.
    opaque,
};

/// A body as a file holds it.
struct encoded_body {
    body_encoding encoding = body_encoding::opaque;
    /// Part of the file.
    std::string_view text;
    /// Where it begins in the file.
    text_position position;
};

/// A payload as it was found in a file.
struct payload {
    /// The payload itself.
    std::string_view bytes;
    /// The text that lines and columns are counted in; `bytes` is part of it, unless they are `encoded`.
    std::string_view file = bytes;
    /// The number of the line of `file` that begins with `bytes`; 0 when that is to be counted, or they begin no line.
    std::size_t line = 0;
    /// Which of the file's payloads, in words; empty when the file is the payload.
    std::string source{};
    /// The URL it was requested from; empty when that is not known.
    std::string request_url{};
    /// The HTTP status; 0 when that is not known.
    int status = 0;
    /// The number of the file's entry or response that it is, from 1; 0 when the file has no such parts.
    std::size_t entry = 0;
    /// How the file holds `bytes` where it does not hold them as they are.
    std::optional<encoded_body> encoded{};
    /// Keeps `bytes` where they are not part of the file; null where they are.
    std::shared_ptr<const std::string> decoded{};
    /// Why the file does not give the payload, which is empty then: in words, with what to do.
    std::string defect{};
    /// Which page of which collection it is, where pages are judged as one (see joined_pages); else null.
    const joined_page* page = nullptr;
};

} // namespace capture

} // namespace rollcall
