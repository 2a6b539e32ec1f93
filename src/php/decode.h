/* Answers to arrays with exact decimals. */
#ifndef PHP_AURPAY_DECODE_H
#define PHP_AURPAY_DECODE_H

#include "../core/outcome.h"
#include "call.h"

/** A decoded answer; free with php_aurpay_decode_free_answer. */
struct php_aurpay_answer {
    enum aurpay_answer kind;
    /** The whole answer as arrays, or undefined when it is not JSON. */
    zval content;
    /** Of a success: what the method answers; undefined when there is none. */
    zval data;
    /** The API's own code, 0 when there is none. */
    zend_long code;
    /** The API's own message, not yet cleaned; NULL when there is none. */
    zend_string *words;
    /** Our message for a refusal without one; static text, not to be masked. NULL for none. */
    const char *fallback_words;
    /** What is wrong with an answer that is not the API's; static text. NULL when nothing is wrong. */
    const char *problem;
    /** For a success about another record than the one asked for: both ids, cleaned for a message; else
     *  NULL. */
    zend_string *other_record;
};

void php_aurpay_decode_free_answer(struct php_aurpay_answer *answer);

/** The length of the UTF-8 byte order mark that a text begins with; 0 when there is none. */
size_t php_aurpay_decode_byte_order_mark(const char *text, size_t length);

/** Decodes JSON to arrays with exact decimals. A byte order mark before it is ignored (RFC 8259, 8.1). False
 *  when it is not JSON or nested too deeply; *@p problem then says why. It throws when there is no memory.
 *  @param json ends in a NUL that @p length does not count */
bool php_aurpay_decode_json(const char *json, size_t length, const char *const *money_fields, zval *value,
                            const char **problem);

/** Decodes the response's body and opens the envelope. */
void php_aurpay_decode_answer(const struct aurpay_provider *provider, struct php_aurpay_call *call,
                              struct php_aurpay_answer *answer);

/** The trace id of a response (header or envelope) as a new string, or NULL. */
zend_string *php_aurpay_decode_trace_id(const struct php_aurpay_call *call,
                                        const struct php_aurpay_answer *answer);

#endif
