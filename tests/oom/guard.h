/* Blocks with a header, which finds double frees, frees by the wrong library, and use after free, without
 * AddressSanitizer: with that, each process takes three times as long. */
#ifndef AURPAY_TESTS_OOM_GUARD_H
#define AURPAY_TESTS_OOM_GUARD_H

#include <stdbool.h>
#include <stddef.h>

#include "allocator.h"

/* Without OOM_GUARDED, these are malloc() and the like. */

void *oom_guard_allocate(enum oom_library library, size_t size);

void *oom_guard_allocate_zeroed(enum oom_library library, size_t count, size_t size);

/** Never called for NULL or 0 bytes. */
void *oom_guard_reallocate(enum oom_library library, void *block, size_t size);

/** Ends the process when the block is none of the library's, or was freed already. */
void oom_guard_release(enum oom_library library, void *block);

/** From now on nothing is given back to the system: no freed block becomes another's. */
void oom_guard_keep(void);

#endif
