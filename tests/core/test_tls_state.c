/* Whether libcurl's TLS is the OpenSSL that this program links. */
#include "test.h"

#include "core/tls_state.h"

static void test_the_same_version_is_the_same_library(void **state)
{
    (void)state;
    assert_true(aurpay_tls_state_is_same_library("OpenSSL/3.0.19", "OpenSSL 3.0.19 27 Jan 2026"));
    assert_true(aurpay_tls_state_is_same_library("OpenSSL/1.1.1n", "OpenSSL 1.1.1n  15 Mar 2022"));
    assert_true(aurpay_tls_state_is_same_library("OpenSSL/1.1.1k", "OpenSSL 1.1.1k  FIPS 25 Mar 2021"));
    /* libcurl built with several TLS libraries. */
    assert_true(
        aurpay_tls_state_is_same_library("(GnuTLS/3.7.9) OpenSSL/3.0.19", "OpenSSL 3.0.19 27 Jan 2026"));
    assert_true(
        aurpay_tls_state_is_same_library("GnuTLS/3.7.9 (OpenSSL/3.0.19)", "OpenSSL 3.0.19 27 Jan 2026"));
}

static void test_another_is_not(void **state)
{
    static const char *const others[] = {
        "OpenSSL/1.1.1n", "OpenSSL/3.0.1", "OpenSSL/3.0.190", "OpenSSL/13.0.19", "GnuTLS/3.7.9", "BoringSSL",
        "LibreSSL/3.8.2", "Schannel",      "OpenSSL/3.0.19a", "3.0.19",          "OpenSSL/",     ""};
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(others); i++) {
        assert_false(aurpay_tls_state_is_same_library(others[i], "OpenSSL 3.0.19 27 Jan 2026"));
    }
    assert_false(aurpay_tls_state_is_same_library("OpenSSL/3.0.19", "OpenSSL"));
    assert_false(aurpay_tls_state_is_same_library("OpenSSL/", "OpenSSL  x"));
}

static void test_it_is_here(void **state)
{
    (void)state;
    assert_true(aurpay_tls_state_is_known());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_same_version_is_the_same_library),
        cmocka_unit_test(test_another_is_not),
        cmocka_unit_test(test_it_is_here),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
