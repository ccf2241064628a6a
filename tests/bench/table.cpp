#include "table.hpp"

#include <algorithm> // std::count_if, std::max
#include <cstddef>   // std::size_t
#include <cstdio>    // std::snprintf
#include <ostream>   // std::ostream

namespace rollcall::bench {

namespace {

/// How many columns of a terminal a text takes: its code points.
std::size_t width_of(const std::string& text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return (byte & '\xC0') != '\x80'; }));
}

} // namespace

void write(const table& written, std::ostream& out)
{
    std::vector<std::size_t> widths;
    for (std::size_t column = 0; column < written.columns.size(); ++column) {
        widths.push_back(width_of(written.columns[column]));
        for (const auto& row : written.rows)
            widths.back() = std::max(widths.back(), width_of(row[column]));
    }
    const auto write_row = [&](const std::vector<std::string>& cells) {
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const std::string padding(widths[column] - width_of(cells[column]), ' ');
            out << "| " << (column == 0 ? cells[column] + padding : padding + cells[column]) << ' ';
        }
        out << "|\n";
    };
    write_row(written.columns);
    for (std::size_t column = 0; column < widths.size(); ++column)
        out << '|' << std::string(widths[column] + 1, '-') << (column == 0 ? '-' : ':');
    out << "|\n";
    for (const auto& row : written.rows)
        write_row(row);
}

std::string decimal(double number, int decimals)
{
    char buffer[64];
    const int size = std::snprintf(buffer, sizeof buffer, "%.*f", decimals, number);
    return {buffer, static_cast<std::size_t>(size)};
}

std::string grouped(double number)
{
    std::string result = decimal(number, 0);
    for (std::size_t position = result.size(); position > 3;)
        result.insert(position -= 3, 1, ',');
    return result;
}

} // namespace rollcall::bench
