#include "manual_page.hpp"

#include <rollcall/version.hpp> // version

#include <fmt/format.h> // fmt::format

#include <cstddef>     // std::size_t
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::program {

namespace {

/// Text that roff shows as it is.
std::string roff(std::string_view text)
{
    std::string result;
    bool begins_line = true;
    for (const char character : text) {
        if (begins_line && (character == '.' || character == '\''))
            result += "\\&";
        if (character == '\\')
            result += "\\e";
        else if (character == '-')
            result += "\\-";
        else
            result += character;
        begins_line = character == '\n';
    }
    return result;
}

std::string paragraphs(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const std::size_t end = text.find("\n\n");
        result += ".PP\n" + roff(text.substr(0, end)) + '\n';
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
    }
    return result;
}

std::string options_text(const std::vector<listed_option>& options)
{
    std::string result;
    for (const listed_option& option : options) {
        if (option.name.empty())
            continue;
        result += ".TP\n";
        if (!option.short_name.empty())
            result += "\\fB" + roff(option.short_name) + "\\fR, ";
        result += "\\fB" + roff(option.name) + "\\fR";
        if (!option.value.empty())
            result += " \\fI" + roff(option.value) + "\\fR";
        result += '\n' + roff(option.description) + '\n';
    }
    return result;
}

} // namespace

std::string manual_page(const command_page& program, const command_page& command)
{
    return fmt::format(".TH ROLLCALL\\-VALIDATE 1 \"\" \"rollcall {0}\" \"User Commands\"\n"
                       ".SH NAME\nrollcall\\-validate \\- judges attendance payloads of Microsoft Graph\n"
                       ".SH SYNOPSIS\n.B rollcall\\-validate\n[\\fIOPTION\\fR...] [\\fIPATH\\fR...]\n.br\n"
                       ".B rollcall\\-validate {1}\n[\\fIOPTION\\fR...] \\fIREPORT\\fR...\n"
                       ".SH DESCRIPTION\n{2}\n{3}"
                       ".SH OPTIONS\n{4}"
                       ".SH THE COMMAND {1}\n{5}\n{6}{7}",
                       version, command.name, roff(program.description), paragraphs(program.text),
                       options_text(program.options), roff(command.description), paragraphs(command.text),
                       options_text(command.options));
}

} // namespace rollcall::program
