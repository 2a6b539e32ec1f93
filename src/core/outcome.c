#include "outcome.h"

static bool is_client_error(long http_status)
{
    return http_status >= 400 && http_status < 500;
}

/* An answer that is the API's own word on the call: its envelope, or a JSON body under a 4xx status. An
 * envelope under a 5xx or a redirect settles nothing, unless the documents name that status. */
static bool is_verdict(const struct aurpay_outcome_facts *facts)
{
    bool envelope = facts->answer == AURPAY_ANSWER_SUCCESS || facts->answer == AURPAY_ANSWER_REFUSAL;

    if (facts->is_documented_status) {
        return envelope;
    }
    if (is_client_error(facts->http_status)) {
        /* A success under a 4xx contradicts itself. */
        return facts->answer == AURPAY_ANSWER_REFUSAL || facts->answer == AURPAY_ANSWER_JSON;
    }
    return envelope && facts->http_status >= 200 && facts->http_status < 300;
}

static bool is_authentication_refusal(const struct aurpay_outcome_facts *facts)
{
    if (facts->http_status == 401 || facts->api_code == 401 || facts->is_documented_authentication) {
        return true;
    }
    return facts->not_found_is_authentication && (facts->http_status == 404 || facts->api_code == 404);
}

enum aurpay_outcome aurpay_outcome_classify(const struct aurpay_outcome_facts *facts)
{
    if (facts->answer == AURPAY_ANSWER_NONE) {
        return facts->sent && !facts->is_read ? AURPAY_OUTCOME_UNKNOWN : AURPAY_OUTCOME_TRANSPORT_FAILED;
    }
    /* 429 alone means that nothing was executed, whatever the body says. */
    if (facts->http_status == 429 || (is_verdict(facts) && facts->api_code == 429)) {
        return AURPAY_OUTCOME_RATE_LIMITED;
    }
    if (is_verdict(facts)) {
        if (facts->answer == AURPAY_ANSWER_SUCCESS) {
            return AURPAY_OUTCOME_SUCCESS;
        }
        return is_authentication_refusal(facts) ? AURPAY_OUTCOME_UNAUTHENTICATED : AURPAY_OUTCOME_REFUSED;
    }
    if (!facts->is_read) {
        return AURPAY_OUTCOME_UNKNOWN;
    }
    return facts->answer == AURPAY_ANSWER_REFUSAL && facts->http_status >= 500
               ? AURPAY_OUTCOME_REFUSED
               : AURPAY_OUTCOME_FOREIGN_ANSWER;
}
