/* What stays on an easy handle from attempt to attempt: what may be spoken, and with whom. */
#ifndef AURPAY_CORE_SETUP_H
#define AURPAY_CORE_SETUP_H

#include "attempt.h"
#include "pool.h"
#include "socket.h"

enum aurpay_setup_text {
    AURPAY_SETUP_CA_FILE,
    AURPAY_SETUP_PINNED_PUBLIC_KEY,
    AURPAY_SETUP_PROXY,
    AURPAY_SETUP_USER_AGENT,
    /** How many there are. */
    AURPAY_SETUP_TEXTS
};

/** What an easy handle is set up with, to decide whether the next attempt can reuse it. */
struct aurpay_setup {
    bool is_made;
    bool is_https;
    /** 4, 6, or 0 for both. */
    int ip_version;
    /** libcurl calls the prerequest callback. */
    bool has_prerequest;
    /** Of the scheme, the IP version and `texts` without the user agent. */
    struct aurpay_terms terms;
    /** Copies of the settings' texts: malloc-owned, NULL where not set. */
    char *texts[AURPAY_SETUP_TEXTS];
};

/** Whether the easy handle is set up for such an attempt. */
bool aurpay_setup_is_for(const struct aurpay_setup *setup, const struct aurpay_attempt *attempt);

/** Sets an easy handle up that has not been set up yet. What a failure leaves behind is not to be used.
 *  @param has_prerequest libcurl calls the prerequest callback */
AURPAY_MUST_CHECK enum aurpay_code aurpay_setup_make(struct aurpay_setup *setup, CURL *easy,
                                                     const struct aurpay_pool *pool,
                                                     const struct aurpay_attempt *attempt,
                                                     bool has_prerequest);

/** Wipes and frees the texts. */
void aurpay_setup_free(struct aurpay_setup *setup);

/** Keeps the first failure of a row of curl_easy_setopt calls. */
void aurpay_setup_note(CURLcode *first, CURLcode code);

#endif
