#include "validate.h"

#include <stdio.h>
#include <string.h>

#ifdef _WIN32
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#endif

#include <curl/curl.h>
#include <openssl/crypto.h>

#include "character.h"
#include "clock.h"

#define ID_MAX 64
#define OPTION_NAME_MAX 32
#define URL_MAX 2048
#define HEADER_VALUE_MAX 8192

static bool is_visible(char byte)
{
    return byte > 0x20 && byte < 0x7f;
}

bool aurpay_validate_option_name(const char *text, size_t length)
{
    size_t i;

    for (i = 0; i < length; i++) {
        if (!aurpay_character_is(text[i], AURPAY_CHARACTER_LETTER) && text[i] != '_' && text[i] != '-') {
            return false;
        }
    }
    return length <= OPTION_NAME_MAX;
}

bool aurpay_validate_id(const char *text, size_t length)
{
    size_t i;

    if (length < 1 || length > ID_MAX) {
        return false;
    }
    for (i = 0; i < length; i++) {
        if (!aurpay_character_is(text[i], AURPAY_CHARACTER_LETTER | AURPAY_CHARACTER_DIGIT) &&
            text[i] != '_' && text[i] != '-') {
            return false;
        }
    }
    return true;
}

bool aurpay_validate_header_value(const char *text, size_t length)
{
    size_t i;

    if (length == 0 || length > HEADER_VALUE_MAX || !is_visible(text[0]) || !is_visible(text[length - 1])) {
        return false;
    }
    for (i = 0; i < length; i++) {
        if (!is_visible(text[i]) && text[i] != ' ') {
            return false;
        }
    }
    return true;
}

bool aurpay_validate_is_blank(const char *text, size_t length)
{
    size_t i;

    for (i = 0; i < length; i++) {
        /* NUL as well, which strchr finds at the end: an HMAC key of NULs is the empty key. */
        if (!strchr(" \t\r\n\v\f", text[i])) {
            return false;
        }
    }
    return true;
}

bool aurpay_validate_has_outer_space(const char *text, size_t length)
{
    static const char *const spaces[] = {" ",  "\t",       "\n",           "\v",          "\f",
                                         "\r", "\xc2\xa0", "\xe2\x80\x8b", "\xef\xbb\xbf"};
    size_t i;

    /* Most texts begin and end with visible ASCII. */
    if (length && is_visible(text[0]) && is_visible(text[length - 1])) {
        return false;
    }
    for (i = 0; i < sizeof(spaces) / sizeof(spaces[0]); i++) {
        size_t size = strlen(spaces[i]);

        if (size <= length &&
            (memcmp(text, spaces[i], size) == 0 || memcmp(text + length - size, spaces[i], size) == 0)) {
            return true;
        }
    }
    return false;
}

bool aurpay_validate_method(const char *text, size_t length)
{
    static const char *const methods[] = {"GET", "POST", "PUT", "PATCH", "DELETE"};
    size_t i;

    for (i = 0; i < sizeof(methods) / sizeof(methods[0]); i++) {
        if (strlen(methods[i]) == length && memcmp(methods[i], text, length) == 0) {
            return true;
        }
    }
    return false;
}

/* Percent-encoded slash, backslash, dot, hash, NUL, CR and LF: servers decode them into what the plain rules
 * refuse. */
static bool is_dangerous_escape(const char *escape)
{
    static const char *const refused[] = {"%2f", "%5c", "%2e", "%23", "%00", "%0d", "%0a"};
    char lower[4] = {'%', escape[1], escape[2], '\0'};
    size_t i;

    for (i = 1; i < 3; i++) {
        if (lower[i] >= 'A' && lower[i] <= 'F') {
            lower[i] = (char)(lower[i] - 'A' + 'a');
        }
    }
    for (i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
        if (strcmp(refused[i], lower) == 0) {
            return true;
        }
    }
    return false;
}

/* What follows a semicolon is a parameter to some servers: `..;x` is a dot segment to them. So is `..%3bx`
 * behind a proxy that decodes the path. */
static bool is_dot_segment(const char *segment, size_t length)
{
    size_t dots = 0;

    while (dots < length && dots < 2 && segment[dots] == '.') {
        dots++;
    }
    if (dots == 0) {
        return false;
    }
    segment += dots;
    length -= dots;
    return length == 0 || segment[0] == ';' ||
           (length >= 3 && segment[0] == '%' && segment[1] == '3' &&
            (segment[2] == 'b' || segment[2] == 'B'));
}

/* `path` is the target up to its query. */
static bool has_plain_segments(const char *path, size_t length)
{
    const char *end = path + length;
    const char *segment = path + 1;

    while (segment <= end) {
        const char *slash = memchr(segment, '/', (size_t)(end - segment));
        const char *segment_end = slash ? slash : end;

        if (is_dot_segment(segment, (size_t)(segment_end - segment)) || (slash && slash == segment)) {
            return false;
        }
        segment = segment_end + 1;
    }
    return true;
}

