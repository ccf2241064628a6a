#pragma once

#include <rollcall/detail/report_json.hpp>
#include <rollcall/report/report_writer.hpp>

#include <ostream>
#include <string>
#include <string_view>

namespace rollcall {

/// Shows verdicts as NDJSON: a line for each file, the object that a JSON report has in `files`, and at last a line
/// `{"tool", "summary"}` with what the JSON report has there. So reports can be put one behind the other.
class ndjson_report final : public report_writer {
public:
    /// Which program judges.
    ndjson_report(std::ostream& out, std::string_view tool_name, std::string_view tool_version)
        : report_writer{out}, tool_name_{tool_name}, tool_version_{tool_version}
    {
    }

private:
    void write_file(const file_report& file, std::string_view) override
    {
        std::string text;
        json_.append(text, file, 0);
        out() << (text += '\n');
    }

    void write_end() override
    {
        std::string text = "{";
        detail::report_json::append_tool(text, tool_name_, tool_version_);
        detail::append_json_name(text += ", ", "summary");
        json_.append(text, summary(), 0);
        out() << (text += "}\n");
    }

    detail::report_json json_{false};
    std::string tool_name_;
    std::string tool_version_;
};

} // namespace rollcall
