/* Steps the wall clock of a program, while it runs, and of that program alone. It is an audit library of the
 * dynamic linker (LD_AUDIT, see rtld-audit(7)). A preloaded library would not do: PHP loads extensions with
 * RTLD_DEEPBIND, so they find the functions of the C library before those of a preloaded library.
 *
 * AURPAY_CLOCK_FILE names a file with the number of seconds by which the clock is ahead, as int64_t. Another
 * process writes it at any time. Only the wall clock is stepped: the monotonic clock is as it was. */

#define _GNU_SOURCE

#include <fcntl.h>
#include <link.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const volatile int64_t *seconds_ahead = NULL;

static int read_clock(clockid_t clock, struct timespec *now)
{
    int result = (int)syscall(SYS_clock_gettime, clock, now);

    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
        now->tv_sec += (time_t)*seconds_ahead;
    }
    return result;
}

static time_t read_time(time_t *result)
{
    struct timespec now;

    read_clock(CLOCK_REALTIME, &now);
    if (result) {
        *result = now.tv_sec;
    }
    return now.tv_sec;
}

static int read_time_of_day(struct timeval *result, void *zone)
{
    struct timespec now;

    (void)zone;
    read_clock(CLOCK_REALTIME, &now);
    result->tv_sec = now.tv_sec;
    result->tv_usec = now.tv_nsec / 1000;
    return 0;
}

static int read_timespec(struct timespec *now, int base)
{
    return base == TIME_UTC && read_clock(CLOCK_REALTIME, now) == 0 ? base : 0;
}

static const struct {
    const char *name;
    void (*function)(void);
} replacements[] = {
    {"clock_gettime", (void (*)(void))read_clock},
    {"time", (void (*)(void))read_time},
    {"gettimeofday", (void (*)(void))read_time_of_day},
    {"timespec_get", (void (*)(void))read_timespec},
};

static const int64_t *map_file(const char *path)
{
    int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    void *mapped = MAP_FAILED;

    if (file >= 0) {
        mapped = mmap(NULL, sizeof(int64_t), PROT_READ, MAP_SHARED, file, 0);
        close(file);
    }
    return mapped == MAP_FAILED ? NULL : mapped;
}

/* The linker calls this first; 0 means that the library is not used. */
unsigned int la_version(unsigned int version)
{
    seconds_ahead = map_file(getenv("AURPAY_CLOCK_FILE"));
    if (!seconds_ahead) {
        return 0;
    }
    return version < LAV_CURRENT ? version : LAV_CURRENT;
}

unsigned int la_objopen(struct link_map *map, Lmid_t list, uintptr_t *cookie)
{
    (void)map;
    (void)cookie;
    return list == LM_ID_BASE ? LA_FLG_BINDTO | LA_FLG_BINDFROM : 0;
}

static uintptr_t bind(const char *name, uintptr_t address)
{
    size_t i;

    for (i = 0; i < sizeof(replacements) / sizeof(replacements[0]); i++) {
        if (strcmp(replacements[i].name, name) == 0) {
            return (uintptr_t)replacements[i].function;
        }
    }
    return address;
}

#if UINTPTR_MAX == UINT32_MAX
uintptr_t la_symbind32(Elf32_Sym *symbol, unsigned int index, uintptr_t *from, uintptr_t *to,
                       unsigned int *flags, const char *name)
#else
uintptr_t la_symbind64(Elf64_Sym *symbol, unsigned int index, uintptr_t *from, uintptr_t *to,
                       unsigned int *flags, const char *name)
#endif
{
    (void)index;
    (void)from;
    (void)to;
    (void)flags;
    return bind(name, (uintptr_t)symbol->st_value);
}
