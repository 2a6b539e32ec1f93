/* malloc-owned memory that a bail-out of the engine must not lose. */
#ifndef PHP_AURPAY_ANCHOR_H
#define PHP_AURPAY_ANCHOR_H

#include "../../php_aurpay.h"
#include "../core/buffer.h"

/** The first member of a malloc-owned struct. If a bail-out jumps over the code that frees the struct, it is
 *  freed after the request. */
struct php_aurpay_anchored {
    /** The neighbours in the module's list. Fibers may release them in any order. */
    struct php_aurpay_anchored *previous;
    struct php_aurpay_anchored *next;
    /** Frees the whole struct. */
    void (*free_it)(struct php_aurpay_anchored *anchored);
};

void php_aurpay_anchor_add(struct php_aurpay_anchored *anchored,
                           void (*free_it)(struct php_aurpay_anchored *));

/** Removes it from the module's list and frees it. */
void php_aurpay_anchor_release(struct php_aurpay_anchored *anchored);

/** Frees what bail-outs left behind. To be called after the request. */
void php_aurpay_anchor_release_all(void);

/** Creates an anchored buffer for temporary data. Throws and returns NULL when there is no memory. */
struct aurpay_buffer *php_aurpay_anchor_create_buffer(size_t limit);
void php_aurpay_anchor_free_buffer(struct aurpay_buffer *buffer);

#endif
