#include "baton.hpp"

#include <sys/socket.h> // send
#include <unistd.h>     // read

#include <cerrno> // errno

namespace rollcall::bench {

namespace {

constexpr char baton = '.';

}

bool pass_baton(int socket) noexcept
{
    return send(socket, &baton, sizeof baton, MSG_NOSIGNAL) == sizeof baton;
}

bool await_baton(int socket) noexcept
{
    char received = 0;
    ssize_t size = 0;
    do
        size = read(socket, &received, sizeof received);
    while (size < 0 && errno == EINTR);
    return size == sizeof received;
}

} // namespace rollcall::bench
