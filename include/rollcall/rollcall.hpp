#pragma once

// Everything but the second engine (schema_engine.hpp), which needs valijson.

#include <rollcall/model/all.hpp>
#include <rollcall/read.hpp>
#include <rollcall/validate.hpp>
#include <rollcall/write.hpp>
