/* malloc-owned memory that a bail-out of the engine (memory_limit, a fatal error in user code) must not lose:
 * it jumps over the frames that would have freed it. */
#include "anchor.h"

#include <stdlib.h>

#include "exceptions.h"

void php_aurpay_anchor_add(struct php_aurpay_anchored *anchored,
                           void (*free_it)(struct php_aurpay_anchored *))
{
    anchored->free_it = free_it;
    anchored->previous = NULL;
    anchored->next = AURPAY_G(anchored);
    if (anchored->next) {
        anchored->next->previous = anchored;
    }
    AURPAY_G(anchored) = anchored;
}

void php_aurpay_anchor_release(struct php_aurpay_anchored *anchored)
{
    if (anchored->next) {
        anchored->next->previous = anchored->previous;
    }
    if (anchored->previous) {
        anchored->previous->next = anchored->next;
    } else {
        AURPAY_G(anchored) = anchored->next;
    }
    anchored->free_it(anchored);
}

void php_aurpay_anchor_release_all(void)
{
    while (AURPAY_G(anchored)) {
        php_aurpay_anchor_release(AURPAY_G(anchored));
    }
}

/* ---- a buffer of its own ---- */

struct scratch {
    struct php_aurpay_anchored anchored;
    struct aurpay_buffer buffer;
};

static struct scratch *scratch_of(struct aurpay_buffer *buffer)
{
    return (struct scratch *)((char *)buffer - offsetof(struct scratch, buffer));
}

static void free_scratch(struct php_aurpay_anchored *anchored)
{
    struct scratch *scratch = (struct scratch *)anchored;

    aurpay_buffer_free(&scratch->buffer);
    free(scratch);
}

struct aurpay_buffer *php_aurpay_anchor_create_buffer(size_t limit)
{
    struct scratch *scratch = calloc(1, sizeof(*scratch));

    if (!scratch) {
        php_aurpay_throw_code(AURPAY_ERROR_MEMORY);
        return NULL;
    }
    aurpay_buffer_init(&scratch->buffer, limit);
    php_aurpay_anchor_add(&scratch->anchored, free_scratch);
    return &scratch->buffer;
}

void php_aurpay_anchor_free_buffer(struct aurpay_buffer *buffer)
{
    php_aurpay_anchor_release(&scratch_of(buffer)->anchored);
}
