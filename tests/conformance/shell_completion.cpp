#include "shell_completion.hpp"

#include <fmt/format.h> // fmt::format

#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::program {

namespace {

std::string joined(const std::vector<std::string>& words, std::string_view separator = " ")
{
    std::string result;
    for (const std::string& word : words)
        result += (result.empty() ? "" : std::string{separator}) + word;
    return result;
}

/// With a backslash in front of each character that is one of `special`.
std::string escaped(std::string_view text, std::string_view special)
{
    std::string result;
    for (const char character : text) {
        if (special.find(character) != std::string_view::npos)
            result += '\\';
        result += character;
    }
    return result;
}

/// A text in single quotes, for shells of the Bourne family.
std::string in_quotes(std::string_view text)
{
    std::string result = "'";
    for (const char character : text)
        result += character == '\'' ? std::string{"'\\''"} : std::string{character};
    return result + '\'';
}

std::string option_names(const std::vector<listed_option>& options)
{
    std::vector<std::string> names;
    for (const listed_option& option : options)
        if (!option.name.empty())
            names.push_back(option.name);
    return joined(names);
}

/// An option of the command takes the same values as the program's option of that name.
std::string bash_script(const command_page& program, const command_page& command)
{
    std::string cases;
    for (const listed_option& option : program.options) {
        if (option.name.empty())
            continue;
        if (!option.second_words.empty())
            cases += fmt::format("        {0})\n"
                                 "            compopt -o nospace\n"
                                 "            COMPREPLY=($(compgen -W '{1}' -- \"$current\"))\n"
                                 "            return ;;\n"
                                 "        {0}=)\n"
                                 "            COMPREPLY=($(compgen -W '{2}' -- \"$current\"))\n"
                                 "            return ;;\n",
                                 option.name, joined(option.words), joined(option.second_words));
        else if (!option.words.empty())
            cases += fmt::format("        {})\n"
                                 "            COMPREPLY=($(compgen -W '{}' -- \"$current\"))\n"
                                 "            return ;;\n",
                                 option.name, joined(option.words));
        else if (option.takes_file() || option.takes_folder())
            cases += fmt::format("        {})\n"
                                 "            compopt -o filenames\n"
                                 "            mapfile -t COMPREPLY < <(compgen {} -- \"$current\")\n"
                                 "            return ;;\n",
                                 option.name, option.takes_folder() ? "-d" : "-f");
        else if (!option.value.empty())
            cases += fmt::format("        {})\n            return ;;\n", option.name);
    }
    return fmt::format(
        R"(# Completion of rollcall-validate for bash: source this, or put it where bash-completion looks for it.
_rollcall_validate()
{{
    local current=${{COMP_WORDS[COMP_CWORD]}} option=
    COMPREPLY=()
    # Bash takes = for a word of its own, so that --rule ID=LEVEL are four.
    [[ $current == = ]] && current=
    local index=$COMP_CWORD
    [[ ${{COMP_WORDS[index]}} == = ]] && ((++index))
    if [[ ${{COMP_WORDS[index - 1]}} == = && ${{COMP_WORDS[index - 2]}} == --* ]]; then
        option=${{COMP_WORDS[index - 2]}}
    elif [[ ${{COMP_WORDS[index - 1]}} == = && index -gt 2 ]]; then
        option=${{COMP_WORDS[index - 3]}}
        [[ $option == = ]] && option=${{COMP_WORDS[index - 4]}}
        option+==
    else
        option=${{COMP_WORDS[index - 1]}}
    fi
    case $option in
{0}    esac
    if [[ $current == -* && ${{COMP_WORDS[1]}} == {2} ]]; then
        COMPREPLY=($(compgen -W '{3}' -- "$current"))
    elif [[ $current == -* ]]; then
        COMPREPLY=($(compgen -W '{1}' -- "$current"))
    else
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        ((COMP_CWORD == 1)) && COMPREPLY+=($(compgen -W '{2}' -- "$current"))
    fi
}}
complete -F _rollcall_validate rollcall-validate
)",
        cases, option_names(program.options), command.name, option_names(command.options));
}

