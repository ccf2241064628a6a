#pragma once

#include "random_choices.hpp"
#include "schema_outline.hpp"
#include "written_value.hpp"

namespace rollcall::engines {

/// Makes payloads that have nothing wrong in them, as far as the schema goes.
class payload_maker {
public:
    /// Chooses by `random`, which must outlive it.
    explicit payload_maker(random_choices& random) : random_{random} {}

    /// With every property, the required ones alone where types contain each other without end.
    [[nodiscard]] written_value whole(const object_outline& type);
    /// With some properties, in any order, and what else may stand in such an object.
    [[nodiscard]] written_value any(const object_outline& type);
    /// Any JSON value at all.
    [[nodiscard]] written_value anything(std::size_t depth = 0);

private:
    [[nodiscard]] written_value made_object(const object_outline& type, bool names_itself, std::size_t depth);
    [[nodiscard]] written_value made_value(const value_outline& outline, std::size_t depth);
    [[nodiscard]] written_value made_array(const value_outline& outline, std::size_t depth);
    [[nodiscard]] std::string scalar(const value_outline& outline);
    [[nodiscard]] std::string text_of_size(std::size_t minimum, std::size_t maximum);
    [[nodiscard]] std::int64_t some_whole_number(const value_outline& outline);
    [[nodiscard]] std::string whole_number(const value_outline& outline);
    [[nodiscard]] std::string number(const value_outline& outline);
    [[nodiscard]] std::string date();
    [[nodiscard]] std::string date_time();
    [[nodiscard]] std::string uuid();
    [[nodiscard]] std::string digits(std::size_t count);
    [[nodiscard]] std::string two_digits(std::size_t low, std::size_t high);
    void add_unknown_type(written_value& object, const std::string& discriminator);
    void add_undeclared(written_value& object);
    void shuffle(std::vector<written_member>& members);
    [[nodiscard]] std::string spelling_of(const std::string& name);

    random_choices& random_;
    bool everything_ = false;
};

} // namespace rollcall::engines
