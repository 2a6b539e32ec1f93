#include "reference.h"

#include <string.h>

#include <arpa/inet.h>
#include <netdb.h>

#include "fuzz/reference_target.h"

/* Takes the bytes up to the first of @p ends. */
static struct fuzz_text take_up_to(const char **cursor, const char *ends)
{
    size_t length = strcspn(*cursor, ends);
    struct fuzz_text taken = fuzz_text_copy(*cursor, length);

    *cursor += length;
    return taken;
}

static struct fuzz_text take_if(const char **cursor, char begin, const char *ends, bool *is_there)
{
    *is_there = **cursor == begin;
    if (!*is_there) {
        return fuzz_text_copy("", 0);
    }
    (*cursor)++;
    return take_up_to(cursor, ends);
}

/* `user:password@host:port` */
static void read_authority(struct reference_url *url, const char *authority)
{
    const char *at = strrchr(authority, '@');
    const char *host = at ? at + 1 : authority;
    size_t host_length =
        *host == '[' && strchr(host, ']') ? (size_t)(strchr(host, ']') + 1 - host) : strcspn(host, ":");

    url->has_user = at != NULL;
    url->user = fuzz_text_copy(authority, at ? (size_t)(at - authority) : 0);
    url->host = fuzz_text_copy(host, host_length);
    url->port = fuzz_text_copy(host + host_length, strlen(host + host_length));
}

bool reference_url_read(struct reference_url *url, const struct fuzz_text *text)
{
    const char *cursor = text->bytes;
    struct fuzz_text authority;

    memset(url, 0, sizeof(*url));
    url->scheme = take_up_to(&cursor, ":");
    if (strncmp(cursor, "://", 3) != 0) {
        return false;
    }
    cursor += 3;
    authority = take_up_to(&cursor, "/?#");
    read_authority(url, authority.bytes);
    fuzz_text_free(&authority);
    url->path = take_up_to(&cursor, "?#");
    url->query = take_if(&cursor, '?', "#", &url->has_query);
    url->fragment = take_if(&cursor, '#', "", &url->has_fragment);
    /* A NUL inside would end the URL for others. */
    return strlen(text->bytes) == text->length;
}

static bool has_only(const struct fuzz_text *text, const char *bytes)
{
    return strspn(text->bytes, bytes) == text->length;
}

static bool is_plain_port(const struct fuzz_text *port)
{
    return port->length == 0 ||
           (port->length >= 2 && port->length <= 5 && port->bytes[0] == ':' && port->bytes[1] != '0' &&
            strspn(port->bytes + 1, "0123456789") == port->length - 1);
}

/* A name of labels of small letters, digits and hyphens, with a letter at both ends of each. */
static bool is_plain_name(const char *host)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";

    for (;;) {
        size_t length = strspn(host, "abcdefghijklmnopqrstuvwxyz0123456789-");

        if (length == 0 || !strchr(letters, host[0]) || !strchr(letters, host[length - 1])) {
            return false;
        }
        if (host[length] != '.') {
            return host[length] == '\0';
        }
        host += length + 1;
    }
}

bool reference_url_is_plain(const struct reference_url *url)
{
    static const char ordinary[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/?&=:,";
    bool is_web = strcmp(url->scheme.bytes, "https") == 0 || strcmp(url->scheme.bytes, "http") == 0;

    return is_web && !url->has_user && url->host.length < 64 && is_plain_name(url->host.bytes) &&
           is_plain_port(&url->port) &&
           (url->path.length == 0 || reference_target_is_fit(url->path.bytes, url->path.length)) &&
           has_only(&url->query, ordinary) && has_only(&url->fragment, ordinary);
}

/* Resolves a host without a name server. Brackets are taken off, and the zone of an IPv6 address (RFC
 * 6874). */
static bool resolve(const char *host, struct addrinfo **address)
{
    static const struct addrinfo numeric = {.ai_flags = AI_NUMERICHOST, .ai_socktype = SOCK_STREAM};
    bool is_in_brackets = host[0] == '[' && host[strlen(host) - 1] == ']';
    struct fuzz_text text = is_in_brackets ? fuzz_text_copy(host + 1, strcspn(host + 1, "%]"))
                                           : fuzz_text_copy(host, strlen(host));
    bool is_address = getaddrinfo(text.bytes, NULL, &numeric, address) == 0;
    fuzz_text_free(&text);
    return is_address;
}

bool reference_url_is_loopback(const char *host)
{
    struct addrinfo *address;
    bool is_loopback = false;

    if (strcasecmp(host, "localhost") == 0) {
        return true;
    }
    if (!resolve(host, &address)) {
        return false;
    }
    if (address->ai_family == AF_INET) {
        const struct sockaddr_in *four = (const struct sockaddr_in *)(const void *)address->ai_addr;

        is_loopback = ntohl(four->sin_addr.s_addr) >> 24 == 127;
    } else if (address->ai_family == AF_INET6) {
        const struct sockaddr_in6 *six = (const struct sockaddr_in6 *)(const void *)address->ai_addr;

        is_loopback = IN6_IS_ADDR_LOOPBACK(&six->sin6_addr);
    }
    freeaddrinfo(address);
    return is_loopback;
}

static struct fuzz_text decode(const char *host)
{
    struct fuzz_text decoded = fuzz_text_copy("", 0);

    for (; *host; host++) {
        int byte = *host == '%' ? reference_target_read_escape(host, strlen(host)) : -1;
        char plain = (char)(byte < 0 ? *host : byte);

        fuzz_text_append(&decoded, &plain, 1);
        host += byte < 0 ? 0 : 2;
    }
    return decoded;
}

static bool same_address(const char *left, const char *right)
{
    struct addrinfo *a = NULL, *b = NULL;
    bool same = resolve(left, &a) && resolve(right, &b) && a->ai_family == b->ai_family &&
                a->ai_addrlen == b->ai_addrlen && memcmp(a->ai_addr, b->ai_addr, a->ai_addrlen) == 0;

    if (a) {
        freeaddrinfo(a);
    }
    if (b) {
        freeaddrinfo(b);
    }
    return same;
}

bool reference_url_same_host(const char *read, const char *written)
{
    struct fuzz_text decoded = decode(written);
    bool same = strcasecmp(read, decoded.bytes) == 0 || same_address(read, written);

    fuzz_text_free(&decoded);
    return same;
}

void reference_url_free(struct reference_url *url)
{
    fuzz_text_free(&url->scheme);
    fuzz_text_free(&url->user);
    fuzz_text_free(&url->host);
    fuzz_text_free(&url->port);
    fuzz_text_free(&url->path);
    fuzz_text_free(&url->query);
    fuzz_text_free(&url->fragment);
}
