#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "crash.h"

#include <dlfcn.h>
#include <execinfo.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "allocator.h"

#define MAX_FRAMES 64

static struct oom_crash *noted = NULL;

/* AddressSanitizer calls it when it has found an error. */
void __asan_on_error(void);

/* The beginnings of file names, and whose they are. NULL: code that only passes on what others have done. */
static const struct {
    const char *file;
    const char *owner;
} files[] = {
    {"libcurl", "libcurl"},  {"libcrypto", "OpenSSL"}, {"libssl", "OpenSSL"}, {"libnghttp2", "nghttp2"},
    {"libbrotli", "brotli"}, {"libc.so", NULL},        {"ld-linux", NULL},    {"libasan", NULL},
    {"libubsan", NULL},      {"linux-vdso", NULL},
};

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

/* NULL for a bystander. */
static const char *owner_of(const char *file)
{
    size_t i;

    for (i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
        if (strncmp(file, files[i].file, strlen(files[i].file)) == 0) {
            return files[i].owner;
        }
    }
    return file;
}

static const char *file_of(const void *address)
{
    Dl_info info;

    return dladdr(address, &info) && info.dli_fname ? base_name(info.dli_fname) : "";
}

/* The owner of the innermost function that is no bystander's. The first frames are those of this file. */
static const char *innermost_owner(void)
{
    void *frames[MAX_FRAMES];
    int count = backtrace(frames, MAX_FRAMES), i = 0;
    /* The program's. */
    const char *own = file_of(&noted);

    while (i < count && (strcmp(file_of(frames[i]), own) == 0 || !owner_of(file_of(frames[i])))) {
        i++;
    }
    for (; i < count; i++) {
        const char *file = file_of(frames[i]);

        if (strcmp(file, own) == 0) {
            return "core";
        }
        if (file[0] && owner_of(file)) {
            return owner_of(file);
        }
    }
    return "core";
}

static void note(void)
{
    const char *user = oom_allocator_user();

    if (noted && !noted->place[0]) {
        noted->is_in_allocator = user != NULL;
        snprintf(noted->place, sizeof(noted->place), "%s", user ? user : innermost_owner());
    }
}

void __asan_on_error(void)
{
    note();
}

/* The signal is raised again, and then ends the process (SA_RESETHAND). */
static void on_signal(int number)
{
    note();
    raise(number);
}

void oom_crash_watch(struct oom_crash *crash)
{
    static const int signals[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL};
    static char stack[1 << 16];
    const stack_t alternative = {.ss_sp = stack, .ss_size = sizeof(stack)};
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESETHAND | SA_ONSTACK};
    void *frame;
    size_t i;

    noted = crash;
    /* The first call loads a library, for which a crash is not the time. */
    (void)backtrace(&frame, 1);
    sigemptyset(&action.sa_mask);
    sigaltstack(&alternative, NULL);
    for (i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
        sigaction(signals[i], &action, NULL);
    }
}
