#include "altered_text.hpp"

#include <algorithm> // std::min
#include <array>     // std::array

namespace rollcall::fuzz {

namespace {

/// What texts of these kinds are made of, and what is at the edge of something.
constexpr std::array<std::string_view, 30> words{"{",
                                                 "}",
                                                 "[",
                                                 "]",
                                                 ",",
                                                 ":",
                                                 "\"",
                                                 "\\",
                                                 "\\u0000",
                                                 "\\ud800",
                                                 "null",
                                                 "true",
                                                 "-0",
                                                 "1e400",
                                                 "2147483648",
                                                 "9223372036854775808",
                                                 "1.0",
                                                 "\"id\":",
                                                 "\"value\":[",
                                                 "\"@odata.type\":",
                                                 "\r\n\r\n",
                                                 "\n",
                                                 "HTTP/1.1 200 OK\r\n",
                                                 "Content-Encoding: gzip\r\n",
                                                 "Transfer-Encoding: chunked\r\n",
                                                 "\xFF",
                                                 "\xEF\xBB\xBF",
                                                 "\xED\xA0\x80",
                                                 "<",
                                                 "&lt;"};

} // namespace

std::string_view text_alterer::part_of(std::string_view text)
{
    constexpr std::size_t longest = 64;
    const std::size_t begin = below(text.size() + 1);
    return text.substr(begin, below(std::min(longest, text.size() - begin) + 1));
}

void text_alterer::alter(std::string& text, std::span<const std::string> others)
{
    const std::size_t place = below(text.size() + 1);
    switch (below(6)) {
    case 0:
        if (place < text.size())
            text[place] = static_cast<char>(below(256));
        break;
    case 1:
        text.erase(place, part_of(text).size());
        break;
    case 2:
        text.insert(place, std::string{part_of(text)});
        break;
    case 3:
        text.insert(place, words[below(words.size())]);
        break;
    case 4:
        text.replace(place, std::min<std::size_t>(below(8), text.size() - place),
                     part_of(others[below(others.size())]));
        break;
    default:
        text.resize(place);
        break;
    }
}

std::string text_alterer::altered(std::string_view text, std::span<const std::string> others)
{
    std::string result{text};
    for (std::size_t count = 1 + below(4); count != 0; --count)
        alter(result, others);
    return result;
}

} // namespace rollcall::fuzz
