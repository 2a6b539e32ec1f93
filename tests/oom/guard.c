#include "guard.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The originals, while the linker redirects calls of malloc() to __wrap_malloc(). */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void __real_free(void *block);

#ifdef OOM_GUARDED

#define LIVE UINT32_C(0x4c495645)
#define FREED UINT32_C(0x46524545)
#define POISON 0xdd

struct header {
    uint32_t state;
    uint32_t library;
    size_t size;
};

/* Keeps what malloc() promises of a block's address. */
_Static_assert(sizeof(struct header) == 16, "a header must not break the alignment");

static bool is_kept = false;

void oom_guard_keep(void)
{
    is_kept = true;
}

static void *make_block(enum oom_library library, void *memory, size_t size)
{
    struct header *header = memory;

    if (!header) {
        return NULL;
    }
    *header = (struct header){LIVE, library, size};
    return header + 1;
}

/* The header of a block that is the library's and not freed. */
static struct header *check(enum oom_library library, void *block)
{
    struct header *header = (struct header *)block - 1;

    if (header->state == FREED) {
        fprintf(stderr, "%s uses a block that it has freed\n", oom_allocator_name(library));
        abort();
    }
    if (header->state != LIVE || header->library != library) {
        fprintf(stderr, "%s frees a block that is not its own\n", oom_allocator_name(library));
        abort();
    }
    return header;
}

void *oom_guard_allocate(enum oom_library library, size_t size)
{
    return size > SIZE_MAX / 2 ? NULL
                               : make_block(library, __real_malloc(sizeof(struct header) + size), size);
}

void *oom_guard_allocate_zeroed(enum oom_library library, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / 2 / size) {
        return NULL;
    }
    return make_block(library, __real_calloc(1, sizeof(struct header) + count * size), count * size);
}

void oom_guard_release(enum oom_library library, void *block)
{
    struct header *header;

    if (!block) {
        return;
    }
    header = check(library, block);
    header->state = FREED;
    memset(block, POISON, header->size);
    if (!is_kept) {
        __real_free(header);
    }
}

void *oom_guard_reallocate(enum oom_library library, void *block, size_t size)
{
    const struct header *header = check(library, block);
    void *moved = oom_guard_allocate(library, size);

    if (moved) {
        memcpy(moved, block, header->size < size ? header->size : size);
        oom_guard_release(library, block);
    }
    return moved;
}

#else

void oom_guard_keep(void)
{
}

void *oom_guard_allocate(enum oom_library library, size_t size)
{
    (void)library;
    return __real_malloc(size);
}

void *oom_guard_allocate_zeroed(enum oom_library library, size_t count, size_t size)
{
    (void)library;
    return __real_calloc(count, size);
}

void *oom_guard_reallocate(enum oom_library library, void *block, size_t size)
{
    (void)library;
    return __real_realloc(block, size);
}

void oom_guard_release(enum oom_library library, void *block)
{
    (void)library;
    __real_free(block);
}

#endif
