/* MD5, SHA-256, the two HMACs and the comparison, checked with the values of RFC 1321, RFC 4231 and NIST. */
#include "test.h"

#include "core/digest.h"
#include "core/hmac.h"

/* RFC 1321, appendix A.5. */
static void test_md5_of_the_rfc(void **state)
{
    static const struct {
        const char *text, *hex;
    } cases[] = {
        {"", "d41d8cd98f00b204e9800998ecf8427e"},
        {"a", "0cc175b9c0f1b6a831c399e269772661"},
        {"abc", "900150983cd24fb0d6963f7d28e17f72"},
        {"message digest", "f96b697d7cb7938d525a2f31aaf161d0"},
        {"abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"},
        {"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
         "d174ab98d277d9f5a5611c2c9f419d9f"},
        {"12345678901234567890123456789012345678901234567890123456789012345678901234567890",
         "57edf4a22be3c955ac49da2e2107b67a"},
    };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(cases); i++) {
        char hex[AURPAY_MD5_HEX_SIZE];

        assert_int_equal(aurpay_digest_md5(cases[i].text, strlen(cases[i].text), hex), AURPAY_OK);
        assert_string_equal(hex, cases[i].hex);
    }
}

/* The SHA-256 examples of FIPS 180-4, and the well-known digest of nothing. */
static void test_sha256_of_the_standard(void **state)
{
    static const struct {
        const char *text;
        unsigned char begins_with[4];
    } cases[] = {
        {"", {0xe3, 0xb0, 0xc4, 0x42}},
        {"abc", {0xba, 0x78, 0x16, 0xbf}},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", {0x24, 0x8d, 0x6a, 0x61}},
    };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(cases); i++) {
        unsigned char digest[AURPAY_SHA256_SIZE];

        assert_int_equal(aurpay_digest_sha256(cases[i].text, strlen(cases[i].text), digest), AURPAY_OK);
        assert_memory_equal(digest, cases[i].begins_with, sizeof(cases[i].begins_with));
    }
}

/* hashlib.md5(bytes(range(256))).hexdigest(), hashlib.md5(b'a' * 1000000).hexdigest() */
static void test_md5_of_all_bytes_and_of_a_long_text(void **state)
{
    char hex[AURPAY_MD5_HEX_SIZE];
    size_t length = 1000000, i;
    unsigned char every[256];
    char *text = malloc(length);

    (void)state;
    assert_non_null(text);
    for (i = 0; i < sizeof(every); i++) {
        every[i] = (unsigned char)i;
    }
    assert_int_equal(aurpay_digest_md5(every, sizeof(every), hex), AURPAY_OK);
    assert_string_equal(hex, "e2c865db4162bed963bfaa9ef6ac18f0");
    memset(text, 'a', length);
    assert_int_equal(aurpay_digest_md5(text, length, hex), AURPAY_OK);
    assert_string_equal(hex, "7707d6ae4e027c70eea2a935c2296f21");
    free(text);
}

static int base64_value(char digit)
{
    static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *found = digit ? strchr(alphabet, digit) : NULL;

    return found ? (int)(found - alphabet) : -1;
}

/* Converts the base64 of 32 bytes to hex digits, so that this file has the values as the standards print
 * them. */
static void base64_to_hex(const char *base64, char hex[65])
{
    unsigned int bits = 0, count = 0, byte = 0;
    size_t i;

    assert_int_equal(strlen(base64), 44);
    assert_int_equal(base64[43], '=');
    for (i = 0; i < 43; i++) {
        int value = base64_value(base64[i]);

        assert_true(value >= 0);
        bits = bits << 6 | (unsigned int)value;
        count += 6;
        if (count >= 8) {
            count -= 8;
            snprintf(hex + 2 * byte++, 3, "%02x", bits >> count & 0xffU);
        }
    }
    assert_int_equal(byte, 32);
}

