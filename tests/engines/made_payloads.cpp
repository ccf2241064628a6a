#include "made_payloads.hpp"

#include "defects.hpp"
#include "payload_maker.hpp"
#include "wild_mutation.hpp"

#include <utility> // std::move

namespace rollcall::engines {

namespace {

class payload_sequence {
public:
    payload_sequence(std::uint64_t seed, const std::function<void(const made_payload&)>& visit)
        : random_{seed}, visit_{visit}
    {
    }

    [[nodiscard]] std::size_t count() const noexcept { return count_; }

    void add_every_defect(const object_outline& type)
    {
        const written_value whole = maker_.whole(type);
        add_valid(type, whole);
        for (const defect& one : defects_of(whole))
            add_broken(type, whole, {&one});
    }

    void add_any(const object_outline& type)
    {
        constexpr int of_each_sort = 3;
        const written_value payload = maker_.any(type);
        add_valid(type, payload);
        const std::vector<defect> defects = defects_of(payload);
        for (int count = 0; count < of_each_sort; ++count) {
            add_wild(type, payload);
            if (defects.empty())
                continue;
            const defect& one = random_.one_of(defects);
            const defect& other = random_.one_of(defects);
            add_broken(type, payload, {&one});
            if (are_apart(one, other))
                add_broken(type, payload, {&other, &one});
        }
    }

private:
    void add_valid(const object_outline& type, const written_value& payload)
    {
        add({payload_sort::valid, type, text_of(payload), std::vector<expected_finding>{}});
    }

    void add_broken(const object_outline& type, const written_value& payload, const std::vector<const defect*>& defects)
    {
        written_value broken = payload;
        std::vector<expected_finding> expected;
        for (const defect* const one : defects) {
            apply(*one, broken);
            expected.push_back({one->rule, one->pointer});
        }
        add({defects.size() == 1 ? payload_sort::one_defect : payload_sort::two_defects, type, text_of(broken),
             std::move(expected)});
    }

    void add_wild(const object_outline& type, const written_value& payload)
    {
        constexpr std::size_t most_mutations = 4;
        written_value mutated = payload;
        for (std::size_t count = random_.between(1, most_mutations); count != 0; --count)
            mutate_wildly(mutated, maker_, random_);
        add({payload_sort::wild, type, text_of(mutated), std::nullopt});
    }

    [[nodiscard]] std::string text_of(const written_value& payload) { return to_text(payload, random_.once_in(8)); }

    void add(const made_payload& payload)
    {
        ++count_;
        visit_(payload);
    }

    random_choices random_;
    payload_maker maker_{random_};
    const std::function<void(const made_payload&)>& visit_;
    std::size_t count_ = 0;
};

} // namespace

void make_payloads(const schema_outline& schema, std::uint64_t seed, std::size_t count,
                   const std::function<void(const made_payload&)>& visit)
{
    payload_sequence sequence{seed, visit};
    for (const object_outline* const type : schema.types())
        sequence.add_every_defect(*type);
    while (sequence.count() < count)
        for (const object_outline* const type : schema.types())
            sequence.add_any(*type);
}

} // namespace rollcall::engines
