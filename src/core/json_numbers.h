/* One pass over a JSON text that puts quotes around the numbers PHP would make floats of, so that a decoder
 * hands out exactly the digits on the wire, and that writes amounts with an exponent out. */
#ifndef AURPAY_CORE_JSON_NUMBERS_H
#define AURPAY_CORE_JSON_NUMBERS_H

#include "buffer.h"

/** The deepest nesting that is read or written. */
#define AURPAY_JSON_MAX_DEPTH 64

/** The most bytes by which the amounts of one text grow when they are written out: some 10,000 of the
 *  longest. What a text of nothing but `1e95` becomes is held outside PHP's memory limit. */
#define AURPAY_JSON_GROWTH_MAX (1024 * 1024)

/** Quotes every number with a fraction or an exponent, every negative zero, and every number that is the
 *  value of a key in @p money_fields (or stands in a list that is).
 *
 *  Where it is money, a number with an exponent, as number or as text, is written out with its value
 *  unchanged (`1.5e-3` becomes `0.0015`). One of more than AURPAY_DECIMAL_PLAIN_DIGITS digits, a text with
 *  escapes that is longer than 128 bytes without them, and what would grow beyond AURPAY_JSON_GROWTH_MAX stay
 *  as they were sent. All other digits stay as they are (`1.0`, `-0`).
 *
 *  The work is linear in the length, whatever the text is.
 *
 *  A number in key position and what only looks like a number are left alone (`{1.5:1}`, `01.5`, `1.`), and
 *  what is quoted in a text that is not JSON (`0x1.5`) does not make it JSON: the parser refuses it all the
 *  same.
 *
 *  @param money_fields NULL-terminated list of key names, or NULL
 *  @param quoted receives the new text; it stays empty when nothing was to be quoted, and the input is to be
 *                parsed as it is
 *  @return AURPAY_OK, AURPAY_ERROR_MEMORY or AURPAY_ERROR_LIMIT (of @p quoted)
 */
AURPAY_MUST_CHECK enum aurpay_code aurpay_json_numbers_quote(const char *json, size_t length,
                                                             const char *const *money_fields,
                                                             struct aurpay_buffer *quoted);

#endif
