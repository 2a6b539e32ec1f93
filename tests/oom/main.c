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

/* A number from 1, in digits; 0 for anything else. */
static long read_number(const char *text)
{
    return *text && strspn(text, "0123456789") == strlen(text) ? strtol(text, NULL, 10) : 0;
}

static bool is_library(const char *name)
{
    int i;

    for (i = 0; i < OOM_LIBRARIES && strcmp(name, oom_allocator_name(i)) != 0; i++) {
    }
    return i < OOM_LIBRARIES || strcmp(name, OOM_ALL_LIBRARIES) == 0;
}

static void print_libraries(void)
{
    int i;

    fputs("choose from:", stderr);
    for (i = 0; i < OOM_LIBRARIES; i++) {
        fprintf(stderr, " %s", oom_allocator_name(i));
    }
    fputs(" " OOM_ALL_LIBRARIES "\n", stderr);
}

/* What follows --only: SCENARIO [LIBRARY [N [on]]]. Says what is wrong with it. */
static bool read_only(int count, char **arguments, struct oom_effort *effort)
{
    effort->scenario = arguments[0];
    effort->library = count > 1 ? arguments[1] : NULL;
    effort->nth = count > 2 ? read_number(arguments[2]) : 0;
    effort->for_good = count > 3;
    if (effort->library && !is_library(effort->library)) {
        fprintf(stderr, "oom: there is no library '%s'; ", effort->library);
        print_libraries();
        return false;
    }
    if (count > 2 && effort->nth <= 0) {
        fprintf(stderr, "oom: N must be a number from 1, not '%s'\n", arguments[2]);
        return false;
    }
    if (count > 4 || (count > 3 && strcmp(arguments[3], "on") != 0)) {
        fprintf(stderr, "oom: only the word on may follow N, not '%s'\n", arguments[count > 4 ? 4 : 3]);
        return false;
    }
    return true;
}

static bool read_arguments(int count, char **arguments, struct oom_effort *effort)
{
    int i;

    effort->each = EACH;
    effort->samples = SAMPLES;
    effort->part = count > 1 ? arguments[1] : "";
    for (i = 2; i < count; i++) {
        if (strcmp(arguments[i], "--full") == 0) {
            effort->each = 0;
        } else if (strcmp(arguments[i], "--seed") == 0 && i + 1 < count) {
            effort->seed = (unsigned int)strtoul(arguments[++i], NULL, 10);
        } else if (strcmp(arguments[i], "--only") == 0 && i + 1 < count) {
            return read_only(count - i - 1, arguments + i + 1, effort);
        } else {
            fputs("oom: wrong arguments\n", stderr);
            return false;
        }
    }
    return count > 1;
}

/* Runs the part. False if there is no such part. */
static bool sweep(const struct oom_effort *effort, struct oom_sums *sums)
{
    if (strcmp(effort->part, "local") == 0) {
        oom_local_sweep(effort, sums);
        return true;
    }
    return oom_network_sweep(effort->part, effort, sums);
}

/* Says why nothing ran, if a scenario was chosen. */
static void explain(const struct oom_effort *effort, struct oom_sums *sums)
{
    struct oom_effort list = *effort;

    if (effort->scenario && !sums->scenarios) {
        list.is_list = true;
        printf("there is no scenario '%s' in the part %s; choose from:\n", effort->scenario, effort->part);
        sweep(&list, sums);
    } else if (effort->scenario && !sums->passed && !sums->failed) {
        printf("%s allocates nothing in this scenario\n", effort->library);
    }
}

int main(int count, char **arguments)
{
    struct oom_effort effort = {0};
    struct oom_sums sums = {0};

    if (!read_arguments(count, arguments, &effort)) {
        return 2;
    }
    if (!oom_allocator_install_openssl() || !oom_allocator_install_libcurl(CURL_GLOBAL_DEFAULT)) {
        fputs("oom: the allocators cannot be replaced\n", stderr);
        return 2;
    }
    /* As the extension does. */
    aurpay_openssl_start();
    oom_sweep_print_head();
    if (!sweep(&effort, &sums)) {
        fprintf(stderr, "oom: there is no part %s\n", effort.part);
        return 2;
    }
    explain(&effort, &sums);
    oom_known_print();
    printf("%ld processes with a failing allocation; %ld allocations were left out\n", sums.processes,
           sums.skipped);
    printf("%ld passed, %ld failed\n", sums.passed, sums.failed);
    return sums.failed || !sums.passed;
}
