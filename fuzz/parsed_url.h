/* A URL as libcurl reads it. */
#ifndef AURPAY_FUZZ_PARSED_URL_H
#define AURPAY_FUZZ_PARSED_URL_H

#include "fuzz.h"

/** Its parts; "" for one that is not there. */
struct parsed_url {
    char *scheme;
    char *host;
    char *path;
    char *query;
    bool has_user;
    bool has_password;
    bool has_fragment;
};

/** Reads a NUL-terminated URL with these flags of curl_url_set(). False when libcurl refuses it. */
bool parsed_url_read(struct parsed_url *parsed, const char *url, unsigned int flags);

void parsed_url_free(struct parsed_url *parsed);

#endif
