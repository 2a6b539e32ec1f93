/* Faults of a TLS handshake, told by a code where there is one, else by the words of libcurl 7.74 to 8.14
 * with OpenSSL 1.1.1 and 3. */
#include "test.h"

#include <openssl/x509_vfy.h>

#include "core/tls_fault.h"

static void assert_certificate(long verify_result, enum aurpay_transfer expected)
{
    assert_int_equal(aurpay_tls_fault_classify(CURLE_PEER_FAILED_VERIFICATION, verify_result, "any words"),
                     expected);
}

static void test_openssls_verdict_on_a_certificate(void **state)
{
    static const long unknown[] = {
        X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT,
        X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
        X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE,
        X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT,
        X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
        X509_V_ERR_CERT_SIGNATURE_FAILURE,
        X509_V_ERR_CERT_UNTRUSTED,
    };
    size_t i;

    (void)state;
    assert_certificate(X509_V_ERR_CERT_HAS_EXPIRED, AURPAY_TRANSFER_CERTIFICATE_EXPIRED);
    assert_certificate(X509_V_ERR_CERT_NOT_YET_VALID, AURPAY_TRANSFER_CERTIFICATE_NOT_YET_VALID);
    assert_certificate(X509_V_ERR_HOSTNAME_MISMATCH, AURPAY_TRANSFER_CERTIFICATE_WRONG_HOST);
    assert_certificate(X509_V_ERR_IP_ADDRESS_MISMATCH, AURPAY_TRANSFER_CERTIFICATE_WRONG_HOST);
    assert_certificate(X509_V_ERR_CERT_REVOKED, AURPAY_TRANSFER_CERTIFICATE_REFUSED);
    assert_certificate(X509_V_ERR_CA_MD_TOO_WEAK, AURPAY_TRANSFER_CERTIFICATE_REFUSED);
    assert_certificate(X509_V_OK, AURPAY_TRANSFER_CERTIFICATE_REFUSED);
    for (i = 0; i < COUNT(unknown); i++) {
        assert_certificate(unknown[i], AURPAY_TRANSFER_CERTIFICATE_UNKNOWN_CA);
    }
}

static void test_libcurls_own_check_of_the_host(void **state)
{
    static const char *const words[] = {
        "SSL: no alternative certificate subject name matches target host name '127.0.0.1'",
        "SSL: no alternative certificate subject name matches target ipv4 address '127.0.0.1'",
        "SSL: certificate subject name 'a.example' does not match target host name 'b.example'",
        "SSL: unable to obtain common name from peer certificate",
    };
    static const long verify_results[] = {X509_V_OK, X509_V_ERR_UNSPECIFIED};
    size_t i, j;

    (void)state;
    for (i = 0; i < COUNT(words); i++) {
        for (j = 0; j < COUNT(verify_results); j++) {
            assert_int_equal(
                aurpay_tls_fault_classify(CURLE_PEER_FAILED_VERIFICATION, verify_results[j], words[i]),
                AURPAY_TRANSFER_CERTIFICATE_WRONG_HOST);
        }
        /* OpenSSL's verdict counts more than the words, which may contain names from the certificate. */
        assert_int_equal(
            aurpay_tls_fault_classify(CURLE_PEER_FAILED_VERIFICATION, X509_V_ERR_CERT_HAS_EXPIRED, words[i]),
            AURPAY_TRANSFER_CERTIFICATE_EXPIRED);
    }
}

/* Seen with libcurl 7.88: the words described another connection, which libcurl had closed before. */
static void test_certificates_whose_words_are_lost(void **state)
{
    (void)state;
    assert_certificate(X509_V_ERR_UNSPECIFIED, AURPAY_TRANSFER_CERTIFICATE_WRONG_HOST);
    assert_int_equal(
        aurpay_tls_fault_classify(CURLE_PEER_FAILED_VERIFICATION, X509_V_ERR_UNSPECIFIED,
                                  "SSL certificate problem: unspecified certificate verification error"),
        AURPAY_TRANSFER_CERTIFICATE_REFUSED);
    assert_string_equal(aurpay_tls_fault_verdict(CURLE_PEER_FAILED_VERIFICATION, X509_V_ERR_CERT_HAS_EXPIRED),
                        "certificate has expired");
    assert_null(aurpay_tls_fault_verdict(CURLE_PEER_FAILED_VERIFICATION, X509_V_ERR_UNSPECIFIED));
    assert_null(aurpay_tls_fault_verdict(CURLE_PEER_FAILED_VERIFICATION, X509_V_OK));
    assert_null(aurpay_tls_fault_verdict(CURLE_SSL_CONNECT_ERROR, X509_V_ERR_CERT_HAS_EXPIRED));
}

