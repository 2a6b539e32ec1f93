/* What may go onto the wire. Every predicate takes bytes with a length: a NUL inside is refused, not the
 * end. */
#ifndef AURPAY_CORE_VALIDATE_H
#define AURPAY_CORE_VALIDATE_H

#include "common.h"

/** An id in a path: 1 to 64 of A-Z a-z 0-9 _ and -, so that it can never change the path around it. */
bool aurpay_validate_id(const char *text, size_t length);

/** A header's value: visible ASCII and inner blanks, 1 to 8192 bytes, no blank at either end. */
bool aurpay_validate_header_value(const char *text, size_t length);

/** Whether nothing but white space and NULs (or nothing at all) is in @p text. */
bool aurpay_validate_is_blank(const char *text, size_t length);

/** Whether white space that a copy or a file brings along stands at an end of @p text: ASCII's, a no-break
 *  space (U+00A0), a zero-width space (U+200B) or a byte order mark (U+FEFF), these in UTF-8. */
bool aurpay_validate_has_outer_space(const char *text, size_t length);

/** A method for request(): GET, POST, PUT, PATCH or DELETE, upper case. */
bool aurpay_validate_method(const char *text, size_t length);

/** Whether it may be the name of a library's option: at most 32 letters, underscores and hyphens. */
bool aurpay_validate_option_name(const char *text, size_t length);

/** A path with an optional query, as it goes onto the request line: starts with one slash; no second one
 *  beside it, no dot segment, backslash, fragment, or any of these percent-encoded. */
bool aurpay_validate_target(const char *text, size_t length);

/** What libcurl wants before the digest of a pinned public key. */
#define AURPAY_PIN_PREFIX "sha256//"

/** One or more pins with semicolons between them: the prefix, and 32 bytes in base64. */
bool aurpay_validate_pins(const char *text, size_t length);

enum aurpay_url_kind {
    /** The base of an API: https (http on loopback), a host, no credentials, query or fragment. Its path is
     *  one that aurpay_validate_target takes. */
    AURPAY_URL_BASE,
    /** A callback URL: https (http on loopback), because the platform sends the merchant's key there. */
    AURPAY_URL_CALLBACK,
    /** Where a browser is sent: https or http. */
    AURPAY_URL_BROWSER,
    /** A proxy: http or https, credentials allowed. */
    AURPAY_URL_PROXY
};

/** Whether @p text is an absolute URL fit for that use: AURPAY_OK, else AURPAY_ERROR_INVALID, or
 *  AURPAY_ERROR_MEMORY when it could not be looked at. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_validate_url(enum aurpay_url_kind kind, const char *text,
                                                       size_t length);

/** Whether a host is this machine by itself: "localhost", an address of 127.0.0.0/8, or ::1, also in
 *  brackets. */
bool aurpay_validate_is_loopback(const char *host);

/** "YYYY-MM-DDThh:mm:ss", the form of the filters `st` and `et`, without a zone. */
bool aurpay_validate_filter_date(const char *text, size_t length);

#endif
