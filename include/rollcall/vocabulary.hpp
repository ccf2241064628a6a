#pragma once

// The words that generated types are written in.

#include <rollcall/additional_properties.hpp>
#include <rollcall/box.hpp>
#include <rollcall/date_time.hpp>
#include <rollcall/enumeration.hpp>
#include <rollcall/polymorphic.hpp>
#include <rollcall/property.hpp>
#include <rollcall/schema_of.hpp>
#include <rollcall/storage.hpp>

#include <boost/describe.hpp>
