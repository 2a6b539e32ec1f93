#include "tls_fault.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

/* libcurl checks the host name itself and has no error code for it. It starts with X509_V_ERR_UNSPECIFIED and
 * replaces it with OpenSSL's reason if OpenSSL refuses the chain. So that value means the host name, unless
 * the error text gives it as OpenSSL's reason. After a good chain, or with another TLS library, only the text
 * tells. */
static bool is_about_the_name(long verify_result, const char *words)
{
    if (verify_result == X509_V_ERR_UNSPECIFIED) {
        return !strstr(words, "certificate problem");
    }
    return verify_result == X509_V_OK && (strstr(words, "subject name") || strstr(words, "common name"));
}

static enum aurpay_transfer certificate_fault(long verify_result, const char *words)
{
    switch (verify_result) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return AURPAY_TRANSFER_CERTIFICATE_EXPIRED;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return AURPAY_TRANSFER_CERTIFICATE_NOT_YET_VALID;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
    case X509_V_ERR_CERT_UNTRUSTED:
        return AURPAY_TRANSFER_CERTIFICATE_UNKNOWN_CA;
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return AURPAY_TRANSFER_CERTIFICATE_WRONG_HOST;
    default:
        return is_about_the_name(verify_result, words) ? AURPAY_TRANSFER_CERTIFICATE_WRONG_HOST
                                                       : AURPAY_TRANSFER_CERTIFICATE_REFUSED;
    }
}

/* libcurl passes OpenSSL's error on as text alone, "TLS connect error: error:0A000102:…". The number's lowest
 * 12 bits are the reason, in OpenSSL 1.1.1 as in 3. */
static unsigned long openssl_error(const char *words)
{
    static const char prefix[] = "error:";
    const char *number;

    for (number = strstr(words, prefix); number; number = strstr(number, prefix)) {
        number += sizeof(prefix) - 1;
        if (isxdigit((unsigned char)*number)) {
            return strtoul(number, NULL, 16);
        }
    }
    return 0;
}

static enum aurpay_transfer handshake_fault(const char *words)
{
    switch (openssl_error(words) & 0xfff) {
    /* The server chose a version that is too old, or supports none that was offered. */
    case SSL_R_UNSUPPORTED_PROTOCOL:
    case SSL_R_TLSV1_ALERT_PROTOCOL_VERSION:
        return AURPAY_TRANSFER_TLS_TOO_OLD;
    case SSL_R_WRONG_VERSION_NUMBER:
        return AURPAY_TRANSFER_NOT_TLS;
    default:
        return AURPAY_TRANSFER_TLS_FAILED;
    }
}

const char *aurpay_tls_fault_verdict(CURLcode result, long verify_result)
{
    return result == CURLE_PEER_FAILED_VERIFICATION && verify_result > X509_V_ERR_UNSPECIFIED
               ? X509_verify_cert_error_string(verify_result)
               : NULL;
}

enum aurpay_transfer aurpay_tls_fault_classify(CURLcode result, long verify_result, const char *words)
{
    switch (result) {
    case CURLE_PEER_FAILED_VERIFICATION:
        return certificate_fault(verify_result, words);
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
        return AURPAY_TRANSFER_WRONG_PUBLIC_KEY;
    case CURLE_SSL_CACERT_BADFILE:
        return AURPAY_TRANSFER_CA_FILE_UNUSABLE;
    case CURLE_SSL_ISSUER_ERROR:
        return AURPAY_TRANSFER_CERTIFICATE_REFUSED;
    case CURLE_SSL_CONNECT_ERROR:
        return handshake_fault(words);
    default:
        return AURPAY_TRANSFER_FAILED;
    }
}

/* A fault of the network or the server is an error of OpenSSL's TLS or of the system. Other errors are about
 * keys and certificates that cannot be used. */
static bool is_about_data(unsigned long error)
{
    int library = ERR_GET_LIB(error);

    return error != 0 && library != ERR_LIB_SSL && library != ERR_LIB_SYS;
}

bool aurpay_tls_fault_is_of_trust(const struct aurpay_response *response)
{
    switch (response->transfer) {
    case AURPAY_TRANSFER_CA_FILE_UNUSABLE:
    case AURPAY_TRANSFER_CERTIFICATE_UNKNOWN_CA:
    case AURPAY_TRANSFER_CERTIFICATE_REFUSED:
        return true;
    case AURPAY_TRANSFER_TLS_FAILED:
        return is_about_data(openssl_error(response->error));
    default:
        return false;
    }
}
