#pragma once

#include <stdexcept> // std::runtime_error

namespace rollcall {

/// Schema files that nothing can be judged by: one is missing or no JSON, refers to what is not there, or says what
/// JSON Schema (draft-07) does not know. The text names the file, the place in it and the reason.
class schema_error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace rollcall
