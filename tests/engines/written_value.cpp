#include "written_value.hpp"

#include <rollcall/detail/json_pointer.hpp>
#include <rollcall/detail/write_string.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <cmath> // std::isinf

namespace rollcall::engines {

namespace {

void append_paths(const written_value& value, member_path& path, std::vector<member_path>& paths)
{
    paths.push_back(path);
    for (std::size_t index = 0; index < value.members.size(); ++index) {
        path.push_back(index);
        append_paths(value.members[index].value, path, paths);
        path.pop_back();
    }
}

class value_writer {
public:
    value_writer(std::string& out, bool on_lines) : out_{out}, on_lines_{on_lines} {}

    void write(const written_value& value)
    {
        if (value.what == written_value::shape::text) {
            out_ += value.text;
            return;
        }
        const bool is_object = value.what == written_value::shape::object;
        out_ += is_object ? '{' : '[';
        ++depth_;
        bool is_first = true;
        for (const written_member& member : value.members) {
            if (!is_first)
                out_ += ',';
            is_first = false;
            break_line();
            if (is_object)
                (out_ += member.spelling) += on_lines_ ? " : " : ":";
            write(member.value);
        }
        --depth_;
        break_line();
        out_ += is_object ? '}' : ']';
    }

private:
    void break_line()
    {
        if (on_lines_)
            (out_ += "\r\n").append(depth_, '\t');
    }

    std::string& out_;
    bool on_lines_;
    std::size_t depth_ = 0;
};

} // namespace

written_value& value_at(written_value& root, const member_path& path)
{
    written_value* value = &root;
    for (const std::size_t index : path)
        value = &value->members.at(index).value;
    return *value;
}

std::string pointer_to(const written_value& root, const member_path& path)
{
    std::string pointer;
    const written_value* value = &root;
    for (const std::size_t index : path) {
        const written_member& member = value->members.at(index);
        if (value->what == written_value::shape::object)
            detail::append_to_pointer(pointer, member.name);
        else
            detail::append_to_pointer(pointer, index);
        value = &member.value;
    }
    return pointer;
}

std::vector<member_path> paths_in(const written_value& root)
{
    std::vector<member_path> paths;
    member_path path;
    append_paths(root, path, paths);
    return paths;
}

std::string quoted(std::string_view text)
{
    std::string result;
    detail::write_string(result, text);
    return result;
}

written_value to_written(const boost::json::value& tree)
{
    written_value result;
    if (const boost::json::object* const object = tree.if_object()) {
        result.what = written_value::shape::object;
        for (const auto& member : *object) {
            const std::string_view name{member.key().data(), member.key().size()};
            result.members.push_back({std::string{name}, quoted(name), to_written(member.value())});
        }
    } else if (const boost::json::array* const array = tree.if_array()) {
        result.what = written_value::shape::array;
        for (const boost::json::value& item : *array)
            result.members.push_back({{}, {}, to_written(item)});
    } else if (tree.is_double() && std::isinf(tree.get_double())) {
        // Boost.JSON reads these and writes "Infinity".
        result.text = tree.get_double() < 0 ? "-1e400" : "1e400";
    } else {
        result.text = boost::json::serialize(tree);
    }
    return result;
}

std::string to_text(const written_value& value, bool on_lines)
{
    std::string result;
    value_writer{result, on_lines}.write(value);
    return result;
}

} // namespace rollcall::engines
