#include "type_graph.hpp"

#include <algorithm> // std::min

namespace rollcall::codegen {

namespace {

type_graph graph_of(const type_model& model, bool through_arrays)
{
    type_graph graph;
    for (const auto& type : model.objects) {
        auto& targets = graph[type.get()];
        if (type->base)
            targets.push_back(type->base);
        for (const auto& property : type->properties) {
            if (property.value.kind == value_kind::array && !through_arrays)
                continue;
            for (const auto* target : types_named_by(property.value))
                targets.push_back(target);
        }
    }
    return graph;
}

/// Tarjan's algorithm.
class component_finder {
public:
    explicit component_finder(const type_graph& graph) : graph_{graph}
    {
        for (const auto& [type, targets] : graph)
            visit(type);
    }

    std::map<const object_type*, int> result;

private:
    int visit(const object_type* type)
    {
        const auto [place, is_new] = number_.emplace(type, static_cast<int>(number_.size()));
        const int number = place->second;
        if (!is_new)
            return number;
        int lowest = number;
        open_.push_back(type);
        for (const auto* target : graph_.at(type)) {
            if (!result.contains(target))
                lowest = std::min(lowest, number_.contains(target) ? number_.at(target) : visit(target));
        }
        if (lowest == number) {
            const object_type* member = nullptr;
            while (member != type) {
                member = open_.back();
                open_.pop_back();
                result[member] = number;
            }
        }
        return lowest;
    }

    const type_graph& graph_;
    std::map<const object_type*, int> number_;
    std::vector<const object_type*> open_;
};

} // namespace

std::vector<const object_type*> types_named_by(const value_type& value)
{
    if (value.kind == value_kind::array)
        return types_named_by(*value.items);
    std::vector<const object_type*> result;
    if (value.object)
        result.push_back(value.object);
    result.insert(result.end(), value.derived.begin(), value.derived.end());
    return result;
}

type_graph naming_graph(const type_model& model)
{
    return graph_of(model, true);
}

type_graph holding_graph(const type_model& model)
{
    return graph_of(model, false);
}

std::map<const object_type*, int> components(const type_graph& graph)
{
    return component_finder{graph}.result;
}

} // namespace rollcall::codegen
