#pragma once

#include "sample_payload.hpp" // sample_payload

#include <rollcall/read.hpp>          // rollcall::read
#include <rollcall/schema_engine.hpp> // rollcall::schema_engine
#include <rollcall/write.hpp>         // rollcall::write

#include <boost/describe/enumerators.hpp> // boost::describe::describe_enumerators
#include <boost/json/parse.hpp>           // boost::json::parse
#include <boost/json/serialize.hpp>       // boost::json::serialize
#include <boost/mp11/algorithm.hpp>       // boost::mp11::mp_size

#include <filesystem> // std::filesystem::path
#include <iostream>   // std::cout
#include <set>        // std::set
#include <string>     // std::string

namespace any_type {

/// Tries the types of a folder of schema files, and tells of those for which something does not hold.
class trial {
public:
    explicit trial(const std::filesystem::path& schema)
        : payloads_{schema}, engine_{rollcall::schema_engine::from_folder(schema)}
    {
    }

    /// Payloads with every property, and with each of them missing or null, are read, judged as the schema engine
    /// judges them and, where they conform, written back unchanged.
    template <class Type>
    void try_object(const std::string& name)
    {
        ++types_;
        const auto whole = payloads_.of(name + ".schema.json");
        try_payload<Type>(name, whole, "with all properties", true);
        for (const auto& property : whole) {
            const std::string property_name{property.key()};
            auto without = boost::json::object{};
            auto with_null = boost::json::object{};
            for (const auto& each : whole) {
                const bool is_changed = each.key() == property.key();
                if (!is_changed)
                    without[each.key()] = each.value();
                with_null[each.key()] = is_changed ? boost::json::value{} : each.value();
            }
            try_payload<Type>(name, without, "without " + property_name, property_name != "@odata.type");
            try_payload<Type>(name, with_null, "with null for " + property_name, false);
        }
    }

    /// Each member of the schema is one in C++.
    template <class Enumeration>
    void try_enumeration(const std::string& name)
    {
        ++types_;
        constexpr auto described = boost::mp11::mp_size<boost::describe::describe_enumerators<Enumeration>>::value;
        if (described != rollcall::schema_of<Enumeration>::members.size())
            report(name, "", "lacks members in C++");
    }

    /// Says what was tried; gives the exit status.
    [[nodiscard]] int finish() const
    {
        std::cout << types_ - failed_.size() << " of " << types_ << " types pass, tried with " << tried_
                  << " payloads\n";
        return failed_.empty() ? 0 : 1;
    }

private:
    template <class Type>
    void try_payload(const std::string& name, const boost::json::object& payload, const std::string& which,
                     bool must_conform)
    {
        ++tried_;
        const auto text = boost::json::serialize(payload);
        const auto result = rollcall::read<Type>(text);
        const bool conforms = result.first_error() == nullptr;
        const auto found = engine_.check(payload, name + ".schema.json");
        const bool conforms_by_schema = std::none_of(
            found.begin(), found.end(), [](const auto& each) { return each.severity == rollcall::severity::error; });
        if (must_conform && !conforms)
            report(name, which, "does not conform: " + result.first_error()->message);
        else if (conforms != conforms_by_schema)
            report(name, which, conforms ? "conforms only as it is read" : "conforms only by the schema");
        else if (conforms && rollcall::write(result.value) != text)
            report(name, which, "is not written back unchanged: " + rollcall::write(result.value));
    }

    void report(const std::string& name, const std::string& which, const std::string& problem)
    {
        failed_.insert(name);
        std::cout << name << ": a payload " << which << ' ' << problem << '\n';
    }

    sample_payloads payloads_;
    rollcall::schema_engine engine_;
    std::size_t types_ = 0;
    std::size_t tried_ = 0;
    std::set<std::string> failed_;
};

} // namespace any_type
