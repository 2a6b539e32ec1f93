/* The check of URLs, for each of its uses, against a reference and against libcurl; and which hosts are this
 * machine.
 *
 * An input: a line with a path, and a text that is looked at as a URL and as a host. */
#include <string.h>

#include <arpa/inet.h>

#include <curl/curl.h>

#include "core/request.h"
#include "core/validate.h"
#include "parsed_url.h"
#include "reference_target.h"
#include "text.h"
#include "url/reference.h"

static const enum aurpay_url_kind kinds[] = {AURPAY_URL_BASE, AURPAY_URL_CALLBACK, AURPAY_URL_BROWSER,
                                             AURPAY_URL_PROXY};
static const char *const names[] = {"base", "callback", "browser", "proxy"};

static void fail(const struct fuzz_text *url, enum aurpay_url_kind kind, const char *problem)
{
    fuzz_show(names[kind], url->bytes, url->length);
    fuzz_fail("%s", problem);
}

/* What any URL must be that is taken, for its use. Returns what is wrong, or NULL. */
static const char *find_fault(const struct reference_url *parts, enum aurpay_url_kind kind,
                              const struct fuzz_text *url)
{
    bool is_https = strcasecmp(parts->scheme.bytes, "https") == 0;
    size_t i;

    for (i = 0; i < url->length; i++) {
        if ((unsigned char)url->bytes[i] <= ' ' || url->bytes[i] == 0x7f || url->bytes[i] == '\\') {
            return "it has a byte that no URL has";
        }
    }
    if (url->length > 2048) {
        return "it is too long";
    }
    if (!is_https && (strcasecmp(parts->scheme.bytes, "http") != 0 ||
                      (kind <= AURPAY_URL_CALLBACK && !reference_url_is_loopback(parts->host.bytes)))) {
        return "it is not https";
    }
    if (parts->host.length == 0) {
        return "it has no host";
    }
    if (kind != AURPAY_URL_PROXY && (parts->has_user || parts->host.bytes[parts->host.length - 1] == '.')) {
        return "it has a user, or a point behind the host";
    }
    if ((parts->has_fragment && kind != AURPAY_URL_BROWSER) ||
        (parts->has_query && kind == AURPAY_URL_BASE)) {
        return "it has a fragment, or a base has a query";
    }
    if (kind == AURPAY_URL_BASE && parts->path.length &&
        !reference_target_is_fit(parts->path.bytes, parts->path.length)) {
        return "a base's path is no fit target";
    }
    return NULL;
}

/* libcurl must call the host that the URL shows. */
static void compare_with_libcurl(const struct fuzz_text *url, enum aurpay_url_kind kind,
                                 const struct reference_url *parts)
{
    struct parsed_url parsed;

    if (!parsed_url_read(&parsed, url->bytes, CURLU_PATH_AS_IS)) {
        fail(url, kind, "libcurl refuses it");
    }
    if (strcasecmp(parsed.scheme, parts->scheme.bytes) != 0) {
        fail(url, kind, "libcurl reads another scheme");
    }
    if (!reference_url_same_host(parsed.host, parts->host.bytes)) {
        fail(url, kind, "libcurl reads another host");
    }
    if (kind != AURPAY_URL_PROXY && (parsed.has_user || parsed.has_password)) {
        fail(url, kind, "libcurl reads a user");
    }
    parsed_url_free(&parsed);
}

/* A base and a path make a request: libcurl must find the host of the base, and the path that is signed. */
static void compare_request(const struct fuzz_text *base, const struct fuzz_text *path)
{
    struct fuzz_text trimmed = fuzz_text_copy(base->bytes, base->length);
    struct aurpay_request request;
    struct parsed_url parsed, parsed_base;
    const char *target;
    size_t path_length;

    /* As the option base_uri does. */
    while (trimmed.bytes[trimmed.length - 1] == '/') {
        trimmed.bytes[--trimmed.length] = '\0';
    }
    aurpay_request_init(&request, "GET");
    fuzz_check(aurpay_request_set_target(&request, trimmed.bytes, path->bytes, NULL) == AURPAY_OK,
               "a target is set");
    target = aurpay_request_target(&request);
    path_length = strcspn(target, "?");
    if (!reference_target_is_fit(target, strlen(target)) && strlen(target) <= 2048) {
        fail(base, AURPAY_URL_BASE, "the whole target is not fit");
    }
    if (!parsed_url_read(&parsed, aurpay_buffer_string(&request.url), 0) ||
        !parsed_url_read(&parsed_base, base->bytes, 0) || strcmp(parsed.host, parsed_base.host) != 0 ||
        parsed.has_user || parsed.has_password || parsed.has_fragment) {
        fail(base, AURPAY_URL_BASE, "a path changes what is before it");
    }
    if (strlen(parsed.path) != path_length || strncmp(parsed.path, target, path_length) != 0) {
        fail(base, AURPAY_URL_BASE, "libcurl sends another path than the signed one");
    }
    parsed_url_free(&parsed);
    parsed_url_free(&parsed_base);
    aurpay_request_free(&request);
    fuzz_text_free(&trimmed);
}

static void try_kind(const struct fuzz_text *url, const struct fuzz_text *path, enum aurpay_url_kind kind)
{
    bool is_taken = aurpay_validate_url(kind, url->bytes, url->length) == AURPAY_OK;
    struct reference_url parts;
    bool is_url = reference_url_read(&parts, url);

    if (is_taken) {
        const char *fault = is_url ? find_fault(&parts, kind, url) : "it is no URL";

        if (fault) {
            fail(url, kind, fault);
        }
        compare_with_libcurl(url, kind, &parts);
        if (kind == AURPAY_URL_BASE && aurpay_validate_target(path->bytes, path->length) &&
            !strstr(path->bytes, "{id}")) {
            compare_request(url, path);
        }
    } else if (is_url && reference_url_is_plain(&parts) && !find_fault(&parts, kind, url)) {
        fail(url, kind, "it is refused");
    }
    reference_url_free(&parts);
}

static void try_host(const struct fuzz_text *host)
{
    bool is_loopback = aurpay_validate_is_loopback(host->bytes);
    struct in_addr four;
    bool must_be = strcmp(host->bytes, "localhost") == 0 || strcmp(host->bytes, "::1") == 0 ||
                   strcmp(host->bytes, "[::1]") == 0 ||
                   (inet_pton(AF_INET, host->bytes, &four) == 1 && ntohl(four.s_addr) >> 24 == 127);

    if (is_loopback != must_be || (is_loopback && !reference_url_is_loopback(host->bytes))) {
        fuzz_show("the host", host->bytes, host->length);
        fuzz_fail("it is %s this machine", is_loopback ? "said to be" : "not said to be");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct fuzz_input input = {bytes, length};
    struct fuzz_text path = fuzz_line(&input);
    struct fuzz_text url = fuzz_rest(&input);
    size_t i;

    for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        try_kind(&url, &path, kinds[i]);
    }
    try_host(&url);
    fuzz_text_free(&path);
    fuzz_text_free(&url);
    return 0;
}
