#include "agreement.hpp"
#include "samples.hpp"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include <array>      // std::array
#include <filesystem> // std::filesystem
#include <fstream>    // std::ifstream
#include <iterator>   // std::istreambuf_iterator
#include <random>     // std::mt19937

// On every payload both engines must find the same. Payloads are made by changing good ones in every place.

namespace {

namespace json = boost::json;

/// A change of one value: its JSON text is replaced, or the value is removed, or gets one more member.
struct change {
    enum class kind { replace, remove, add_property, add_annotation } what = kind::replace;
    std::string_view text{};
};

const std::vector<change>& changes()
{
    static const std::vector<change> all = [] {
        std::vector<change> result;
        for (const std::string_view text : {"null",
                                            "true",
                                            "false",
                                            "0",
                                            "-1",
                                            "-0",
                                            "1.0",
                                            "1e3",
                                            "1E-2",
                                            "2147483647",
                                            "2147483648",
                                            "-2147483648",
                                            "-2147483649",
                                            "9223372036854775807",
                                            "9223372036854775808",
                                            "-9223372036854775809",
                                            "18446744073709551616",
                                            "1e400",
                                            "-1e400",
                                            "123456789012345678901234567890",
                                            R"("")",
                                            R"("x")",
                                            R"("a\u0000b")",
                                            R"("2022-06-29T22:54:43Z")",
                                            R"("2022-06-29T22:54:43Z\u0000")",
                                            R"("2023-02-29T08:00:00Z")",
                                            R"("1900-02-29T08:00:00Z")",
                                            R"("2000-02-29T08:00:00Z")",
                                            R"("0000-01-01T00:00:00Z")",
                                            R"("2022-06-29T24:00:00Z")",
                                            R"("2022-06-29T23:59:60Z")",
                                            R"("2022-06-29 22:54:43Z")",
                                            R"("2022-06-29T22:54:43")",
                                            R"("2022-06-29T22:54:43.Z")",
                                            R"("2022-06-29T22:54:43.1234567890123Z")",
                                            R"("2022-04-31T00:00:00+14:00")",
                                            R"("2022-06-29T22:54:43z")",
                                            R"("#microsoft.graph.identity")",
                                            R"("#microsoft.graph.communicationsUserIdentity")",
                                            R"("#microsoft.graph.azureCommunicationServicesUserIdentity")",
                                            R"("#microsoft.graph.communicationsUserIdentity\u0000")",
                                            R"("camera")",
                                            R"("camera\u0000")",
                                            "{}",
                                            "[]",
                                            "[null]",
                                            R"({"a][b": 1, "c/d~e": 2})",
                                            R"([{"durationInSeconds": 1.5}])",
                                            R"({"error": {}})",
                                            R"({"value": 1})"})
            result.push_back({change::kind::replace, text});
        result.push_back({change::kind::remove});
        result.push_back({change::kind::add_property, R"(unknown\"][/~ name)"});
        result.push_back({change::kind::add_property, "value"});
        result.push_back({change::kind::add_property, "@odata.type"});
        result.push_back({change::kind::add_annotation, "id@odata.etag"});
        return result;
    }();
    return all;
}

void collect_pointers(const json::value& value, const std::string& pointer, std::vector<std::string>& pointers)
{
    pointers.push_back(pointer);
    const auto collect_below = [&](const auto& step, const json::value& child) {
        std::string below = pointer;
        rollcall::detail::append_to_pointer(below, step);
        collect_pointers(child, below, pointers);
    };
    if (const json::object* const object = value.if_object())
        for (const auto& member : *object)
            collect_below(std::string_view{member.key().data(), member.key().size()}, member.value());
    if (const json::array* const array = value.if_array())
        for (std::size_t index = 0; index < array->size(); ++index)
            collect_below(index, array->at(index));
}

std::vector<std::string> pointers_of(const json::value& tree)
{
    std::vector<std::string> result;
    collect_pointers(tree, {}, result);
    return result;
}

/// A payload while it is being changed. Texts that a tree cannot hold go in when it is written.
class changed_payload {
public:
    explicit changed_payload(const json::value& tree) : tree_(tree) {}

