#pragma once

#include "payload_maker.hpp"

namespace rollcall::engines {

/// Changes a payload somewhere, as nobody would by mistake: whatever value, name or place may come of it.
void mutate_wildly(written_value& payload, payload_maker& maker, random_choices& random);

} // namespace rollcall::engines
