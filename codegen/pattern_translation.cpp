#include "pattern_translation.hpp"

#include <rollcall/pattern.hpp> // pattern

#include <fmt/format.h> // fmt::format

#include <charconv> // std::from_chars
#include <cstddef>  // std::size_t

namespace rollcall::codegen {

namespace {

constexpr std::string_view line_ends = R"(\n\r\x{2028}\x{2029})";
constexpr std::string_view white_space =
    R"(\t\n\x{b}\f\r \x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff})";

class translator {
public:
    explicit translator(std::string_view pattern) : pattern_{pattern} {}

    translated_pattern translate()
    {
        while (at_ < pattern_.size() && result_.problem.empty())
            translate_next();
        if (open_groups_ != 0)
            refuse("has a ( that is not closed");
        if (result_.problem.empty())
            check_as_a_whole();
        return std::move(result_);
    }

private:
    void refuse(std::string problem)
    {
        if (result_.problem.empty())
            result_.problem = std::move(problem);
    }

    void check_as_a_whole()
    {
        try {
            (void)pattern{result_.text};
        } catch (const boost::regex_error&) {
            refuse("is no regular expression, as with a range from a later character to an earlier one");
        }
    }

    [[nodiscard]] std::string_view rest() const { return pattern_.substr(at_); }

    /// Whether what was read last can be repeated.
    void add(std::string_view text, bool repeatable)
    {
        result_.text += text;
        can_repeat_ = repeatable;
    }

    void translate_next()
    {
        const char character = pattern_[at_++];
        switch (character) {
        case '\\':
            return add(escape(false), true);
        case '[':
            return translate_class();
        case '.':
            return add(fmt::format("[^{}]", line_ends), true);
        case '^':
            return add("\\A", false);
        case '$':
            return add("\\z", false);
        case '|':
            return add("|", false);
        case '(':
            return open_group();
        case ')':
            if (open_groups_-- == 0)
                return refuse("has a ) that closes nothing");
            return add(")", true);
        case '*':
        case '+':
        case '?':
            return repeat(std::string(1, character));
        case '{':
            return repeat(count());
        case ']':
        case '}':
            return refuse(
                fmt::format("has a {0} that closes nothing; for the character itself write \\{0}", character));
        default:
            add(std::string(1, character), true);
        }
    }

    void open_group()
    {
        ++open_groups_;
        std::string_view opening = "(";
        for (const std::string_view known : {"?:", "?=", "?!"}) {
            if (rest().starts_with(known))
                opening = known;
        }
        if (opening == "(" && rest().starts_with('?'))
            return refuse("has a group that is none of (…), (?:…), (?=…) and (?!…)");
        if (opening != "(")
            at_ += opening.size();
        add(opening == "(" ? "(" : fmt::format("({}", opening), false);
    }

    /// `{2,3}`, of which the brace is behind.
    std::string count()
    {
        constexpr unsigned most = 1000;
        const auto inside = rest().substr(0, rest().find('}'));
        const auto comma = inside.find(',');
        const auto is_count = [](std::string_view text) {
            unsigned number = 0;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
            return error == std::errc{} && end == text.data() + text.size() && number <= most;
        };
        const bool has_end = comma != std::string_view::npos && comma + 1 != inside.size();
        if (inside.size() == rest().size() || !is_count(inside.substr(0, comma)) ||
            (has_end && !is_count(inside.substr(comma + 1)))) {
            refuse(fmt::format("has a {{ without a count of at most {}; for the character itself write \\{{", most));
            return {};
        }
        at_ += inside.size() + 1;
        return fmt::format("{{{}}}", inside);
    }

    void repeat(std::string quantifier)
    {
        if (!can_repeat_)
            return refuse("repeats what cannot be repeated");
        if (rest().starts_with('?')) {
            ++at_;
            quantifier += '?';
        }
        add(quantifier, false);
    }

    /// What follows a backslash, in a class or outside.
    std::string escape(bool in_class)
    {
        if (at_ == pattern_.size()) {
            refuse("ends with a \\");
            return {};
        }
        const char character = pattern_[at_++];
        const auto set = [&](std::string_view content, bool negated) {
            if (in_class && negated)
                refuse(fmt::format("has \\{} in brackets", character));
            return in_class ? std::string{content} : fmt::format("[{}{}]", negated ? "^" : "", content);
        };
        switch (character) {
        case 'd':
        case 'D':
            return set("0-9", character == 'D');
        case 'w':
        case 'W':
            return set("A-Za-z0-9_", character == 'W');
        case 's':
        case 'S':
            return set(white_space, character == 'S');
        case 't':
        case 'n':
        case 'f':
        case 'r':
            return fmt::format("\\{}", character);
        case 'v':
            return "\\x{b}";
        case 'x':
            return code_point(2);
        case 'u':
            return code_point(4);
        default:
            break;
        }
        constexpr std::string_view punctuation = R"(^$\.*+?()[]{}|/-)";
        if (punctuation.find(character) == std::string_view::npos)
            refuse(fmt::format("has \\{}, which the dialect does not have", character));
        return fmt::format("\\{}", character);
    }

    std::string code_point(std::size_t digit_count)
    {
        const auto digits = rest().substr(0, digit_count);
        constexpr std::string_view hexadecimal = "0123456789abcdefABCDEF";
        const bool is_sound = digits.size() == digit_count && digits.find_first_not_of(hexadecimal) == digits.npos;
        const bool is_surrogate = digit_count == 4 && (digits.starts_with('d') || digits.starts_with('D')) &&
                                  digits.size() > 1 && digits[1] > '7';
        if (!is_sound || is_surrogate)
            refuse("has an escape that is no code point");
        at_ += digits.size();
        return fmt::format("\\x{{{}}}", digits);
    }

    void translate_class()
    {
        std::string text = "[";
        if (rest().starts_with('^')) {
            ++at_;
            text += '^';
        }
        if (rest().starts_with(']'))
            return refuse("has empty brackets");
        while (at_ < pattern_.size() && pattern_[at_] != ']') {
            const char character = pattern_[at_++];
            const auto next = rest().substr(0, 1);
            constexpr std::string_view sets = "dDwWsS";
            const bool is_set = character == '\\' && !next.empty() && sets.find(next) != std::string_view::npos;
            if (is_set &&
                (text.ends_with('-') || (rest().substr(1).starts_with('-') && !rest().substr(1).starts_with("-]"))))
                return refuse("has a range to or from a set");
            // What Boost.Regex takes for the begin of a class by name.
            text += character == '\\' ? escape(true) : character == '[' ? "\\[" : std::string(1, character);
        }
        if (at_ == pattern_.size())
            return refuse("has a [ that is not closed");
        ++at_;
        add(text + ']', true);
    }

    std::string_view pattern_;
    std::size_t at_ = 0;
    std::size_t open_groups_ = 0;
    bool can_repeat_ = false;
    translated_pattern result_;
};

} // namespace

translated_pattern translate_pattern(std::string_view pattern)
{
    return translator{pattern}.translate();
}

} // namespace rollcall::codegen
