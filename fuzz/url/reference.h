/* URLs taken apart by hand, and who is this machine: independent of src/core/validate.c and of libcurl. */
#ifndef AURPAY_FUZZ_URL_REFERENCE_H
#define AURPAY_FUZZ_URL_REFERENCE_H

#include "fuzz/text.h"

/** The parts of `scheme://user@host:port/path?query#fragment`, as they stand there. */
struct reference_url {
    struct fuzz_text scheme;
    struct fuzz_text user;
    /** With the brackets of an IPv6 address. */
    struct fuzz_text host;
    struct fuzz_text port;
    struct fuzz_text path;
    struct fuzz_text query;
    struct fuzz_text fragment;
    bool has_user;
    bool has_query;
    bool has_fragment;
};

/** Takes a text apart; whether the parts are sound is another question. False without a scheme and two
 *  slashes.
 *  @p url is to be freed in any case */
bool reference_url_read(struct reference_url *url, const struct fuzz_text *text);

/** Whether any reader takes the URL alike: an https or http scheme, a plain name without user, an ordinary
 *  port, a path by the rules of a target, and an ordinary query and fragment. */
bool reference_url_is_plain(const struct reference_url *url);

/** Whether a host, resolved without a name server, is a loopback address; "localhost" is one. Brackets are
 *  allowed. */
bool reference_url_is_loopback(const char *host);

/** Whether a host that was read from a URL is the one that is written there: in any case, percent-encoded
 *  or not, or another spelling of the address. */
bool reference_url_same_host(const char *read, const char *written);

void reference_url_free(struct reference_url *url);

#endif
