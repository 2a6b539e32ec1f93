/* OpenSSL 1.1.1 and 3 both have RSA_set0_key(). */
#define OPENSSL_SUPPRESS_DEPRECATED

#include "test.h"

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/ui.h>

#include "providers/enayapay_ipin.h"

#define UUID "9a2733ca-f523-4f9f-b20c-3135153f3cad"
#define IPIN "0123"

static int make_key(void **state)
{
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, NULL);
    EVP_PKEY *key = NULL;
    int made = EVP_PKEY_keygen_init(context) == 1 && EVP_PKEY_CTX_set_rsa_keygen_bits(context, 1024) == 1 &&
               EVP_PKEY_keygen(context, &key) == 1;

    EVP_PKEY_CTX_free(context);
    *state = key;
    return made ? 0 : -1;
}

static int free_key(void **state)
{
    EVP_PKEY_free(*state);
    return 0;
}

static size_t write_pem(EVP_PKEY *key, char *text, size_t size)
{
    BIO *bio = BIO_new(BIO_s_mem());
    int length;

    assert_int_equal(PEM_write_bio_PUBKEY(bio, key), 1);
    length = BIO_read(bio, text, (int)size);
    BIO_free(bio);
    assert_true(length > 0);
    return (size_t)length;
}

/* The base64 of a PEM text, on one line. */
static size_t strip_pem(const char *pem, size_t length, char *text)
{
    const char *cursor = strchr(pem, '\n') + 1;
    const char *end = strstr(cursor, "-----END");
    size_t count = 0;

    assert_true((size_t)(end - pem) < length);
    for (; cursor < end; cursor++) {
        if (*cursor != '\n') {
            text[count++] = *cursor;
        }
    }
    text[count] = '\0';
    return count;
}

static void assert_decrypts(EVP_PKEY *key, const struct aurpay_buffer *encrypted, const char *expected)
{
    unsigned char bytes[512], plain[512];
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(key, NULL);
    size_t length = sizeof(plain);

    /* 128 bytes are 172 characters, including one of padding. */
    assert_int_equal(encrypted->length, 172);
    assert_int_equal(EVP_DecodeBlock(bytes, (const unsigned char *)encrypted->data, 172), 129);
    assert_int_equal(EVP_PKEY_decrypt_init(context), 1);
    assert_int_equal(EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING), 1);
    assert_int_equal(EVP_PKEY_decrypt(context, plain, &length, bytes, 128), 1);
    assert_int_equal(length, strlen(expected));
    assert_memory_equal(plain, expected, length);
    EVP_PKEY_CTX_free(context);
}

static void assert_encrypts(EVP_PKEY *key, const char *public_key, size_t length)
{
    struct aurpay_buffer encrypted;

    aurpay_buffer_init(&encrypted, 4096);
    assert_int_equal(
        aurpay_enayapay_ipin_encrypt(public_key, length, UUID, strlen(UUID), IPIN, strlen(IPIN), &encrypted),
        AURPAY_OK);
    assert_decrypts(key, &encrypted, UUID IPIN);
    aurpay_buffer_free(&encrypted);
}

static void test_the_private_key_reads_uuid_and_ipin(void **state)
{
    char pem[1024] = "", base64[1024] = "";
    size_t length = write_pem(*state, pem, sizeof(pem) - 1);

    assert_encrypts(*state, pem, length);
    assert_encrypts(*state, base64, strip_pem(pem, length, base64));
}

/* White space that a file, a terminal or a mail brings along. */
static void test_the_base64_of_a_key_has_white_space_anywhere(void **state)
{
    static const struct {
        const char *before, *between, *after;
    } cases[] = {
        {"", "", "\n"},   {" ", "", ""},
        {"", "", " "},    {"", "", "\r\n"},
        {"\n", "", "\n"}, {"\t", "", "\t"},
        {"", "\n", "\n"}, {"", "\r\n", "\r\n"},
        {"", " ", " "},   {"\n    ", "\n    ", "\n"},
        {"", "\n\n", ""},
    };
    char pem[1024] = "", base64[1024] = "";
    size_t length = write_pem(*state, pem, sizeof(pem) - 1), i;

    (void)strip_pem(pem, length, base64);
    for (i = 0; i < COUNT(cases); i++) {
        char text[1024];
        int written = snprintf(text, sizeof(text), "%s%.60s%s%s%s", cases[i].before, base64, cases[i].between,
                               base64 + 60, cases[i].after);

        assert_between(written, 1, sizeof(text) - 1);
        assert_encrypts(*state, text, (size_t)written);
    }
}