/// What `_arguments` takes in zsh.
std::string zsh_specifications(const std::vector<listed_option>& options)
{
    std::string result = "_arguments -S \\\n";
    for (const listed_option& option : options) {
        const std::string description = escaped(option.description, "[]:\\");
        const std::string value = escaped(option.value, "[]:\\");
        std::string values;
        if (!option.second_words.empty()) {
            std::vector<std::string> pairs;
            for (const std::string& first : option.words)
                for (const std::string& second : option.second_words)
                    pairs.push_back(first + second);
            values = '(' + joined(pairs) + ')';
        } else if (!option.words.empty()) {
            values = '(' + joined(option.words) + ')';
        } else if (option.takes_folder()) {
            values = "_files -/";
        } else if (option.takes_file()) {
            values = "_files";
        }
        std::string spec;
        if (option.name.empty())
            spec = fmt::format("*:{}:{}", value, values);
        else if (option.value.empty())
            spec = fmt::format("{}[{}]", option.name, description);
        else
            spec = fmt::format("{}{}=[{}]:{}:{}", option.can_be_repeated ? "*" : "", option.name, description, value,
                               values);
        result += "    " + in_quotes(spec) + (&option == &options.back() ? "\n" : " \\\n");
    }
    return result;
}

std::string zsh_script(const command_page& program, const command_page& command)
{
    return fmt::format(
        "#compdef rollcall-validate\n"
        "# Completion of rollcall-validate for zsh: put it as _rollcall-validate into a folder of $fpath.\n"
        "if [[ $words[2] == {0} ]] && (( CURRENT > 2 )); then\n"
        "shift words\n"
        "(( CURRENT-- ))\n"
        "{1}"
        "return\n"
        "fi\n"
        "(( CURRENT == 2 )) && compadd {0}\n"
        "{2}",
        command.name, zsh_specifications(command.options), zsh_specifications(program.options));
}

/// Lines for the options. `condition` is what must hold for them, as fish says it.
std::string fish_lines(const std::vector<listed_option>& options, std::string_view condition)
{
    std::string result;
    for (const listed_option& option : options) {
        if (option.name.empty())
            continue;
        result += fmt::format("complete -c rollcall-validate -n '{}' -l {}", condition, option.name.substr(2));
        if (!option.short_name.empty())
            result += " -s " + option.short_name.substr(1);
        if (!option.second_words.empty()) {
            std::vector<std::string> pairs;
            for (const std::string& first : option.words)
                for (const std::string& second : option.second_words)
                    pairs.push_back(first + second);
            result += " -x -a '" + joined(pairs) + '\'';
        } else if (!option.words.empty()) {
            result += " -x -a '" + joined(option.words) + '\'';
        } else if (option.takes_folder()) {
            result += " -x -a '(__fish_complete_directories)'";
        } else if (option.takes_file()) {
            result += " -r -F";
        } else if (!option.value.empty()) {
            result += " -x";
        }
        result += " -d '" + escaped(option.description, "'\\") + "'\n";
    }
    return result;
}

std::string fish_script(const command_page& program, const command_page& command)
{
    const std::string is_command = fmt::format("__fish_seen_subcommand_from {}", command.name);
    return "# Completion of rollcall-validate for fish: put it as rollcall-validate.fish into a folder of "
           "completions.\n" +
           fmt::format("complete -c rollcall-validate -n __fish_is_first_token -a {} -d '{}'\n", command.name,
                       escaped(command.description, "'\\")) +
           fish_lines(program.options, "not " + is_command) + fish_lines(command.options, is_command);
}

} // namespace

std::string completion_script(shell wanted, const command_page& program, const command_page& command)
{
    switch (wanted) {
    case shell::zsh:
        return zsh_script(program, command);
    case shell::fish:
        return fish_script(program, command);
    case shell::bash:
        break;
    }
    return bash_script(program, command);
}

} // namespace rollcall::program
