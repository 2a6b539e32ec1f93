/* CURLOPT_PROTOCOLS: its successor, PROTOCOLS_STR, is refused by a library that is older than the headers. */
#define CURL_DISABLE_DEPRECATION

#include "setup.h"

#include <string.h>

#include "text.h"

/* CURLOPT_QUICK_EXIT of libcurl 7.87. The library may be newer than the headers. */
#define QUICK_EXIT ((CURLoption)(CURLOPTTYPE_LONG + 322))

void aurpay_setup_note(CURLcode *first, CURLcode code)
{
    if (*first == CURLE_OK) {
        *first = code;
    }
}

static CURLcode set_protocol(CURL *easy)
{
    CURLcode code = CURLE_OK;

    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_PATH_AS_IS, 1L));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L));
    /* Every encoding libcurl was built with: the service answers with br and gzip. */
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, ""));
    /* Without it a slow name server keeps the call beyond its deadline. Older libraries refuse it. */
    (void)curl_easy_setopt(easy, QUICK_EXIT, 1L);
    return code;
}

/* TLS is always verified; there is no way to switch it off. */
static CURLcode set_security(CURL *easy, const struct aurpay_attempt_settings *settings, bool https)
{
    CURLcode code = CURLE_OK;

    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_PROXY_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2));
    if (settings->ca_file) {
        aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_CAINFO, settings->ca_file));
        /* Otherwise the system's CA directory would be trusted besides the file. */
        aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_CAPATH, NULL));
    }
    if (settings->ca_file && settings->proxy) {
        aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_PROXY_CAINFO, settings->ca_file));
        aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_PROXY_CAPATH, NULL));
    }
    if (settings->pinned_public_key) {
        aurpay_setup_note(&code,
                          curl_easy_setopt(easy, CURLOPT_PINNEDPUBLICKEY, settings->pinned_public_key));
    }
    aurpay_setup_note(
        &code, curl_easy_setopt(easy, CURLOPT_PROTOCOLS, (long)(https ? CURLPROTO_HTTPS : CURLPROTO_HTTP)));
    return code;
}

/* The IP version of the addresses that are used. libcurl before 7.80 takes cached addresses of both
 * versions. */
static CURLcode set_ip_version(CURL *easy, int ip_version, bool has_prerequest)
{
    long kind = ip_version == 4 ? CURL_IPRESOLVE_V4 : CURL_IPRESOLVE_V6;
    CURLcode code = CURLE_OK;

    if (ip_version) {
        aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_IPRESOLVE, kind));
    }
    if (ip_version && !has_prerequest) {
        aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_DNS_CACHE_TIMEOUT, 0L));
    }
    return code;
}

static CURLcode set_peer(CURL *easy, const struct aurpay_attempt_settings *settings)
{
    CURLcode code = CURLE_OK;

    /* "" and not NULL: the environment's proxy variables are ignored. */
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_PROXY, settings->proxy ? settings->proxy : ""));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_NOPROXY, ""));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_USERAGENT, settings->user_agent));
    return code;
}

static CURLcode set_options(CURL *easy, const struct aurpay_setup *setup, const struct aurpay_pool *pool,
                            const struct aurpay_attempt_settings *settings)
{
    CURLcode code = CURLE_OK;

    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_SHARE, pool->share));
    aurpay_setup_note(&code, set_protocol(easy));
    aurpay_setup_note(&code, set_security(easy, settings, setup->is_https));
    aurpay_setup_note(&code, set_peer(easy, settings));
    aurpay_setup_note(&code, set_ip_version(easy, settings->ip_version, setup->has_prerequest));
#if LIBCURL_VERSION_NUM >= 0x075000
    /* Refused by an older library, whose pool is replaced as a whole (pool.c). */
    (void)curl_easy_setopt(easy, CURLOPT_MAXLIFETIME_CONN, pool->lifetime_seconds);
#endif
    return code;
}

