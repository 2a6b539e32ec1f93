/* Who a process crashed in: our own code, or a library. */
#ifndef AURPAY_TESTS_OOM_CRASH_H
#define AURPAY_TESTS_OOM_CRASH_H

#include <stdbool.h>

#define OOM_CRASH_TEXT 64

/** In memory that outlives the process. */
struct oom_crash {
    /** "core" for our own objects, the name of a library, or that of a file; "" while there is none. */
    char place[OOM_CRASH_TEXT];
    /** It has freed a block that is none, or nothing but the allocator was used. */
    bool is_in_allocator;
};

/** From now on a crash of this process, or an error that AddressSanitizer finds, is noted. */
void oom_crash_watch(struct oom_crash *crash);

#endif
