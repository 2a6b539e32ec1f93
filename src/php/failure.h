/* What is known of a call that is over. */
#ifndef PHP_AURPAY_FAILURE_H
#define PHP_AURPAY_FAILURE_H

#include "../core/outcome.h"
#include "api.h"
#include "call.h"
#include "decode.h"
#include "options.h"

/** What is known when a call fails. */
struct php_aurpay_failure {
    const struct php_aurpay_call *call;
    const struct php_aurpay_options *options;
    /** The client's. */
    const struct php_aurpay_method *methods;
    const struct php_aurpay_answer *answer;
    zend_string *trace_id;
    enum aurpay_outcome outcome;
};

#endif
