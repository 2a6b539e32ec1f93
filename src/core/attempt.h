/* What one attempt is made with. */
#ifndef AURPAY_CORE_ATTEMPT_H
#define AURPAY_CORE_ATTEMPT_H

#include "request.h"

/** What a client sets for all its calls. Strings are NULL when not set; nothing is owned. */
struct aurpay_attempt_settings {
    /** PEM file of the only CAs that are trusted, for the API and for an https proxy; NULL for the
     *  system's. */
    const char *ca_file;
    /** "sha256//…", as CURLOPT_PINNEDPUBLICKEY takes it. */
    const char *pinned_public_key;
    const char *proxy;
    const char *user_agent;
    long connect_timeout_milliseconds;
    /** 4 or 6: only addresses of that kind are used. 0: both. */
    int ip_version;
};

struct aurpay_attempt {
    const struct aurpay_attempt_settings *settings;
    const struct aurpay_request *request;
    /** A read may be sent again by libcurl when a reused connection turns out to be dead; anything else may
     *  not. */
    bool is_read;
    /** On aurpay_clock_monotonic. */
    int64_t deadline;
};

/** Whether the request's URL is one of https. */
bool aurpay_attempt_is_https(const struct aurpay_attempt *attempt);

#endif
