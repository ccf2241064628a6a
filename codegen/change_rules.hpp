#pragma once

#include "verdict.hpp" // verdict

#include <algorithm>   // std::find_if
#include <array>       // std::to_array
#include <stdexcept>   // std::invalid_argument
#include <string_view> // std::string_view

namespace rollcall::codegen {

/// A verdict and one sentence why.
struct reasoned_verdict {
    verdict value;
    std::string_view reason;
};

/// A kind of change.
struct change_rule {
    /// In whole words: `property-removed`.
    std::string_view id;
    std::string_view summary;
    /// Does code that includes the headers still compile and mean the same?
    reasoned_verdict source;
    /// Do old captures still conform (breaking if not), and do old readers read new payloads without a finding (risky
    /// if not; they lose nothing)?
    reasoned_verdict wire;
};

/// Every kind of change that a comparison finds.
inline constexpr auto change_rules = std::to_array<change_rule>({
    {"type-added",
     "A type is new.",
     {verdict::safe, "No code names it yet."},
     {verdict::safe, "No capture holds it yet."}},
    {"type-removed",
     "A type is gone.",
     {verdict::breaking, "Code that names it does not compile."},
     {verdict::breaking, "Captures of it are not known any more."}},
    {"type-renamed",
     "A type has another name: the same service type, or a guess.",
     {verdict::breaking, "Code that uses the old name does not compile."},
     {verdict::safe, "The name of a type in C++ does not stand in a payload."}},
    {"type-shape-changed",
     "An object type, an enumeration or a value of any type became one of the others.",
     {verdict::breaking, "Code that uses the type does not compile."},
     {verdict::breaking, "A value of the one is none of the other."}},
    {"service-type-changed",
     "The service's name of a type, or of a plain value's type, is another one.",
     {verdict::safe, "The type in C++ stays what it was."},
     {verdict::risky, "The service may write the value in another way."}},
    {"discriminator-changed",
     "Payloads name a type in another way.",
     {verdict::safe, "What names a type in a payload is no member in C++."},
     {verdict::breaking, "Old captures name the type as it was called before."}},
    {"base-added",
     "A type has a base where it had none, or another one in between.",
     {verdict::risky, "Code that makes the struct from a list of values puts them elsewhere."},
     {verdict::safe, "What it inherits now is told by rules of its own."}},
    {"base-changed",
     "A type has lost its base, or has another one instead.",
     {verdict::breaking, "Code that takes it for its base does not compile."},
     {verdict::risky, "It is not read any more where its base is; what it inherits is told by rules of its own."}},
    {"key-changed",
     "Other properties tell one object from another.",
     {verdict::safe, "A key is no part of the type in C++."},
     {verdict::risky, "Objects that were the same may now be different ones, or the other way round."}},
    {"type-opened",
     "A closed type takes undeclared properties now.",
     {verdict::safe, "The struct stays what it was."},
     {verdict::risky, "An old reader keeps undeclared properties, but reports them."}},
    {"type-closed",
     "An open type takes no undeclared properties any more.",
     {verdict::safe, "The struct stays what it was."},
     {verdict::breaking, "Old captures with undeclared properties do not conform any more."}},
    {"subtype-added",
     "A union lists another derived type.",
     {verdict::risky,
      "Code that treats all alternatives lacks one, and what was read as an unknown subtype is known now."},
     {verdict::safe, "An old reader keeps it as a subtype that it does not know."}},
    {"subtype-removed",
     "A union does not list a derived type any more.",
     {verdict::breaking, "Code that asks for the subtype does not compile."},
     {verdict::risky, "Old captures hold it; it is read as a subtype that is not known."}},
    {"union-introduced",
     "A property that held one type holds it or types derived from it.",
     {verdict::breaking, "The member's type is a union now."},
     {verdict::safe, "The type itself is still read, and an old reader keeps what a derived one adds as undeclared."}},
    {"union-dissolved",
     "A property that held a type or derived ones holds just the type.",
     {verdict::breaking, "The member's type is no union any more."},
     {verdict::breaking, "Old captures hold derived types, whose properties are undeclared now."}},
    {"property-added",
     "A closed type has another property.",
     {verdict::safe, "Code that does not know it goes on as before."},
     {verdict::risky, "An old reader keeps it as undeclared, but reports it."}},
    {"property-added-to-open-type",
     "An open type has another property.",
     {verdict::risky, "Code that looked for it among the additional properties does not find it there."},
     {verdict::safe, "An old reader keeps it as undeclared, which an open type allows."}},
    {"property-added-required",
     "A type has another property, and it must be there.",
     {verdict::safe, "Code that does not know it goes on as before."},
     {verdict::breaking, "Old captures lack it."}},
    {"property-removed",
     "A closed type lacks a property that it had.",
     {verdict::breaking, "Code that uses the member does not compile."},
     {verdict::breaking, "Old captures hold it, which the type does not allow any more."}},
    {"property-removed-from-open-type",
     "An open type lacks a property that it had.",
     {verdict::breaking, "Code that uses the member does not compile."},
     {verdict::safe, "Old captures hold it, which an open type allows."}},
    {"required-property-removed",
     "A type lacks a property that had to be there.",
     {verdict::breaking, "Code that uses the member does not compile."},
     {verdict::breaking, "An old reader reports that new payloads lack it."}},
    {"property-renamed",
     "A property that is gone and a new one look like the same: a guess.",
     {verdict::breaking, "Code that uses the old member does not compile."},
     {verdict::breaking, "Old captures hold the property under its old name."}},
    {"property-deprecated",
     "The service says that a property will go.",
     {verdict::safe, "The member is still there."},
     {verdict::safe, "Payloads still may hold it."}},
    {"property-moved",
     "A property is inherited now, or not any more.",
     {verdict::risky, "Code that makes the struct from a list of values puts them elsewhere."},
     {verdict::safe, "The same properties are read."}},
    {"member-name-changed",
     "A property or a member of an enumeration is called otherwise in C++.",
     {verdict::breaking, "Code that uses the old name does not compile."},
     {verdict::safe, "In a payload it is called as before."}},
    {"properties-reordered",
     "The properties stand in another order.",
     {verdict::risky, "Code that makes the struct from a list of values means other members, or does not compile."},
     {verdict::safe, "The order in a payload is free."}},
    {"property-type-changed",
     "A property holds values of another type.",
     {verdict::breaking, "The member has another type."},
     {verdict::breaking, "Old captures hold values of the old type."}},
    {"property-type-widened",
     "A property holds numbers of a type that has all of the old ones.",
     {verdict::risky, "Code that puts the member in a variable of the old type loses digits."},
     {verdict::risky, "An old reader reports a number that its type does not hold."}},
    {"property-became-nullable",
     "A property may be null.",
     {verdict::risky, "Code that takes the value for granted meets null."},
     {verdict::risky, "An old reader keeps null, but reports it."}},
    {"property-became-not-null",
     "A property may not be null any more.",
     {verdict::safe, "Code that asks for null goes on as before."},
     {verdict::breaking, "Old captures with null do not conform any more."}},
    {"items-became-nullable",
     "An item of a collection may be null.",
     {verdict::breaking, "The items have another type, which can be null."},
     {verdict::risky, "An old reader reports null among the items."}},
    {"items-became-not-null",
     "An item of a collection may not be null any more.",
     {verdict::breaking, "The items have another type, which cannot be null."},
     {verdict::breaking, "Old captures with null among the items do not conform any more."}},
    {"property-became-required",
     "A property must be there.",
     {verdict::safe, "Code that asks whether it is absent goes on as before."},
     {verdict::breaking, "Old captures that lack it do not conform any more."}},
    {"property-became-optional",
     "A property may be absent.",
     {verdict::risky, "Code that takes the value for granted meets its absence."},
     {verdict::risky, "An old reader reports that it is missing."}},
    {"constraint-tightened",
     "Fewer values are allowed: a bound, a length, a number of items or a format.",
     {verdict::safe, "The member's type stays what it was."},
     {verdict::breaking, "Old captures with values that are excluded now do not conform any more."}},
    {"constraint-loosened",
     "More values are allowed: a bound, a length, a number of items or a format.",
     {verdict::safe, "The member's type stays what it was."},
     {verdict::risky, "An old reader keeps the values that are new, but reports them."}},
    {"enumeration-member-added",
     "An enumeration has another member.",
     {verdict::risky, "Code that treats all members lacks one, and what was read as unlisted text is a member now."},
     {verdict::risky, "An old reader keeps its text, but reports it as unlisted."}},
    {"enumeration-member-removed",
     "An enumeration lacks a member that it had.",
     {verdict::breaking, "Code that names the member does not compile."},
     {verdict::risky, "Old captures hold it; it is kept, but reported as unlisted."}},
    {"enumeration-member-renamed",
     "A member that is gone and a new one look like the same: a guess.",
     {verdict::breaking, "Code that names the old member does not compile."},
     {verdict::risky, "Old captures hold the old text; it is kept, but reported as unlisted."}},
    {"enumeration-members-reordered",
     "The members of an enumeration stand in another order.",
     {verdict::risky, "The members have other values in C++."},
     {verdict::safe, "A payload holds their texts."}},
    {"checks-added",
     "A property, or an item of a collection, is checked by more than its type.",
     {verdict::breaking, "The value has another type, rollcall::checked, which has to be opened by *."},
     {verdict::breaking, "Old captures with values that are excluded now do not conform any more."}},
    {"checks-removed",
     "A property, or an item of a collection, is not checked by more than its type any more.",
     {verdict::breaking, "The value has another type: it is not opened by * any more."},
     {verdict::risky, "An old reader keeps the values that are new, but reports them."}},
    {"checks-changed",
     "The schema of a checked value demands something else.",
     {verdict::safe, "The type in C++ stays what it was."},
     {verdict::risky, "What was right may be wrong now, or the other way round."}},
});

/// The rule of that id, or null.
[[nodiscard]] constexpr const change_rule* find_change_rule(std::string_view id) noexcept
{
    const auto* found =
        std::find_if(change_rules.begin(), change_rules.end(), [&](const change_rule& rule) { return rule.id == id; });
    return found == change_rules.end() ? nullptr : found;
}

/// The rule of that id, which must be one: a misspelt id does not compile.
[[nodiscard]] consteval const change_rule& rule_called(std::string_view id)
{
    // Not by find_change_rule: with the sanitizer for undefined behaviour, g++ takes no pointer's test for null as a
    // constant.
    for (const auto& rule : change_rules) {
        if (rule.id == id)
            return rule;
    }
    throw std::invalid_argument{"no rule is called so"};
}

} // namespace rollcall::codegen
