/* malloc-owned memory that a bail-out of the engine must not lose. */
#ifndef PHP_AURPAY_ANCHOR_H
#define PHP_AURPAY_ANCHOR_H

#include "../../php_aurpay.h"
#include "../core/buffer.h"

/** The first member of a malloc-owned struct that is to be freed after the request when a bail-out jumped
 *  over the code that would have done it. */
struct php_aurpay_anchored {
    /** Neighbours in the module's globals. Fibers may release them in any order. */
    struct php_aurpay_anchored *previous;
    struct php_aurpay_anchored *next;
    /** Frees the struct this is the first member of. */
    void (*free_it)(struct php_aurpay_anchored *anchored);
};

void php_aurpay_anchor_add(struct php_aurpay_anchored *anchored,
                           void (*free_it)(struct php_aurpay_anchored *));

/** Takes it out of the globals and frees it. */
void php_aurpay_anchor_release(struct php_aurpay_anchored *anchored);

/** Frees what bail-outs left behind; for after the request. */
void php_aurpay_anchor_release_all(void);

/** An anchored buffer for what is needed only for a moment. Throws and answers NULL when there is no
 *  memory. */
struct aurpay_buffer *php_aurpay_anchor_create_buffer(size_t limit);
void php_aurpay_anchor_free_buffer(struct aurpay_buffer *buffer);

#endif
