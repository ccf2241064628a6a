#include "claims.hpp"

#include <rollcall/date_time.hpp>

namespace rollcall::fuzz {

void date_times(std::string_view text)
{
    const auto read = date_time::parse(text);
    if (!read)
        return;
    hold(read->text() == text, "the text is the one that was read");
    const date_time in_utc{read->to_time_point()};
    hold(in_utc <= *read && read->since(in_utc) == date_time::ticks{0}, "the moment is the same, cut to 100 ns");
}

} // namespace rollcall::fuzz
