#pragma once

#include <iosfwd> // std::ostream
#include <string> // std::string
#include <vector> // std::vector

namespace rollcall::bench {

/// Rows of as many cells as there are columns.
struct table {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows{};
};

/// Writes the table as Markdown with its columns in line, for a terminal as well as to paste. The first column is text,
/// the others stand to the right.
void write(const table& written, std::ostream& out);

/// A number with so many decimals.
[[nodiscard]] std::string decimal(double number, int decimals);

/// A whole number, with commas between its thousands.
[[nodiscard]] std::string grouped(double number);

} // namespace rollcall::bench
