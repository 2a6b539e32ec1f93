/* One parameter's value to bytes, checked first. */
#ifndef PHP_AURPAY_ENCODER_H
#define PHP_AURPAY_ENCODER_H

#include "../core/buffer.h"
#include "arguments.h"
#include "call_state.h"
#include "exceptions.h"

struct php_aurpay_encoder {
    enum aurpay_encoding encoding;
    struct aurpay_buffer *out;
    /* What request() sends under the name of a secret is added to these. */
    struct php_aurpay_secrets *secrets;
    /* The parameter being written, for messages. */
    struct php_aurpay_place place;
};

/** Throws the error of a core function's code. True when the code means success. */
static inline bool php_aurpay_encoder_check(enum aurpay_code code)
{
    if (code) {
        php_aurpay_throw_code(code);
    }
    return code == AURPAY_OK;
}

/** Throws that the parameter must be @p allowed, and returns false. */
static inline bool php_aurpay_encoder_refuse(const struct php_aurpay_encoder *encoder, const char *allowed)
{
    return php_aurpay_place_refuse(&encoder->place, allowed);
}

static inline bool php_aurpay_encoder_refuse_type(const struct php_aurpay_encoder *encoder,
                                                  const char *allowed, zval *value)
{
    return php_aurpay_place_refuse_type(&encoder->place, allowed, value);
}

/** Digits, true, false, null and punctuation: the same bytes in every encoding. */
static inline bool php_aurpay_encoder_raw(const struct php_aurpay_encoder *encoder, const char *text,
                                          size_t length)
{
    return php_aurpay_encoder_check(aurpay_buffer_append(encoder->out, text, length));
}

/** Text: a quoted JSON string, or percent-encoded. */
bool php_aurpay_encoder_text(const struct php_aurpay_encoder *encoder, const char *text, size_t length);
bool php_aurpay_encoder_json_string(const struct php_aurpay_encoder *encoder, const char *text,
                                    size_t length);
bool php_aurpay_encoder_int(const struct php_aurpay_encoder *encoder, zend_long number);

/** A float, unless it may not be what was meant, as 0.1 + 0.2. */
bool php_aurpay_encoder_float(const struct php_aurpay_encoder *encoder, double number);
bool php_aurpay_encoder_bool(const struct php_aurpay_encoder *encoder, zval *value);

/** A parameter that the documents name, checked by its row. */
bool php_aurpay_encoder_documented(const struct php_aurpay_encoder *encoder,
                                   const struct aurpay_parameter *parameter, zval *value);

/** The value of a string-backed enum, so that OrderStatus::Success can be given for "SUCCESS". Any other
 *  value is returned as it is. */
zval *php_aurpay_encoder_enum_value(zval *value);

/** Converts the dates among the parameters to text, because a date object may change before the call is
 *  repeated. Throws and returns false when one is refused.
 *  @param params php_aurpay_snapshot's */
bool php_aurpay_encoder_fix_dates(const struct php_aurpay_arguments *arguments, zval *params);

#endif
