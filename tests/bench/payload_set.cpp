#include "payload_set.hpp"

#include <algorithm> // std::count_if

namespace rollcall::bench {

payload_set::payload_set(const benchmark_case& measured, payload_options options, std::size_t payloads)
    : payloads_(payloads), records_{options.records * payloads}
{
    for (std::string& payload : payloads_) {
        payload = make_payload(options);
        payload.reserve(payload.size() + payload_padding);
        bytes_ += payload.size();
        works_.push_back(measured.prepare(payload));
        ++options.seed;
    }
}

std::size_t payload_set::run() const
{
    return static_cast<std::size_t>(
        std::count_if(works_.begin(), works_.end(), [](const work& each) { return each(); }));
}

} // namespace rollcall::bench
