#include "known.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include <curl/curl.h>

/* They are not listed by the failing allocation, which is another one in each version. */
static const struct {
    const char *place;
    /* It crashes when the library allocates or frees, else in its own code. */
    bool is_in_allocator;
    /* It also leaks memory of that library; OOM_LIBRARIES for none. */
    enum oom_library leaks;
    /* Part of the names of the scenarios in which it happens, or "". */
    const char *scenario;
    /* How the names of those begin in which it cannot happen, or "". */
    const char *except;
    /* The first version of libcurl without the fault. */
    unsigned int fixed;
    const char *what;
} known[] = {
    /* From 7.74 to 8.11, libcurl's Curl_ssl_addsessionid() frees the host name of an entry that it cannot
     * fill in, and leaves the pointer there. It was rewritten for 8.12. */
    {"libcurl", true, OOM_LIBRARIES, "", "plain,", 0x080c00,
     "libcurl before 8.12 frees a host name twice when it cannot store a TLS session"},
    /* In libcurl's Curl_pin_peer_pubkey(). */
    {"", false, OOM_LIBCURL, "pinned", "", 0x080200,
     "libcurl before 8.2 leaks a digest that it cannot make of a pinned key"},
    /* An nghttp2 session that has reported a fatal error must be deleted, and libcurl does not. hooks.c makes
     * it close the connection, but not while another request uses it. */
    {"nghttp2", false, OOM_NGHTTP2, "GET, many at once", "", UINT_MAX,
     "libcurl goes on with an HTTP/2 session that had no memory, for the other requests of its connection"},
};

#define KNOWN (sizeof(known) / sizeof(known[0]))

static bool is_here(size_t i)
{
    return curl_version_info(CURLVERSION_NOW)->version_num < known[i].fixed;
}

static bool is_of(const struct oom_scenario *scenario, size_t i)
{
    size_t length = strlen(known[i].except);

    return is_here(i) && strstr(scenario->name, known[i].scenario) &&
           !(length && strncmp(scenario->name, known[i].except, length) == 0);
}

bool oom_known_crash(const struct oom_scenario *scenario, const struct oom_crash *crash)
{
    size_t i;

    for (i = 0; i < KNOWN; i++) {
        if (is_of(scenario, i) && strcmp(crash->place, known[i].place) == 0 &&
            crash->is_in_allocator == known[i].is_in_allocator) {
            return true;
        }
    }
    return false;
}

bool oom_known_leak(const struct oom_scenario *scenario, enum oom_library library)
{
    size_t i;

    for (i = 0; i < KNOWN; i++) {
        if (is_of(scenario, i) && known[i].leaks == library) {
            return true;
        }
    }
    return false;
}

void oom_known_print(void)
{
    size_t i;

    for (i = 0; i < KNOWN; i++) {
        if (is_here(i)) {
            printf("known: %s\n", known[i].what);
        }
    }
}
