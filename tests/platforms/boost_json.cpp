// Debian's Boost.JSON is compiled for libstdc++; a program with libc++ compiles its own.
#include <boost/json/src.hpp>