/* The key of an elliptic curve: a public key, but not RSA. */
static size_t write_curve_key(char *pem, size_t size)
{
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_EC, NULL);
    EVP_PKEY *key = NULL;
    size_t length;

    assert_int_equal(EVP_PKEY_keygen_init(context), 1);
    assert_int_equal(EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context, NID_X9_62_prime256v1), 1);
    assert_int_equal(EVP_PKEY_keygen(context, &key), 1);
    length = write_pem(key, pem, size);
    EVP_PKEY_free(key);
    EVP_PKEY_CTX_free(context);
    return length;
}

static void test_what_is_no_rsa_public_key_is_refused(void **state)
{
    char curve_pem[1024] = "", curve_base64[1024] = "";
    size_t curve_length = write_curve_key(curve_pem, sizeof(curve_pem) - 1);
    const char *const keys[] = {
        "", "key", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", curve_pem, curve_base64,
    };
    struct aurpay_buffer encrypted;
    size_t i;

    (void)state;
    (void)strip_pem(curve_pem, curve_length, curve_base64);
    aurpay_buffer_init(&encrypted, 4096);
    for (i = 0; i < COUNT(keys); i++) {
        assert_int_equal(aurpay_enayapay_ipin_encrypt(keys[i], strlen(keys[i]), UUID, strlen(UUID), IPIN,
                                                      strlen(IPIN), &encrypted),
                         AURPAY_ERROR_INVALID);
        assert_int_equal(encrypted.length, 0);
    }
    aurpay_buffer_free(&encrypted);
}

/* OpenSSL 3 reads blocks of PEM until one is a key, but not when its queue has an error. */
static void test_errors_of_others_do_not_change_which_key_is_read(void **state)
{
    static const char broken[] = "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n";
    char text[2048] = "";
    size_t prefix = strlen(broken), length;
    enum aurpay_code codes[2];
    struct aurpay_buffer encrypted;
    int i;

    memcpy(text, broken, prefix);
    length = prefix + write_pem(*state, text + prefix, sizeof(text) - prefix - 1);
    for (i = 0; i < 2; i++) {
        aurpay_buffer_init(&encrypted, 4096);
        codes[i] =
            aurpay_enayapay_ipin_encrypt(text, length, UUID, strlen(UUID), IPIN, strlen(IPIN), &encrypted);
        aurpay_buffer_free(&encrypted);
        ERR_put_error(ERR_LIB_USER, 0, 42, __FILE__, __LINE__);
    }
    ERR_clear_error();
    assert_int_equal(codes[0], codes[1]);
}

static void test_more_than_the_key_can_encrypt_is_refused(void **state)
{
    char pem[1024] = "", uuid[200];
    size_t length = write_pem(*state, pem, sizeof(pem) - 1);
    struct aurpay_buffer encrypted;

    memset(uuid, 'u', sizeof(uuid));
    aurpay_buffer_init(&encrypted, 4096);
    /* A key of 128 bytes takes 117, because the padding takes 11. */
    assert_int_equal(aurpay_enayapay_ipin_encrypt(pem, length, uuid, 117, "1", 1, &encrypted),
                     AURPAY_ERROR_LIMIT);
    assert_int_equal(encrypted.length, 0);
    assert_int_equal(aurpay_enayapay_ipin_encrypt(pem, length, uuid, 116, "1", 1, &encrypted), AURPAY_OK);
    aurpay_buffer_free(&encrypted);
}

/* A public key of that many bits. Nobody has its private half, and encryption does not need a product of
 * primes. */
