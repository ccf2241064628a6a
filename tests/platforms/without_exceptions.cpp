// What Boost asks of a program that has no exceptions: what happens where one would be thrown.
#include <boost/throw_exception.hpp>

#include <cstdio>  // std::fputs
#include <cstdlib> // std::abort

namespace boost {

void throw_exception(const std::exception& error)
{
    std::fputs(error.what(), stderr);
    std::abort();
}

void throw_exception(const std::exception& error, const source_location&)
{
    throw_exception(error);
}

} // namespace boost