    /// False when the change does not apply to the value there.
    bool apply(const change& wanted, const std::string& pointer)
    {
        json::error_code error;
        json::value* const value = tree_.find_pointer(pointer, error);
        if (!value)
            return false;
        if (wanted.what == change::kind::replace) {
            *value = "placeholder " + std::to_string(texts_.size());
            texts_.push_back(wanted.text);
            return true;
        }
        if (wanted.what != change::kind::remove)
            return value->is_object() && value->get_object().emplace(wanted.text, 1).second;
        const std::size_t slash = pointer.rfind('/');
        if (slash == std::string::npos)
            return false;
        json::value& container = *tree_.find_pointer(pointer.substr(0, slash), error);
        std::string_view step{pointer};
        step.remove_prefix(slash);
        const std::string name = rollcall::detail::take_step(step);
        if (container.is_object())
            container.get_object().erase(name);
        else
            container.get_array().erase(container.get_array().begin() + std::stol(name));
        return true;
    }

    [[nodiscard]] std::string text() const
    {
        std::string result = json::serialize(tree_);
        for (std::size_t index = 0; index < texts_.size(); ++index) {
            const std::string placeholder = "\"placeholder " + std::to_string(index) + '"';
            if (const std::size_t place = result.find(placeholder); place != std::string::npos)
                result.replace(place, placeholder.size(), texts_[index]);
        }
        return result;
    }

private:
    json::value tree_;
    std::vector<std::string_view> texts_;
};

} // namespace

TEST_CASE("the samples that are changed here have nothing wrong in them")
{
    for (const std::string_view sample : samples::all) {
        CHECK(disagreement(bundled_engine(), sample) == "");
        CHECK(bundled_engine().validate(sample).conforms());
        CHECK(bundled_engine().validate(sample).kind != rollcall::payload_kind::unrecognised);
        CHECK(bundled_engine().check(json::parse(sample), bundled_engine().validate(sample).kind).empty());
    }
}

TEST_CASE("both engines find the same when any one value is changed in any way")
{
    std::size_t with_findings = 0;
    for (const std::string_view sample : samples::all) {
        const json::value tree = json::parse(sample);
        for (const std::string& pointer : pointers_of(tree))
            for (const change& one : changes()) {
                changed_payload payload{tree};
                if (!payload.apply(one, pointer))
                    continue;
                const std::string text = payload.text();
                CHECK(disagreement(bundled_engine(), text) == "");
                with_findings += !bundled_engine().validate(text).diagnostics.empty();
            }
    }
    CHECK(with_findings > 1000);
}

TEST_CASE("both engines find the same when two values are changed at once")
{
    constexpr int rounds = 1000;
    std::mt19937 random{20241212};
    const auto any = [&](std::size_t size) { return std::uniform_int_distribution<std::size_t>{0, size - 1}(random); };
    for (const std::string_view sample : samples::all) {
        const json::value tree = json::parse(sample);
        const std::vector<std::string> pointers = pointers_of(tree);
        for (int round = 0; round < rounds; ++round) {
            changed_payload payload{tree};
            for (int count = 0; count < 2; ++count)
                payload.apply(changes()[any(changes().size())], pointers[any(pointers.size())]);
            CHECK(disagreement(bundled_engine(), payload.text()) == "");
        }
    }
}

TEST_CASE("both engines find the same in texts that are cut off or have a byte changed")
{
    std::mt19937 random{7};
    constexpr std::string_view bytes = "{}[]\",:0e.-x\\\n\x80";
    for (const std::string_view sample : samples::all)
        for (std::size_t offset = 0; offset < sample.size(); offset += 5) {
            std::string changed{sample};
            changed[offset] = bytes[std::uniform_int_distribution<std::size_t>{0, bytes.size() - 1}(random)];
            CHECK(disagreement(bundled_engine(), changed) == "");
            CHECK(disagreement(bundled_engine(), changed, {.lenient = true}) == "");
            CHECK(disagreement(bundled_engine(), sample.substr(0, offset)) == "");
        }
}

TEST_CASE("both engines find the same in every payload of the conformance folder")
{
    namespace fs = std::filesystem;
    std::size_t payloads = 0;
    for (const fs::directory_entry& entry :
         fs::recursive_directory_iterator{fs::path{ROLLCALL_SOURCE_DIR} / "tests/conformance"}) {
        const std::string name = entry.path().filename().string();
        const bool is_capture = name.ends_with(".http");
        if (!entry.is_regular_file() || !(is_capture || name.ends_with(".json")) || name.ends_with(".expected.json"))
            continue;
        std::ifstream file{entry.path(), std::ios::binary};
        std::string text{std::istreambuf_iterator<char>{file}, {}};
        if (is_capture)
            text.erase(0, text.find('{'));
        CAPTURE(entry.path().string());
        CHECK(disagreement(bundled_engine(), text) == "");
        CHECK(disagreement(bundled_engine(), text, {.lenient = true}) == "");
        ++payloads;
    }
    CHECK(payloads >= 7);
}
