/* Calls during which an allocation fails: the first, the second, and so on. scripts/oom.sh explains it.
 *
 * usage: oom PART [--full] [--seed N] [--only SCENARIO [LIBRARY [N [on]]]] */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <curl/curl.h>

#include "core/openssl_start.h"
#include "known.h"
#include "local.h"
#include "network.h"

/* Of each row, without --full. */
#define EACH 30
#define SAMPLES 20

static bool read_arguments(int count, char **arguments, struct oom_effort *effort)
{
    int i;

    effort->each = EACH;
    effort->samples = SAMPLES;
    for (i = 2; i < count; i++) {
        if (strcmp(arguments[i], "--full") == 0) {
            effort->each = 0;
        } else if (strcmp(arguments[i], "--seed") == 0 && i + 1 < count) {
            effort->seed = (unsigned int)strtoul(arguments[++i], NULL, 10);
        } else if (strcmp(arguments[i], "--only") == 0 && i + 1 < count) {
            effort->scenario = arguments[++i];
            effort->library = i + 1 < count ? arguments[++i] : NULL;
            effort->nth = i + 1 < count ? strtol(arguments[++i], NULL, 10) : 0;
            effort->for_good = i + 1 < count && strcmp(arguments[++i], "on") == 0;
        } else {
            return false;
        }
    }
    return count > 1;
}

int main(int count, char **arguments)
{
    struct oom_effort effort = {0};
    struct oom_sums sums = {0};

    if (!read_arguments(count, arguments, &effort)) {
        fputs("oom: wrong arguments\n", stderr);
        return 2;
    }
    if (!oom_allocator_install_openssl() || !oom_allocator_install_libcurl(CURL_GLOBAL_DEFAULT)) {
        fputs("oom: the allocators cannot be replaced\n", stderr);
        return 2;
    }
    /* As the extension does. */
    aurpay_openssl_start();
    oom_sweep_print_head();
    if (strcmp(arguments[1], "local") == 0) {
        oom_local_sweep(&effort, &sums);
    } else if (!oom_network_sweep(arguments[1], &effort, &sums)) {
        fprintf(stderr, "oom: there is no part %s\n", arguments[1]);
        return 2;
    }
    oom_known_print();
    printf("%ld processes with a failing allocation; %ld allocations were left out\n", sums.processes,
           sums.skipped);
    printf("%ld passed, %ld failed\n", sums.passed, sums.failed);
    return sums.failed || !sums.passed;
}
