#include <rollcall/enumeration.hpp>
#include <rollcall/model/meetingEngagementType.hpp>

#include <rollcall/write.hpp>

#include <doctest/doctest.h>

#include <sstream>

using rollcall::model::meetingEngagementType;
using engagement_type = rollcall::enumeration<meetingEngagementType, rollcall::owning>;

TEST_CASE("an enumeration holds a listed member or the text of an unlisted one")
{
    const engagement_type hand = meetingEngagementType::hand;
    CHECK(hand.is_listed());
    CHECK(hand == meetingEngagementType::hand);
    CHECK(hand.unlisted_text().empty());

    const engagement_type foot = engagement_type::unlisted("foot");
    CHECK(!foot.is_listed());
    CHECK(foot.unlisted_text() == "foot");
    CHECK(foot != meetingEngagementType::reaction);
    CHECK(foot == engagement_type::unlisted("foot"));
    CHECK(foot != engagement_type::unlisted("knee"));
    CHECK(foot != hand);
}

TEST_CASE("an enumeration is shown as it is written")
{
    std::ostringstream shown;
    shown << engagement_type{meetingEngagementType::hand} << ' ' << engagement_type::unlisted("foot");
    CHECK(shown.str() == R"("hand" "foot")");
}
