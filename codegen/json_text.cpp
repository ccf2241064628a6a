#include "json_text.hpp"

#include <fmt/format.h> // fmt::format

#include <utility> // std::move

namespace rollcall::codegen {

namespace {

constexpr std::size_t spaces_per_level = 2;

std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (const char character : text) {
        if (character == '"' || character == '\\')
            result += {'\\', character};
        else if (character == '\n')
            result += "\\n";
        else if (character == '\t')
            result += "\\t";
        else if (static_cast<unsigned char>(character) < 0x20)
            result += fmt::format("\\u{:04x}", static_cast<unsigned>(character));
        else
            result += character;
    }
    return result + '"';
}

void append(std::string& text, const json_node& node, std::size_t level)
{
    switch (node.kind) {
    case json_kind::null:
        text += "null";
        return;
    case json_kind::boolean:
        text += node.boolean ? "true" : "false";
        return;
    case json_kind::number:
        text += node.text;
        return;
    case json_kind::string:
        text += quoted(node.text);
        return;
    case json_kind::array:
    case json_kind::object:
        break;
    }
    const bool is_object = node.is_object();
    text += is_object ? '{' : '[';
    for (const auto& child : node.children) {
        text += &child == &node.children.front() ? "\n" : ",\n";
        text.append((level + 1) * spaces_per_level, ' ');
        if (is_object)
            text += quoted(child.name) + ": ";
        append(text, child, level + 1);
    }
    if (!node.children.empty()) {
        text += '\n';
        text.append(level * spaces_per_level, ' ');
    }
    text += is_object ? '}' : ']';
}

json_node scalar(json_kind kind, std::string text)
{
    json_node node;
    node.kind = kind;
    node.text = std::move(text);
    return node;
}

} // namespace

std::string json_line(const json_node& node)
{
    if (!node.is_object() && !node.is_array()) {
        std::string text;
        append(text, node, 0);
        return text;
    }
    std::string text;
    for (const auto& child : node.children) {
        text += text.empty() ? "" : ", ";
        if (node.is_object())
            text += quoted(child.name) + ": ";
        text += json_line(child);
    }
    return node.is_object() ? '{' + text + '}' : '[' + text + ']';
}

std::string json_text(const json_node& root)
{
    std::string text;
    append(text, root, 0);
    return text + '\n';
}

json_node json_string(std::string_view text)
{
    return scalar(json_kind::string, std::string{text});
}

json_node json_number(std::string text)
{
    return scalar(json_kind::number, std::move(text));
}

json_node json_boolean(bool value)
{
    json_node node;
    node.kind = json_kind::boolean;
    node.boolean = value;
    return node;
}

json_node json_array(std::vector<json_node> items)
{
    json_node node;
    node.kind = json_kind::array;
    node.children = std::move(items);
    return node;
}

json_node json_strings(const std::vector<std::string>& texts)
{
    std::vector<json_node> items;
    items.reserve(texts.size());
    for (const auto& text : texts)
        items.push_back(json_string(text));
    return json_array(std::move(items));
}

json_node json_object(std::initializer_list<json_member> members)
{
    json_node node;
    node.kind = json_kind::object;
    for (const auto& [name, value] : members)
        set_member(node, name, value);
    return node;
}

json_node* find_member(json_node& object, std::string_view name)
{
    return const_cast<json_node*>(std::as_const(object).find(name));
}

void set_member(json_node& object, std::string_view name, json_node value)
{
    value.name = name;
    if (auto* member = find_member(object, name))
        *member = std::move(value);
    else
        object.children.push_back(std::move(value));
}

void remove_member(json_node& object, std::string_view name)
{
    std::erase_if(object.children, [&](const json_node& member) { return member.name == name; });
}

} // namespace rollcall::codegen
