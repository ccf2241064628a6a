#include "made_payloads.hpp"
#include "readers.hpp"
#include "written_value.hpp"

#include <rollcall/model/schema_files.hpp>

#include <cstdlib>  // std::strtoull
#include <iostream> // std::cout

// Writes payloads of the service's types, each on a line with the schema file that it is for and what the reader finds,
// so that an engine in another language can judge them, too:  rollcall-write-payloads COUNT SEED
//
// {"schema": "….schema.json", "payload": "…", "findings": [{"rule": "…", "pointer": "…", "found": "…"}, …]}

namespace {

using namespace rollcall;
using namespace rollcall::engines;

std::string line_of(const made_payload& payload, const std::vector<diagnostic>& findings)
{
    std::string line = R"({"schema":)" + quoted(payload.type.name + ".schema.json") + R"(,"payload":)" +
                       quoted(payload.text) + R"(,"findings":[)";
    std::string_view separator;
    for (const diagnostic& one : findings) {
        line += separator;
        line += R"({"rule":)" + quoted(one.rule) + R"(,"pointer":)" + quoted(one.pointer) + R"(,"found":)" +
                quoted(one.found) + '}';
        separator = ",";
    }
    return line + "]}\n";
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 3) {
        std::cerr << "COUNT and SEED, please\n";
        return 2;
    }
    const auto number = [&](int index) { return std::strtoull(arguments[index], nullptr, 10); };
    const schema_outline schema{model::schema_files};
    make_payloads(schema, number(2), number(1), [](const made_payload& payload) {
        std::cout << line_of(payload, attendance_readers().at(payload.type.name)(payload.text));
    });
    std::cout.flush();
    return std::cout ? 0 : 1;
}
