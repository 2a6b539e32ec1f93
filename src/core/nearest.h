/* Which known name a misspelt one was meant to be, for messages. */
#ifndef AURPAY_CORE_NEAREST_H
#define AURPAY_CORE_NEAREST_H

#include "common.h"

/** The longest name that is compared, in letters and digits: the work grows with the square of it. */
#define AURPAY_NEAREST_MAX 48

/** A name in a form to compare: in lower case, without underscores, hyphens, dots and blanks. */
struct aurpay_folded_name {
    char text[AURPAY_NEAREST_MAX];
    /** 0 for a name that is empty or too long, which is near to none. */
    size_t length;
    /** Where the second word begins (`order_id` and `orderId` have two); 0 when there is but one. */
    size_t second_word;
};

/** A search for a misspelt name through the known ones, one at a time. */
struct aurpay_nearest {
    struct aurpay_folded_name wanted;
    /** The nearest of those that were offered, borrowed; NULL while none was near. */
    const char *name;
    size_t name_length;
    /** Its edit distance. */
    size_t distance;
};

void aurpay_nearest_init(struct aurpay_nearest *nearest, const char *wanted, size_t length);

/** Wipes the wanted name: it may be a secret in the wrong place. */
void aurpay_nearest_wipe(struct aurpay_nearest *nearest);

/** Compares a known name, and keeps it if it is near, and nearer than those before. Near means that the edits
 *  (a letter inserted, deleted or replaced, or two neighbours swapped) are at most a third of the longer name
 *  and at most 3; or that only the first word differs: `status` for `order_staus`, `order_id` for `id`. */
void aurpay_nearest_offer(struct aurpay_nearest *nearest, const char *name, size_t length);

#endif