static void assert_hmac(enum aurpay_algorithm algorithm, const char *key, size_t key_length,
                        const char *message, size_t message_length, const char *expected)
{
    char signature[AURPAY_SIGNATURE_SIZE], hex[65];
    struct aurpay_hmac hmac = {NULL};
    int i;

    /* The second time, the key is already prepared. */
    for (i = 0; i < 2; i++) {
        assert_int_equal(
            aurpay_hmac_sign(&hmac, algorithm, key, key_length, message, message_length, signature),
            AURPAY_OK);
        base64_to_hex(signature, hex);
        assert_string_equal(hex, expected);
    }
    aurpay_hmac_free(&hmac);
}

/* `count` bytes, each larger than the one before by `step`. */
static const char *run(char *buffer, int first, int step, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++) {
        buffer[i] = (char)(first + step * (int)i);
    }
    return buffer;
}

/* RFC 4231, test cases 1 to 4, 6 and 7 (case 5 is truncated to 16 bytes). */
static void test_hmac_sha256_of_the_rfc(void **state)
{
    char key[131], data[50];

    (void)state;
    assert_hmac(AURPAY_HMAC_SHA256, run(key, 0x0b, 0, 20), 20, BYTES("Hi There"),
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    assert_hmac(AURPAY_HMAC_SHA256, BYTES("Jefe"), BYTES("what do ya want for nothing?"),
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    assert_hmac(AURPAY_HMAC_SHA256, run(key, 0xaa, 0, 20), 20, run(data, 0xdd, 0, 50), 50,
                "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
    assert_hmac(AURPAY_HMAC_SHA256, run(key, 0x01, 1, 25), 25, run(data, 0xcd, 0, 50), 50,
                "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
    assert_hmac(AURPAY_HMAC_SHA256, run(key, 0xaa, 0, 131), 131,
                BYTES("Test Using Larger Than Block-Size Key - Hash Key First"),
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    assert_hmac(AURPAY_HMAC_SHA256, run(key, 0xaa, 0, 131), 131,
                BYTES("This is a test using a larger than block-size key and a larger than block-size data. "
                      "The key needs to be hashed before being used by the HMAC algorithm."),
                "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
}

/* NIST's example values "HMAC_SHA3-256": keys 00 01 02 … of less than, exactly and more than a block. */
static void test_hmac_sha3_256_of_nist(void **state)
{
    char key[168];

    (void)state;
    run(key, 0, 1, sizeof(key));
    assert_hmac(AURPAY_HMAC_SHA3_256, key, 32, BYTES("Sample message for keylen<blocklen"),
                "4fe8e202c4f058e8dddc23d8c34e467343e23555e24fc2f025d598f558f67205");
    assert_hmac(AURPAY_HMAC_SHA3_256, key, 136, BYTES("Sample message for keylen=blocklen"),
                "68b94e2e538a9be4103bebb5aa016d47961d4d1aa906061313b557f8af2c3faa");
    assert_hmac(AURPAY_HMAC_SHA3_256, key, 168, BYTES("Sample message for keylen>blocklen"),
                "9bcf2c238e235c3ce88404e813bd2f3a97185ac6f238c63d6229a00b07974258");
}

/* Python's base64(hmac.new(b'', b'', …).digest()) */
static void test_hmac_of_nothing(void **state)
{
    struct aurpay_hmac sha256 = {NULL}, sha3_256 = {NULL};
    char signature[AURPAY_SIGNATURE_SIZE];

    (void)state;
    assert_int_equal(aurpay_hmac_sign(&sha256, AURPAY_HMAC_SHA256, "", 0, "", 0, signature), AURPAY_OK);
    assert_string_equal(signature, "thNnmggU2ex3L5XXeMNfxf8Wl8STcVZTxscSFEKSxa0=");
    assert_int_equal(aurpay_hmac_sign(&sha3_256, AURPAY_HMAC_SHA3_256, "", 0, "", 0, signature), AURPAY_OK);
    assert_string_equal(signature, "6EHBZOW08QyfOYVYeWKvcv1gepURlvyS+zpSUZQXhOo=");
    aurpay_hmac_free(&sha256);
    aurpay_hmac_free(&sha3_256);
}

static void test_a_key_too_long_for_openssl_is_refused_and_not_cut(void **state)
{
    struct aurpay_hmac hmac = {NULL};
    char signature[AURPAY_SIGNATURE_SIZE];

    (void)state;
    assert_int_equal(
        aurpay_hmac_sign(&hmac, AURPAY_HMAC_SHA256, "key", (size_t)INT32_MAX + 1, "", 0, signature),
        AURPAY_ERROR_CRYPTO);
    assert_null(hmac.context);
}

static void test_algorithm_names_are_those_on_the_wire(void **state)
{
    enum aurpay_algorithm algorithm;

    (void)state;
    assert_string_equal(aurpay_hmac_algorithm_name(AURPAY_HMAC_SHA256), "HMAC-SHA256");
    assert_string_equal(aurpay_hmac_algorithm_name(AURPAY_HMAC_SHA3_256), "HMAC-SHA3_256");
    assert_int_equal(aurpay_hmac_algorithm_from_name("HMAC-SHA256", 11, &algorithm), AURPAY_OK);
    assert_int_equal(algorithm, AURPAY_HMAC_SHA256);
    assert_int_equal(aurpay_hmac_algorithm_from_name("HMAC-SHA3_256", 13, &algorithm), AURPAY_OK);
    assert_int_equal(algorithm, AURPAY_HMAC_SHA3_256);
}

static void test_any_other_algorithm_name_is_refused(void **state)
{
    static const char *const names[] = {"",           "hmac-sha256", "HMAC-SHA256 ",  " HMAC-SHA256",
                                        "HMAC-SHA25", "HMAC-SHA512", "HMAC-SHA3-256", "HMAC-SHA3_256\n",
                                        "SHA256",     "none"};
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(names); i++) {
        enum aurpay_algorithm algorithm;

        assert_for_case(aurpay_hmac_algorithm_from_name(names[i], strlen(names[i]), &algorithm) ==
                            AURPAY_ERROR_INVALID,
                        names[i]);
    }
}

static void test_equals_compares_bytes(void **state)
{
    (void)state;
    assert_true(aurpay_digest_equals(BYTES(""), BYTES("")));
    assert_true(aurpay_digest_equals(BYTES("abc"), BYTES("abc")));
    assert_true(aurpay_digest_equals(BYTES("a\0b"), BYTES("a\0b")));
    assert_false(aurpay_digest_equals(BYTES("a\0b"), BYTES("a\0c")));
    assert_false(aurpay_digest_equals(BYTES("abc"), BYTES("abd")));
    assert_false(aurpay_digest_equals(BYTES("abc"), BYTES("Abc")));
    assert_false(aurpay_digest_equals(BYTES("abc"), BYTES("ab")));
    assert_false(aurpay_digest_equals(BYTES("ab"), BYTES("abc")));
    assert_false(aurpay_digest_equals(BYTES(""), BYTES("a")));
    assert_false(aurpay_digest_equals(BYTES("a"), BYTES("")));
}

/* A comparison as numbers would find "0e1" and "0e2" equal. */
static void test_equals_knows_no_numbers(void **state)
{
    (void)state;
    assert_false(aurpay_digest_equals(BYTES("0e1"), BYTES("0e2")));
    assert_false(aurpay_digest_equals(BYTES("1"), BYTES("01")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_md5_of_the_rfc),
        cmocka_unit_test(test_sha256_of_the_standard),
        cmocka_unit_test(test_md5_of_all_bytes_and_of_a_long_text),
        cmocka_unit_test(test_hmac_sha256_of_the_rfc),
        cmocka_unit_test(test_hmac_sha3_256_of_nist),
        cmocka_unit_test(test_hmac_of_nothing),
        cmocka_unit_test(test_a_key_too_long_for_openssl_is_refused_and_not_cut),
        cmocka_unit_test(test_algorithm_names_are_those_on_the_wire),
        cmocka_unit_test(test_any_other_algorithm_name_is_refused),
        cmocka_unit_test(test_equals_compares_bytes),
        cmocka_unit_test(test_equals_knows_no_numbers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
