/* Measures the bare call (bare.h) in a loop. Each call sends the same signed POST and reads the answer into
 * memory. Nothing is encoded or decoded.
 *
 * usage: limit once|each WARM_UP CALLS [PAUSE]
 *
 *   once  signs the request once, before the loop: even the date stays the same
 *   each  signs each call (date, MD5, HMAC), as the service requires
 *   PAUSE microseconds to wait before each call, in which caches and processor do other work
 *
 * The server, the secrets and the body are in the environment: BENCH_BASE_URI, BENCH_CA_FILE, BENCH_TOKEN,
 * BENCH_SECRET and BENCH_BODY. Prints a line of JSON: the number of measured calls, their nanoseconds in
 * total, and the median of one call. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "bare.h"

static const char *need(const char *variable)
{
    const char *value = getenv(variable);

    if (!value) {
        (void)fprintf(stderr, "limit: %s is not set\n", variable);
        exit(1);
    }
    return value;
}

static int64_t now(void)
{
    struct timespec time;

    (void)clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static int compare(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

    return (a > b) - (a < b);
}

static void measure(struct bare_call *call, const char *body, bool sign_each, long warm_up, long calls,
                    long pause)
{
    int64_t *durations = calloc((size_t)calls, sizeof(*durations)), total = 0;
    long i;

    if (!durations) {
        bare_fail("out of memory");
    }
    for (i = -warm_up; i < calls; i++) {
        int64_t began;

        if (pause > 0) {
            (void)usleep((useconds_t)pause);
        }
        began = now();

        if (sign_each) {
            bare_sign(call, body, strlen(body));
        }
        bare_perform(call);
        if (i >= 0) {
            durations[i] = now() - began;
            total += durations[i];
        }
    }
    qsort(durations, (size_t)calls, sizeof(*durations), compare);
    (void)printf("{\"calls\": %ld, \"nanoseconds\": %lld, \"median\": %lld}\n", calls, (long long)total,
                 (long long)durations[calls / 2]);
    free(durations);
}

int main(int count, char **arguments)
{
    struct bare_call call = {0};
    struct bare_settings settings;
    const char *body;
    bool sign_each;
    long warm_up, calls, pause;

    if (count < 4 || count > 5 || (strcmp(arguments[1], "once") != 0 && strcmp(arguments[1], "each") != 0)) {
        bare_fail("usage: limit once|each WARM_UP CALLS [PAUSE]");
    }
    sign_each = strcmp(arguments[1], "each") == 0;
    warm_up = strtol(arguments[2], NULL, 10);
    calls = strtol(arguments[3], NULL, 10);
    pause = count == 5 ? strtol(arguments[4], NULL, 10) : 0;
    if (warm_up < 0 || calls < 1 || pause < 0 || pause > 100000) {
        bare_fail("nothing to do");
    }
    settings.base_uri = need("BENCH_BASE_URI");
    settings.ca_file = need("BENCH_CA_FILE");
    settings.token = need("BENCH_TOKEN");
    settings.secret = need("BENCH_SECRET");
    body = need("BENCH_BODY");
    curl_global_init(CURL_GLOBAL_DEFAULT);
    bare_set_up(&call, &settings);
    bare_sign(&call, body, strlen(body));
    measure(&call, body, sign_each, warm_up, calls, pause);
    bare_free(&call);
    curl_global_cleanup();
    return 0;
}
