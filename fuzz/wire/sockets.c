#include "sockets.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "peer.h"
#include "script.h"

static int refused;

void sockets_refuse(int count)
{
    refused = count;
}

/* The core's sockets; see the Makefile. */
int __wrap_socket(int domain, int type, int protocol);

int __wrap_socket(int domain, int type, int protocol)
{
    int descriptor = peer_open();

    (void)domain;
    (void)type;
    (void)protocol;
    if (descriptor >= 0) {
        script_greet();
    }
    return descriptor;
}

/* The functions below are in place of the C library's, for libcurl, too. What is no connection of the peer
 * goes to the system. */

int connect(int descriptor, const struct sockaddr *address, socklen_t length)
{
    if (peer_connection_of(descriptor) < 0) {
        return (int)syscall(SYS_connect, descriptor, address, length);
    }
    if (refused > 0) {
        refused--;
        errno = ECONNREFUSED;
        return -1;
    }
    return 0;
}

ssize_t send(int descriptor, const void *bytes, size_t length, int flags)
{
    int connection = peer_connection_of(descriptor);
    int unread = 0;
    ssize_t sent;

    if (connection >= 0) {
        (void)ioctl(descriptor, FIONREAD, &unread);
    }
    sent = syscall(SYS_sendto, descriptor, bytes, length, flags, NULL, 0);
    if (connection >= 0 && sent > 0) {
        peer_note_arrival(connection, bytes, (size_t)sent, unread > 0);
    }
    return sent;
}

static int give_address(int port, struct sockaddr *address, socklen_t *length)
{
    struct sockaddr_in loopback;

    memset(&loopback, 0, sizeof(loopback));
    loopback.sin_family = AF_INET;
    loopback.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    loopback.sin_port = htons((uint16_t)port);
    memcpy(address, &loopback, *length < sizeof(loopback) ? *length : sizeof(loopback));
    *length = sizeof(loopback);
    return 0;
}

int getsockname(int descriptor, struct sockaddr *address, socklen_t *length)
{
    int connection = peer_connection_of(descriptor);

    if (connection < 0) {
        return (int)syscall(SYS_getsockname, descriptor, address, length);
    }
    return give_address(PEER_FIRST_CLIENT_PORT + connection, address, length);
}

int getpeername(int descriptor, struct sockaddr *address, socklen_t *length)
{
    if (peer_connection_of(descriptor) < 0) {
        return (int)syscall(SYS_getpeername, descriptor, address, length);
    }
    return give_address(PEER_PORT, address, length);
}