static void texts_of(const struct aurpay_attempt_settings *settings, const char *texts[AURPAY_SETUP_TEXTS])
{
    texts[AURPAY_SETUP_CA_FILE] = settings->ca_file;
    texts[AURPAY_SETUP_PINNED_PUBLIC_KEY] = settings->pinned_public_key;
    texts[AURPAY_SETUP_PROXY] = settings->proxy;
    texts[AURPAY_SETUP_USER_AGENT] = settings->user_agent;
}

static bool is_same_text(const char *left, const char *right)
{
    return left && right ? strcmp(left, right) == 0 : left == right;
}

bool aurpay_setup_is_for(const struct aurpay_setup *setup, const struct aurpay_attempt *attempt)
{
    const char *texts[AURPAY_SETUP_TEXTS];
    size_t i;

    texts_of(attempt->settings, texts);
    for (i = 0; i < AURPAY_SETUP_TEXTS; i++) {
        if (!is_same_text(setup->texts[i], texts[i])) {
            return false;
        }
    }
    return setup->is_made && setup->is_https == aurpay_attempt_is_https(attempt) &&
           setup->ip_version == attempt->settings->ip_version;
}

/* A proxy's URL holds its credentials. */
static enum aurpay_code make_terms(struct aurpay_setup *setup)
{
    static const enum aurpay_setup_text parts[] = {AURPAY_SETUP_CA_FILE, AURPAY_SETUP_PINNED_PUBLIC_KEY,
                                                   AURPAY_SETUP_PROXY};
    const char kind[] = {setup->is_https ? '+' : '-', (char)('0' + setup->ip_version)};
    struct aurpay_buffer buffer;
    enum aurpay_code code;
    size_t i;

    aurpay_buffer_init(&buffer, SIZE_MAX - 1);
    code = aurpay_buffer_append(&buffer, kind, sizeof(kind));
    for (i = 0; !code && i < sizeof(parts) / sizeof(parts[0]); i++) {
        const char *text = setup->texts[parts[i]];

        code = aurpay_buffer_append(&buffer, text ? "+" : "-", 1);
        if (!code && text) {
            /* With its NUL, so that different settings never give the same bytes. */
            code = aurpay_buffer_append(&buffer, text, strlen(text) + 1);
        }
    }
    if (!code) {
        code = aurpay_digest_sha256(aurpay_buffer_string(&buffer), buffer.length, setup->terms.digest);
    }
    aurpay_buffer_free(&buffer);
    return code;
}

static enum aurpay_code copy_settings(struct aurpay_setup *setup, const struct aurpay_attempt *attempt)
{
    const char *texts[AURPAY_SETUP_TEXTS];
    size_t i;

    texts_of(attempt->settings, texts);
    for (i = 0; i < AURPAY_SETUP_TEXTS; i++) {
        setup->texts[i] = texts[i] ? aurpay_text_copy(texts[i], strlen(texts[i])) : NULL;
        if (texts[i] && !setup->texts[i]) {
            return AURPAY_ERROR_MEMORY;
        }
    }
    setup->is_https = aurpay_attempt_is_https(attempt);
    setup->ip_version = attempt->settings->ip_version;
    return make_terms(setup);
}

void aurpay_setup_free(struct aurpay_setup *setup)
{
    size_t i;

    for (i = 0; i < AURPAY_SETUP_TEXTS; i++) {
        /* A proxy's URL may hold a password. */
        aurpay_text_wipe(setup->texts[i], setup->texts[i] ? strlen(setup->texts[i]) : 0);
        setup->texts[i] = NULL;
    }
    setup->is_made = false;
}

enum aurpay_code aurpay_setup_make(struct aurpay_setup *setup, CURL *easy, const struct aurpay_pool *pool,
                                   const struct aurpay_attempt *attempt, bool has_prerequest)
{
    enum aurpay_code code = copy_settings(setup, attempt);

    setup->has_prerequest = has_prerequest;
    if (!code && set_options(easy, setup, pool, attempt->settings) != CURLE_OK) {
        code = AURPAY_ERROR_SETUP;
    }
    setup->is_made = code == AURPAY_OK;
    return code;
}