bool aurpay_validate_target(const char *text, size_t length)
{
    const char *query;
    size_t i, path_length;

    if (length == 0 || length > URL_MAX || text[0] != '/') {
        return false;
    }
    query = memchr(text, '?', length);
    path_length = query ? (size_t)(query - text) : length;
    for (i = 0; i < length; i++) {
        if (!aurpay_character_is(text[i], AURPAY_CHARACTER_TARGET)) {
            return false;
        }
        if (text[i] == '%') {
            if (length - i < 3 || aurpay_character_hex_value(text[i + 1]) < 0 ||
                aurpay_character_hex_value(text[i + 2]) < 0) {
                return false;
            }
            if (i < path_length && is_dangerous_escape(text + i)) {
                return false;
            }
        }
    }
    return has_plain_segments(text, path_length);
}

bool aurpay_validate_is_loopback(const char *host)
{
    unsigned char address[4];

    if (strcmp(host, "localhost") == 0 || strcmp(host, "[::1]") == 0 || strcmp(host, "::1") == 0) {
        return true;
    }
    /* 127.0.0.0/8 */
    return inet_pton(AF_INET, host, address) == 1 && address[0] == 127;
}

static enum aurpay_code code_of(CURLUcode code)
{
    if (code == CURLUE_OK) {
        return AURPAY_OK;
    }
    return code == CURLUE_OUT_OF_MEMORY ? AURPAY_ERROR_MEMORY : AURPAY_ERROR_INVALID;
}

/* A part of a proxy's URL may be its password. */
static void free_part(char *part)
{
    if (part) {
        OPENSSL_cleanse(part, strlen(part));
        curl_free(part);
    }
}

/* @param absent libcurl's code for a URL without that part */
static enum aurpay_code check_absent(CURLU *url, CURLUPart part, CURLUcode absent)
{
    char *value = NULL;
    CURLUcode code = curl_url_get(url, part, &value, 0);

    free_part(value);
    if (code == absent) {
        return AURPAY_OK;
    }
    return code == CURLUE_OK ? AURPAY_ERROR_INVALID : code_of(code);
}

static bool scheme_fits(enum aurpay_url_kind kind, const char *scheme, const char *host)
{
    if (strcmp(scheme, "https") == 0) {
        return true;
    }
    if (strcmp(scheme, "http") != 0) {
        return false;
    }
    return kind == AURPAY_URL_BROWSER || kind == AURPAY_URL_PROXY || aurpay_validate_is_loopback(host);
}

/* Whether a part of a URL is absent, or can be percent-decoded.
 * @param absent as above */
static enum aurpay_code check_decodes(CURLU *url, CURLUPart part, CURLUcode absent)
{
    char *value = NULL;
    CURLUcode code = curl_url_get(url, part, &value, CURLU_URLDECODE);

    free_part(value);
    return code == absent ? AURPAY_OK : code_of(code);
}

/* The path below which every target stands: signed as it is written, so it must be sent as it is written. */
static enum aurpay_code check_base_path(CURLU *url)
{
    char *path = NULL;
    enum aurpay_code code = code_of(curl_url_get(url, CURLUPART_PATH, &path, 0));

    if (!code && !aurpay_validate_target(path, strlen(path))) {
        code = AURPAY_ERROR_INVALID;
    }
    free_part(path);
    return code;
}

static enum aurpay_code check_host(enum aurpay_url_kind kind, CURLU *url)
{
    char *scheme = NULL, *host = NULL;
    enum aurpay_code code = code_of(curl_url_get(url, CURLUPART_SCHEME, &scheme, 0));

    if (!code) {
        code = code_of(curl_url_get(url, CURLUPART_HOST, &host, 0));
    }
    if (!code && (host[0] == '\0' || !scheme_fits(kind, scheme, host))) {
        code = AURPAY_ERROR_INVALID;
    }
    free_part(scheme);
    free_part(host);
    return code;
}

static enum aurpay_code check_credentials(enum aurpay_url_kind kind, CURLU *url)
{
    /* libcurl does without a proxy whose credentials it cannot decode. */
    enum aurpay_code (*check)(CURLU *, CURLUPart, CURLUcode) =
        kind == AURPAY_URL_PROXY ? check_decodes : check_absent;
    enum aurpay_code code = check(url, CURLUPART_USER, CURLUE_NO_USER);

    return code ? code : check(url, CURLUPART_PASSWORD, CURLUE_NO_PASSWORD);
}

static enum aurpay_code check_parsed(enum aurpay_url_kind kind, CURLU *url)
{
    enum aurpay_code code = check_host(kind, url);

    if (!code) {
        code = check_credentials(kind, url);
    }
    if (!code && kind == AURPAY_URL_BASE) {
        code = check_base_path(url);
    }
    return code;
}

