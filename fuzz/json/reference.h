/* What the number pass makes of a JSON text: slow, plain, and independent of src/core/json_numbers.c. */
#ifndef AURPAY_FUZZ_JSON_REFERENCE_H
#define AURPAY_FUZZ_JSON_REFERENCE_H

#include "fuzz/text.h"

/** Rewrites a JSON text by the rules of json_numbers.h. False when the text is not JSON (RFC 8259; `NULL`
 *  and `True` count as JSON, as they do for PHP), or nested more than 64 levels deep. Whether it is UTF-8
 *  does not matter.
 *  @param money_fields NULL-terminated list of key names, or NULL
 *  @param rewritten receives the text; it is to be freed in any case */
bool reference_json_rewrite(const struct fuzz_text *json, const char *const *money_fields,
                            struct fuzz_text *rewritten);

/** Of a text that is not JSON: whether @p rewritten is that text with quotes around some of its numbers, and
 *  some of its numbers and strings written out with the same value. */
bool reference_json_explains(const struct fuzz_text *json, const struct fuzz_text *rewritten);

#endif
