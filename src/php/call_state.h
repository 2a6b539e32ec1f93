/* What a call is made with, and what it owns. */
#ifndef PHP_AURPAY_CALL_STATE_H
#define PHP_AURPAY_CALL_STATE_H

#include "../core/call.h"
#include "anchor.h"
#include "redact.h"

/** What a method passes to the call path. */
struct php_aurpay_arguments {
    const struct aurpay_endpoint *endpoint;
    /** Replaces `{id}`; NULL when the path has none. Checked by the call. */
    zend_string *id;
    /** NULL for none. */
    HashTable *params;
    /** Of one of the merchant's users; NULL where there are none. */
    zend_string *user_token;
    /** Which arguments of the running method these are, for messages. */
    uint32_t id_argument;
    uint32_t params_argument;
    uint32_t user_token_argument;
};

/** Everything a call owns. */
struct php_aurpay_call {
    struct php_aurpay_anchored anchored;
    /** The call as the core makes it. */
    struct aurpay_call core;
    struct php_aurpay_secrets secrets;
    /** The id of the record that is asked for, if the endpoint's row has one; else empty. A copy: user code
     *  that runs during the call may change the caller's variable. */
    struct aurpay_buffer record;
    /** Among many calls: the key of its result. Borrowed from the arguments. */
    zend_string *id;
    /** Among many calls: it is not the last one. */
    bool is_before_last;
};

#endif