static size_t write_key_of(int bits, char *pem, size_t size)
{
    BIGNUM *modulus = BN_new(), *exponent = BN_new();
    EVP_PKEY *key = EVP_PKEY_new();
    RSA *rsa = RSA_new();
    size_t length;

    assert_int_equal(BN_rand(modulus, bits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ODD), 1);
    assert_int_equal(BN_set_word(exponent, 65537), 1);
    assert_int_equal(RSA_set0_key(rsa, modulus, exponent, NULL), 1);
    assert_int_equal(EVP_PKEY_assign_RSA(key, rsa), 1);
    length = write_pem(key, pem, size);
    EVP_PKEY_free(key);
    return length;
}

static void test_a_key_of_more_than_8192_bits_is_refused(void **state)
{
    static const struct {
        int bits;
        enum aurpay_code code;
        /* base64 of as many bytes as the key has */
        size_t length;
    } cases[] = {
        {2048, AURPAY_OK, 344},           {4096, AURPAY_OK, 684},           {8192, AURPAY_OK, 1368},
        {8193, AURPAY_ERROR_INVALID, 0},  {12288, AURPAY_ERROR_INVALID, 0}, {16384, AURPAY_ERROR_INVALID, 0},
        {16392, AURPAY_ERROR_INVALID, 0},
    };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(cases); i++) {
        struct aurpay_buffer encrypted;
        char pem[4096];
        size_t length = write_key_of(cases[i].bits, pem, sizeof(pem));

        aurpay_buffer_init(&encrypted, 4096);
        assert_int_equal(
            aurpay_enayapay_ipin_encrypt(pem, length, UUID, strlen(UUID), IPIN, strlen(IPIN), &encrypted),
            cases[i].code);
        assert_int_equal(encrypted.length, cases[i].length);
        aurpay_buffer_free(&encrypted);
    }
}

/* More than 1024 characters, and a line feed. */
static void test_the_largest_key_is_one_line_of_base64(void **state)
{
    char pem[4096] = "", base64[4096] = "";
    size_t length = write_key_of(8192, pem, sizeof(pem) - 1);
    struct aurpay_buffer encrypted;

    (void)state;
    length = strip_pem(pem, length, base64);
    base64[length++] = '\n';
    aurpay_buffer_init(&encrypted, 4096);
    assert_int_equal(
        aurpay_enayapay_ipin_encrypt(base64, length, UUID, strlen(UUID), IPIN, strlen(IPIN), &encrypted),
        AURPAY_OK);
    assert_int_equal(encrypted.length, 1368);
    aurpay_buffer_free(&encrypted);
}

static int asked;

static int ask(UI *ui)
{
    (void)ui;
    asked++;
    return 0;
}

/* Without this, OpenSSL would wait for input at the terminal. */
static void test_an_encrypted_key_does_not_ask_for_its_password(void **state)
{
    static const char pem[] = "-----BEGIN PUBLIC KEY-----\n"
                              "Proc-Type: 4,ENCRYPTED\n"
                              "DEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF\n"
                              "\n"
                              "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
                              "-----END PUBLIC KEY-----\n";
    UI_METHOD *method = UI_create_method("counts");
    struct aurpay_buffer encrypted;

    (void)state;
    assert_non_null(method);
    assert_int_equal(UI_method_set_opener(method, ask), 0);
    UI_set_default_method(method);
    aurpay_buffer_init(&encrypted, 4096);
    assert_int_equal(
        aurpay_enayapay_ipin_encrypt(pem, strlen(pem), UUID, strlen(UUID), IPIN, strlen(IPIN), &encrypted),
        AURPAY_ERROR_INVALID);
    assert_int_equal(asked, 0);
    UI_set_default_method(UI_OpenSSL());
    UI_destroy_method(method);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_private_key_reads_uuid_and_ipin),
        cmocka_unit_test(test_the_base64_of_a_key_has_white_space_anywhere),
        cmocka_unit_test(test_errors_of_others_do_not_change_which_key_is_read),
        cmocka_unit_test(test_the_largest_key_is_one_line_of_base64),
        cmocka_unit_test(test_what_is_no_rsa_public_key_is_refused),
        cmocka_unit_test(test_more_than_the_key_can_encrypt_is_refused),
        cmocka_unit_test(test_a_key_of_more_than_8192_bits_is_refused),
        cmocka_unit_test(test_an_encrypted_key_does_not_ask_for_its_password),
    };

    return cmocka_run_group_tests(tests, make_key, free_key);
}