static void test_openssls_reason_in_the_words(void **state)
{
    static const struct {
        const char *words;
        enum aurpay_transfer expected;
    } cases[] = {
        {"OpenSSL/3.0.11: error:0A00042E:SSL routines::tlsv1 alert protocol version",
         AURPAY_TRANSFER_TLS_TOO_OLD},
        {"TLS connect error: error:0A00042E:SSL routines::tlsv1 alert protocol version",
         AURPAY_TRANSFER_TLS_TOO_OLD},
        {"error:1409442E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version",
         AURPAY_TRANSFER_TLS_TOO_OLD},
        {"TLS connect error: error:0A000102:SSL routines::unsupported protocol", AURPAY_TRANSFER_TLS_TOO_OLD},
        {"error:1425F102:SSL routines:ssl_choose_client_version:unsupported protocol",
         AURPAY_TRANSFER_TLS_TOO_OLD},
        {"error:0A000102:lib(20)::reason(258)", AURPAY_TRANSFER_TLS_TOO_OLD},
        {"TLS connect error: error:0A00010B:SSL routines::wrong version number", AURPAY_TRANSFER_NOT_TLS},
        {"error:1408F10B:SSL routines:ssl3_get_record:wrong version number", AURPAY_TRANSFER_NOT_TLS},
        {"TLS connect error: error:0A000410:SSL routines::ssl/tls alert handshake failure",
         AURPAY_TRANSFER_TLS_FAILED},
        {"TLS connect error: error:00000000:lib(0)::reason(0)", AURPAY_TRANSFER_TLS_FAILED},
        {"OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to 127.0.0.1:1", AURPAY_TRANSFER_TLS_FAILED},
        {"error:", AURPAY_TRANSFER_TLS_FAILED},
        {"", AURPAY_TRANSFER_TLS_FAILED},
    };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(cases); i++) {
        if (aurpay_tls_fault_classify(CURLE_SSL_CONNECT_ERROR, 0, cases[i].words) != cases[i].expected) {
            fail_msg("wrong fault for \"%s\"", cases[i].words);
        }
    }
}

static void test_faults_that_have_a_code_of_their_own(void **state)
{
    static const struct {
        CURLcode result;
        enum aurpay_transfer expected;
    } cases[] = {
        {CURLE_SSL_PINNEDPUBKEYNOTMATCH, AURPAY_TRANSFER_WRONG_PUBLIC_KEY},
        {CURLE_SSL_CACERT_BADFILE, AURPAY_TRANSFER_CA_FILE_UNUSABLE},
        {CURLE_SSL_ISSUER_ERROR, AURPAY_TRANSFER_CERTIFICATE_REFUSED},
        {CURLE_BAD_CONTENT_ENCODING, AURPAY_TRANSFER_FAILED},
        {CURLE_OUT_OF_MEMORY, AURPAY_TRANSFER_FAILED},
    };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(cases); i++) {
        assert_int_equal(
            aurpay_tls_fault_classify(cases[i].result, X509_V_ERR_CERT_HAS_EXPIRED, "subject name"),
            cases[i].expected);
    }
}

static bool is_of_trust(enum aurpay_transfer transfer, const char *words)
{
    struct aurpay_response response = {.transfer = transfer};

    snprintf(response.error, sizeof(response.error), "%s", words);
    return aurpay_tls_fault_is_of_trust(&response);
}

/* The words are OpenSSL 3's for a CA without memory for its key, and without memory for its extensions; for
 * an alert of the server, and for a connection that the system lost. */
static void test_faults_after_which_the_cas_are_loaded_anew(void **state)
{
    static const enum aurpay_transfer of_trust[] = {AURPAY_TRANSFER_CA_FILE_UNUSABLE,
                                                    AURPAY_TRANSFER_CERTIFICATE_UNKNOWN_CA,
                                                    AURPAY_TRANSFER_CERTIFICATE_REFUSED};
    static const char decode[] = "OpenSSL/3.0.19: error:03000072:digital envelope routines::decode error";
    static const char invalid[] = "OpenSSL/3.0.19: error:1100009E:X509 V3 routines::invalid certificate";
    static const char alert[] = "error:0A000410:SSL routines::ssl/tls alert handshake failure";
    static const char lost[] = "OpenSSL/3.0.19: error:80000068:system library::Connection reset by peer";
    int transfer, found = 0;
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(of_trust); i++) {
        assert_true(is_of_trust(of_trust[i], ""));
    }
    for (transfer = AURPAY_TRANSFER_COMPLETE; transfer <= AURPAY_TRANSFER_FAILED; transfer++) {
        found += is_of_trust((enum aurpay_transfer)transfer, "");
    }
    assert_int_equal(found, COUNT(of_trust));
    assert_true(is_of_trust(AURPAY_TRANSFER_TLS_FAILED, decode));
    assert_true(is_of_trust(AURPAY_TRANSFER_TLS_FAILED, invalid));
    assert_false(is_of_trust(AURPAY_TRANSFER_TLS_FAILED, alert));
    assert_false(is_of_trust(AURPAY_TRANSFER_TLS_FAILED, lost));
    assert_false(is_of_trust(AURPAY_TRANSFER_TLS_FAILED, "OpenSSL SSL_connect: SSL_ERROR_SYSCALL"));
    assert_false(is_of_trust(AURPAY_TRANSFER_FAILED, decode));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_openssls_verdict_on_a_certificate),
        cmocka_unit_test(test_libcurls_own_check_of_the_host),
        cmocka_unit_test(test_certificates_whose_words_are_lost),
        cmocka_unit_test(test_openssls_reason_in_the_words),
        cmocka_unit_test(test_faults_that_have_a_code_of_their_own),
        cmocka_unit_test(test_faults_after_which_the_cas_are_loaded_anew),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
