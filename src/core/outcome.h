/* What an attempt means for the caller: the one place that decides whether a call was executed, refused, or
 * may have been executed. Pure, so that every combination can be tested. */
#ifndef AURPAY_CORE_OUTCOME_H
#define AURPAY_CORE_OUTCOME_H

#include "common.h"

/** What the body of a complete answer is. */
enum aurpay_answer {
    /** There is no complete answer. */
    AURPAY_ANSWER_NONE,
    /** The API's envelope, and it says success. */
    AURPAY_ANSWER_SUCCESS,
    /** The API's envelope, and it says no. */
    AURPAY_ANSWER_REFUSAL,
    /** A JSON object that is not the API's envelope. */
    AURPAY_ANSWER_JSON,
    /** Anything else: HTML, nothing at all, truncated or invalid JSON. */
    AURPAY_ANSWER_FOREIGN
};

enum aurpay_outcome {
    AURPAY_OUTCOME_SUCCESS,
    /** The API said no: nothing was executed. */
    AURPAY_OUTCOME_REFUSED,
    /** The API said no to the credentials. */
    AURPAY_OUTCOME_UNAUTHENTICATED,
    /** 429: not executed, whatever the method. */
    AURPAY_OUTCOME_RATE_LIMITED,
    /** Nothing was executed, or the call is a read that failed on the wire. */
    AURPAY_OUTCOME_TRANSPORT_FAILED,
    /** A read got an answer that is not the API's. */
    AURPAY_OUTCOME_FOREIGN_ANSWER,
    /** A call that is not a read may have been executed, and nothing the API said settles it. */
    AURPAY_OUTCOME_UNKNOWN
};

struct aurpay_outcome_facts {
    bool is_read;
    /** Request bytes may have left (`sent` of any attempt's response). */
    bool sent;
    enum aurpay_answer answer;
    long http_status;
    /** The envelope's `code`; 0 when there is none. */
    int64_t api_code;
    /** The endpoint's not_found_is_authentication. */
    bool not_found_is_authentication;
    /** The provider's documents name the HTTP status as an answer of this endpoint. */
    bool is_documented_status;
    /** The documents say that this status refuses the credentials. */
    bool is_documented_authentication;
};

enum aurpay_outcome aurpay_outcome_classify(const struct aurpay_outcome_facts *facts);

#endif
