#pragma once

#include <cstddef>     // std::size_t
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::codegen {

inline constexpr std::size_t columns = 120;

/// `"text"` as a C++ string literal.
[[nodiscard]] std::string string_literal(std::string_view text);

/// A file's text as a C++ expression that reads like the file: a raw string literal wherever one keeps every byte.
[[nodiscard]] std::string text_literal(std::string_view text);

/// A double literal that is exactly the number.
[[nodiscard]] std::string double_literal(double number);

/// The text as lines of a comment, each beginning with `start` (`    /// `). An empty line separates paragraphs.
[[nodiscard]] std::string comment(std::string_view text, std::string_view start);

/// `item, item, item`, in lines that begin with `indent` and have room for `reserve` more characters.
[[nodiscard]] std::string wrapped_list(const std::vector<std::string>& items, std::size_t indent, std::size_t reserve);

} // namespace rollcall::codegen
