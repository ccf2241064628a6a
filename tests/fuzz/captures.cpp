#include "claims.hpp"

#include <rollcall/capture/decompression.hpp>
#include <rollcall/capture/unwrap.hpp>
#include <rollcall/validate.hpp>

namespace rollcall::fuzz {

namespace {

constexpr std::size_t maximum_decompressed_size = 1UL << 20U;

capture::decompressed decompress_little(std::string_view data, capture::compression kind)
{
    return capture::decompress(data, kind, maximum_decompressed_size);
}

} // namespace

void captures(std::string_view text)
{
    using capture::file_kind;
    const capture::unwrap_options options{.decompress = &decompress_little};
    for (const file_kind kind :
         {file_kind::plain, file_kind::ndjson, file_kind::http, file_kind::har, file_kind::batch, file_kind::curl}) {
        const capture::unwrapped found = capture::unwrap(text, kind, options);
        hold(found.error ? !found.error->empty() : !found.payloads.empty() || kind == file_kind::ndjson,
             "there are payloads, or a reason");
        for (const capture::payload& payload : found.payloads)
            for (const diagnostic& finding : validate(payload).diagnostics)
                hold(finding.position.offset <= text.size(), "a place lies in the file");
    }
}

void compressed(std::string_view text)
{
    for (const capture::compression kind : {capture::compression::gzip, capture::compression::deflate}) {
        try {
            hold(decompress_little(text, kind).text.size() <= maximum_decompressed_size, "the limit holds");
        } catch (const capture::capture_error& error) {
            hold(!std::string_view{error.what()}.empty(), "there is a reason");
        }
    }
}

} // namespace rollcall::fuzz
