#pragma once

#include <string>
#include <string_view>

namespace rollcall {

/// Values that own their text: what a program keeps. The default.
struct owning {
    using string = std::string;
};

/// Values whose text lies in the payload they were read from: what judging uses, and what a program uses that
/// looks at a payload and lets it go. Such a value must not outlive the payload's bytes.
struct borrowed {
    using string = std::string_view;
};

} // namespace rollcall
