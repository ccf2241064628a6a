#include "text_difference.hpp"

#include <fmt/format.h> // fmt::format

#include <algorithm> // std::max, std::min
#include <cstddef>   // std::size_t
#include <cstdint>   // std::uint32_t
#include <vector>    // std::vector

namespace rollcall::codegen {

namespace {

constexpr std::size_t lines_of_context = 3;
constexpr std::size_t largest_table = 16'000'000;

/// A line with its newline, so that a missing one at the end of a file is a difference.
std::vector<std::string_view> lines_of(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto newline = text.find('\n');
        const auto length = newline == std::string_view::npos ? text.size() : newline + 1;
        lines.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return lines;
}

struct edit {
    /// ' ', '-' or '+'.
    char kind;
    std::string_view line;
};

using lines = std::vector<std::string_view>;

/// The shortest way from one to the other, by the table of longest common subsequences.
std::vector<edit> edits_between(const lines& before, const lines& after)
{
    std::vector<edit> edits;
    const auto rows = before.size();
    const auto columns = after.size();
    if ((rows + 1) * (columns + 1) > largest_table) {
        for (const auto line : before)
            edits.push_back({'-', line});
        for (const auto line : after)
            edits.push_back({'+', line});
        return edits;
    }
    std::vector<std::uint32_t> table((rows + 1) * (columns + 1));
    const auto common = [&](std::size_t row, std::size_t column) -> std::uint32_t& {
        return table[row * (columns + 1) + column];
    };
    for (std::size_t row = rows; row-- > 0;) {
        for (std::size_t column = columns; column-- > 0;)
            common(row, column) = before[row] == after[column]
                                      ? common(row + 1, column + 1) + 1
                                      : std::max(common(row + 1, column), common(row, column + 1));
    }
    std::size_t row = 0;
    std::size_t column = 0;
    while (row < rows || column < columns) {
        if (row < rows && column < columns && before[row] == after[column]) {
            edits.push_back({' ', before[row++]});
            ++column;
        } else if (row < rows && (column == columns || common(row + 1, column) >= common(row, column + 1))) {
            edits.push_back({'-', before[row++]});
        } else {
            edits.push_back({'+', after[column++]});
        }
    }
    return edits;
}

std::vector<edit> all_edits(lines before, lines after)
{
    // What is equal at both ends is most of a file, and need not go into the table.
    std::vector<edit> edits;
    std::size_t equal = 0;
    while (equal < before.size() && equal < after.size() && before[equal] == after[equal])
        edits.push_back({' ', before[equal++]});
    before.erase(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(equal));
    after.erase(after.begin(), after.begin() + static_cast<std::ptrdiff_t>(equal));
    lines tail;
    while (!before.empty() && !after.empty() && before.back() == after.back()) {
        tail.push_back(before.back());
        before.pop_back();
        after.pop_back();
    }
    const auto middle = edits_between(before, after);
    edits.insert(edits.end(), middle.begin(), middle.end());
    for (auto line = tail.rbegin(); line != tail.rend(); ++line)
        edits.push_back({' ', *line});
    return edits;
}

/// `@@ -1,3 +1,4 @@` and its lines. `before` and `after` are the lines that precede the hunk in each text.
std::string hunk_text(const edit* first, const edit* last, std::size_t before, std::size_t after)
{
    std::size_t removed = 0;
    std::size_t added = 0;
    std::string body;
    for (const auto* each = first; each != last; ++each) {
        removed += each->kind != '+';
        added += each->kind != '-';
        body += each->kind;
        body += each->line;
        if (!each->line.ends_with('\n'))
            body += "\n\\ No newline at end of file\n";
    }
    return fmt::format("@@ -{},{} +{},{} @@\n{}", removed ? before + 1 : before, removed, added ? after + 1 : after,
                       added, body);
}

} // namespace

std::string text_difference(std::string_view before_name, std::string_view before, std::string_view after_name,
                            std::string_view after)
{
    if (before == after)
        return {};
    const auto edits = all_edits(lines_of(before), lines_of(after));
    std::string result = fmt::format("--- {}\n+++ {}\n", before_name, after_name);
    std::size_t line_before = 0;
    std::size_t line_after = 0;
    std::size_t at = 0;
    const auto next_change = [&](std::size_t from) {
        while (from < edits.size() && edits[from].kind == ' ')
            ++from;
        return from;
    };
    const auto pass = [&](std::size_t until) {
        for (; at < until; ++at) {
            line_before += edits[at].kind != '+';
            line_after += edits[at].kind != '-';
        }
    };
    for (std::size_t change = next_change(0); change < edits.size();) {
        pass(std::max(at, change - std::min(change, lines_of_context)));
        std::size_t end = change;
        while (change < edits.size() && change <= end + 2 * lines_of_context) {
            end = change + 1;
            change = next_change(end);
        }
        end = std::min(end + lines_of_context, edits.size());
        result += hunk_text(edits.data() + at, edits.data() + end, line_before, line_after);
        pass(end);
    }
    return result;
}

} // namespace rollcall::codegen