/* libcurl mends "https:/host" and "https:///host" and forgets an empty query or fragment: what is signed and
 * shown would not be what is called. */
static bool has_strict_form(enum aurpay_url_kind kind, const char *text, size_t length)
{
    const char *colon = memchr(text, ':', length);
    size_t host_length, i;

    if (!colon || text + length - colon < 4 || strncmp(colon, "://", 3) != 0 || colon[3] == '/') {
        return false;
    }
    /* Some of them take "127.0.0.1." for 127.0.0.1, others do not. */
    host_length = strcspn(colon + 3, ":/?#");
    if (kind != AURPAY_URL_PROXY && (host_length == 0 || colon[3 + host_length - 1] == '.')) {
        return false;
    }
    if ((kind != AURPAY_URL_BROWSER && memchr(text, '#', length)) ||
        (kind == AURPAY_URL_BASE && memchr(text, '?', length))) {
        return false;
    }
    for (i = 0; i < length; i++) {
        /* Bytes above ASCII are left to libcurl (paths in UTF-8), but not where they would be signed. */
        if ((unsigned char)text[i] <= 0x20 || text[i] == 0x7f || text[i] == '\\' ||
            (kind == AURPAY_URL_BASE && (unsigned char)text[i] >= 0x80)) {
            return false;
        }
    }
    return true;
}

/* What a shop's URLs look like: https, a name without port or user, and no fragment. Such a one is fit for
 * every use but a base or a proxy; libcurl needs some 5,500 instructions to say so, and an order has up to
 * four. */
static bool is_plain_https(const char *text, size_t length)
{
    static const char scheme[] = "https://";
    const char *end = text + length, *host = text + sizeof(scheme) - 1, *host_end;

    if (length < sizeof(scheme) || memcmp(text, scheme, sizeof(scheme) - 1) != 0) {
        return false;
    }
    host_end = aurpay_character_span(host, end, AURPAY_CHARACTER_HOST);
    /* A letter at both ends: no address. */
    if (!aurpay_character_is(*host, AURPAY_CHARACTER_LETTER) ||
        !aurpay_character_is(host_end[-1], AURPAY_CHARACTER_LETTER) ||
        (host_end < end && *host_end != '/' && *host_end != '?')) {
        return false;
    }
    return aurpay_character_span(host_end, end, AURPAY_CHARACTER_URL) == end;
}

enum aurpay_code aurpay_validate_url(enum aurpay_url_kind kind, const char *text, size_t length)
{
    /* The dot segments of a base must be seen: libcurl would take them out. */
    unsigned int flags = kind == AURPAY_URL_BASE ? CURLU_PATH_AS_IS : 0;
    enum aurpay_code code;
    CURLU *url;

    if (length == 0 || length > URL_MAX) {
        return AURPAY_ERROR_INVALID;
    }
    if ((kind == AURPAY_URL_CALLBACK || kind == AURPAY_URL_BROWSER) && is_plain_https(text, length)) {
        return AURPAY_OK;
    }
    if (!has_strict_form(kind, text, length)) {
        return AURPAY_ERROR_INVALID;
    }
    url = curl_url();
    if (!url) {
        return AURPAY_ERROR_MEMORY;
    }
    code = code_of(curl_url_set(url, CURLUPART_URL, text, flags));
    if (!code) {
        code = check_parsed(kind, url);
    }
    curl_url_cleanup(url);
    return code;
}

bool aurpay_validate_filter_date(const char *text, size_t length)
{
    char with_zone[AURPAY_DATE_SIZE];
    int64_t milliseconds;

    if (length != strlen("YYYY-MM-DDThh:mm:ss")) {
        return false;
    }
    (void)snprintf(with_zone, sizeof(with_zone), "%.19sZ", text);
    return aurpay_clock_parse_date(with_zone, length + 1, &milliseconds) == AURPAY_OK;
}

static bool is_pin(const char *pin, size_t length)
{
    /* 32 bytes are 43 characters of base64, and one of padding. */
    const char *digest = pin + strlen(AURPAY_PIN_PREFIX), *end = digest + 43;

    if (length != strlen(AURPAY_PIN_PREFIX) + 44 ||
        memcmp(pin, AURPAY_PIN_PREFIX, strlen(AURPAY_PIN_PREFIX)) != 0) {
        return false;
    }
    for (; digest < end; digest++) {
        if (!aurpay_character_is(*digest, AURPAY_CHARACTER_DIGIT | AURPAY_CHARACTER_LETTER) &&
            *digest != '+' && *digest != '/') {
            return false;
        }
    }
    return *end == '=';
}

bool aurpay_validate_pins(const char *text, size_t length)
{
    const char *end = text + length, *separator;

    while ((separator = memchr(text, ';', (size_t)(end - text))) != NULL) {
        if (!is_pin(text, (size_t)(separator - text))) {
            return false;
        }
        text = separator + 1;
    }
    return is_pin(text, (size_t)(end - text));
}
