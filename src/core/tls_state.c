#include "tls_state.h"

#include <string.h>

#include <openssl/crypto.h>
#include <openssl/ssl.h>

bool aurpay_tls_state_is_same_library(const char *curl, const char *openssl)
{
    const char *version = strchr(openssl, ' ');
    const char *found = curl;
    size_t length;

    if (!version) {
        return false;
    }
    version++;
    length = strcspn(version, " ");
    while (length && (found = strchr(found, '/'))) {
        found++;
        if (strncmp(found, version, length) == 0 && strchr(" )", found[length])) {
            return true;
        }
    }
    return false;
}

bool aurpay_tls_state_is_known(void)
{
    const char *curl = curl_version_info(CURLVERSION_NOW)->ssl_version;

    return curl && aurpay_tls_state_is_same_library(curl, OpenSSL_version(OPENSSL_VERSION));
}

const struct ssl_st *aurpay_tls_state_of(CURL *easy)
{
    struct curl_tlssessioninfo *session = NULL;

    if (curl_easy_getinfo(easy, CURLINFO_TLS_SSL_PTR, &session) != CURLE_OK || !session ||
        session->backend != CURLSSLBACKEND_OPENSSL) {
        return NULL;
    }
    return session->internals;
}

bool aurpay_tls_state_is_http_2(const struct ssl_st *tls)
{
    const unsigned char *name = NULL;
    unsigned int length = 0;

    SSL_get0_alpn_selected(tls, &name, &length);
    return length == 2 && memcmp(name, "h2", 2) == 0;
}

bool aurpay_tls_state_has_unread(const struct ssl_st *tls)
{
    return SSL_has_pending(tls) != 0;
}
