/* A network of two hosts with a delay between them. Each host is a network namespace with a tun device, and
 * this program moves each packet from one device to the other after the delay. It needs root, but no kernel
 * module (netem).
 *
 * usage: delay MICROSECONDS      one way; a round trip takes twice as long
 *
 * When the network is up, prints a line of JSON: the paths of the two namespaces, for nsenter --net=PATH, and
 * the address of each host. Exits when its stdin is closed, which ends the network too. */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

/* Addresses reserved for documentation (RFC 5737): no real host has them. */
#define CLIENT_ADDRESS "192.0.2.2"
#define SERVER_ADDRESS "192.0.2.1"
#define NETMASK "255.255.255.0"

#define PACKET_SIZE 2048
#define QUEUE_LENGTH 8192

struct packet {
    int64_t due;
    size_t length;
    char bytes[PACKET_SIZE];
};

/* The packets on their way in one direction, the oldest first. */
struct queue {
    int from;
    int to;
    size_t first;
    size_t count;
    struct packet *packets;
};

struct host {
    int name_space;
    int tun;
};

static void fail(const char *what)
{
    (void)fprintf(stderr, "delay: %s: %s\n", what, strerror(errno));
    exit(1);
}

static int64_t now(void)
{
    struct timespec time;

    (void)clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static void set_address(int control, struct ifreq *request, unsigned long command, const char *address)
{
    struct sockaddr_in internet = {.sin_family = AF_INET};

    (void)inet_pton(AF_INET, address, &internet.sin_addr);
    memcpy(&request->ifr_addr, &internet, sizeof(internet));
    if (ioctl(control, command, request) != 0) {
        fail("cannot set an address");
    }
}

static void bring_up(int control, struct ifreq *request)
{
    if (ioctl(control, SIOCGIFFLAGS, request) != 0) {
        fail("cannot read the flags of a device");
    }
    request->ifr_flags = (short)(request->ifr_flags | IFF_UP | IFF_RUNNING);
    if (ioctl(control, SIOCSIFFLAGS, request) != 0) {
        fail("cannot bring a device up");
    }
}

static int open_tun(void)
{
    struct ifreq request = {.ifr_name = "tun0", .ifr_flags = IFF_TUN | IFF_NO_PI};
    int tun = open("/dev/net/tun", O_RDWR | O_CLOEXEC | O_NONBLOCK);

    if (tun < 0) {
        fail("cannot open /dev/net/tun");
    }
    if (ioctl(tun, TUNSETIFF, &request) != 0) {
        fail("cannot make a tun device");
    }
    return tun;
}

/* Makes a namespace with a loopback device and one end of the network. The process stays in it until the next
 * call. */
static struct host make_host(const char *address)
{
    struct ifreq device = {.ifr_name = "tun0"}, loopback = {.ifr_name = "lo"};
    struct host host;
    int control;

    if (unshare(CLONE_NEWNET) != 0) {
        fail("cannot make a network namespace");
    }
    host.name_space = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
    control = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (host.name_space < 0 || control < 0) {
        fail("cannot look into the network namespace");
    }
    bring_up(control, &loopback);
    host.tun = open_tun();
    set_address(control, &device, SIOCSIFADDR, address);
    set_address(control, &device, SIOCSIFNETMASK, NETMASK);
    bring_up(control, &device);
    (void)close(control);
    return host;
}

static struct queue make_queue(int from, int to)
{
    struct queue queue = {.from = from, .to = to};

    queue.packets = calloc(QUEUE_LENGTH, sizeof(*queue.packets));
    if (!queue.packets) {
        fail("cannot make a queue");
    }
    return queue;
}

/* Reads the packets that have arrived. If the queue is full, the device buffers further packets, and then
 * drops them, as a network does. */
static void take(struct queue *queue, int64_t delay)
{
    while (queue->count < QUEUE_LENGTH) {
        struct packet *packet = &queue->packets[(queue->first + queue->count) % QUEUE_LENGTH];
        ssize_t length = read(queue->from, packet->bytes, sizeof(packet->bytes));

        if (length <= 0) {
            return;
        }
        packet->length = (size_t)length;
        packet->due = now() + delay;
        queue->count++;
    }
}

static void deliver(struct queue *queue)
{
    while (queue->count > 0 && queue->packets[queue->first].due <= now()) {
        struct packet *packet = &queue->packets[queue->first];

        if (write(queue->to, packet->bytes, packet->length) < 0 && errno != EIO && errno != EAGAIN) {
            fail("cannot deliver a packet");
        }
        queue->first = (queue->first + 1) % QUEUE_LENGTH;
        queue->count--;
    }
}

/* The time until a packet is due; NULL if no packet is on its way. */
static const struct timespec *wait_time(const struct queue *queues, struct timespec *time)
{
    int64_t due = INT64_MAX, left;
    size_t i;

    for (i = 0; i < 2; i++) {
        if (queues[i].count > 0 && queues[i].packets[queues[i].first].due < due) {
            due = queues[i].packets[queues[i].first].due;
        }
    }
    if (due == INT64_MAX) {
        return NULL;
    }
    left = due - now();
    left = left > 0 ? left : 0;
    time->tv_sec = (time_t)(left / 1000000000);
    time->tv_nsec = (long)(left % 1000000000);
    return time;
}

static void run(struct queue *queues, int64_t delay)
{
    struct pollfd descriptors[3] = {
        {.fd = STDIN_FILENO, .events = POLLIN},
        {.fd = queues[0].from, .events = POLLIN},
        {.fd = queues[1].from, .events = POLLIN},
    };
    size_t i;

    for (;;) {
        struct timespec time;
        char ignored[64];

        for (i = 0; i < 2; i++) {
            /* Do not poll for a full queue: poll() would return at once. */
            descriptors[i + 1].fd = queues[i].count < QUEUE_LENGTH ? queues[i].from : -1;
        }
        if (ppoll(descriptors, 3, wait_time(queues, &time), NULL) < 0 && errno != EINTR) {
            fail("cannot wait");
        }
        if (descriptors[0].revents && read(STDIN_FILENO, ignored, sizeof(ignored)) <= 0) {
            return;
        }
        for (i = 0; i < 2; i++) {
            take(&queues[i], delay);
            deliver(&queues[i]);
        }
    }
}

int main(int count, char **arguments)
{
    struct host client, server;
    struct queue queues[2];
    long microseconds = count == 2 ? strtol(arguments[1], NULL, 10) : 0;

    if (microseconds < 1) {
        (void)fprintf(stderr, "usage: delay MICROSECONDS\n");
        return 2;
    }
    if (geteuid() != 0) {
        (void)fprintf(stderr, "delay: network namespaces and tun devices need root\n");
        return 1;
    }
    /* Without this, timers are up to 50 microseconds late. */
    (void)prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL);
    server = make_host(SERVER_ADDRESS);
    client = make_host(CLIENT_ADDRESS);
    queues[0] = make_queue(client.tun, server.tun);
    queues[1] = make_queue(server.tun, client.tun);
    (void)printf(
        "{\"client\": \"/proc/%ld/fd/%d\", \"client_address\": \"%s\", \"server\": \"/proc/%ld/fd/%d\", "
        "\"server_address\": \"%s\"}\n",
        (long)getpid(), client.name_space, CLIENT_ADDRESS, (long)getpid(), server.name_space, SERVER_ADDRESS);
    (void)fflush(stdout);
    run(queues, (int64_t)microseconds * 1000);
    free(queues[0].packets);
    free(queues[1].packets);
    return 0;
}
