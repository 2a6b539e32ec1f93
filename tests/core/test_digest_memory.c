/* When an allocation fails inside OpenSSL, one call fails and the next one succeeds: nothing that failed is
 * kept. Each case runs in a process of its own, because OpenSSL fetches an algorithm once per process. */
#include "test.h"

#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <curl/curl.h>
#include <openssl/crypto.h>
#include <openssl/err.h>

#include "core/digest.h"
#include "core/hmac.h"
#include "core/openssl_start.h"

/* Which allocation fails, counted from 1; 0 for none. With `fails_for_good` all later ones fail too. */
static long fails_at = 0;
static bool fails_for_good = false;
static _Atomic long allocations = 0;

static bool is_to_fail(void)
{
    allocations++;
    return fails_at && (allocations == fails_at || (fails_for_good && allocations > fails_at));
}

static void *allocate(size_t size, const char *file, int line)
{
    (void)file;
    (void)line;
    return size == 0 || is_to_fail() ? NULL : malloc(size);
}

static void *reallocate(void *block, size_t size, const char *file, int line)
{
    (void)file;
    (void)line;
    if (size == 0) {
        free(block);
        return NULL;
    }
    return is_to_fail() ? NULL : realloc(block, size);
}

static void deallocate(void *block, const char *file, int line)
{
    (void)file;
    (void)line;
    free(block);
}

/* A function under test, called with its own key. `is_right` tells whether its result is right. */
typedef enum aurpay_code (*call)(struct aurpay_hmac *hmac, bool *is_right);

/* Python's hashlib.md5(b'abc').hexdigest() and so on. */
static enum aurpay_code md5(struct aurpay_hmac *hmac, bool *is_right)
{
    char hex[AURPAY_MD5_HEX_SIZE] = "";
    enum aurpay_code code = aurpay_digest_md5("abc", 3, hex);

    (void)hmac;
    *is_right = strcmp(hex, "900150983cd24fb0d6963f7d28e17f72") == 0;
    return code;
}

static enum aurpay_code sha256(struct aurpay_hmac *hmac, bool *is_right)
{
    static const unsigned char expected[AURPAY_SHA256_SIZE] = {
        0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea, 0x41, 0x41, 0x40, 0xde, 0x5d, 0xae, 0x22, 0x23,
        0xb0, 0x03, 0x61, 0xa3, 0x96, 0x17, 0x7a, 0x9c, 0xb4, 0x10, 0xff, 0x61, 0xf2, 0x00, 0x15, 0xad};
    unsigned char digest[AURPAY_SHA256_SIZE] = {0};
    enum aurpay_code code = aurpay_digest_sha256("abc", 3, digest);

    (void)hmac;
    *is_right = memcmp(digest, expected, sizeof(expected)) == 0;
    return code;
}

static enum aurpay_code hmac_sha256(struct aurpay_hmac *hmac, bool *is_right)
{
    char signature[AURPAY_SIGNATURE_SIZE] = "";
    enum aurpay_code code = aurpay_hmac_sign(hmac, AURPAY_HMAC_SHA256, "", 0, "", 0, signature);

    *is_right = strcmp(signature, "thNnmggU2ex3L5XXeMNfxf8Wl8STcVZTxscSFEKSxa0=") == 0;
    return code;
}

static enum aurpay_code hmac_sha3_256(struct aurpay_hmac *hmac, bool *is_right)
{
    char signature[AURPAY_SIGNATURE_SIZE] = "";
    enum aurpay_code code = aurpay_hmac_sign(hmac, AURPAY_HMAC_SHA3_256, "", 0, "", 0, signature);

    *is_right = strcmp(signature, "6EHBZOW08QyfOYVYeWKvcv1gepURlvyS+zpSUZQXhOo=") == 0;
    return code;
}

enum outcome {
    RIGHT,
    NOT_REACHED,
    SAID_YES_AND_WAS_WRONG,
    NEXT_CALL_FAILED,
    NEXT_CALL_WAS_WRONG,
    ERRORS_LEFT
};

static const char *const outcomes[] = {"right",
                                       "not reached",
                                       "the call said that it succeeded, and its result was wrong",
                                       "the next call failed",
                                       "the next call's result was wrong",
                                       "errors were left in OpenSSL's queue"};

/* What a new process finds, which starts as the extension does: a call with a failing allocation, and then
 * clean calls. With `worked_in` it makes a clean call first. */
static enum outcome try(call run, bool worked_in, long at, bool for_good)
{
    struct aurpay_hmac hmac = {NULL};
    bool is_right, is_reached;
    int i;

    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        return NEXT_CALL_FAILED;
    }
    aurpay_openssl_start();
    if (worked_in && (run(&hmac, &is_right) || !is_right)) {
        return NEXT_CALL_FAILED;
    }
    allocations = 0;
    fails_for_good = for_good;
    fails_at = at;
    if (run(&hmac, &is_right) == AURPAY_OK && !is_right) {
        return SAID_YES_AND_WAS_WRONG;
    }
    is_reached = allocations >= at;
    fails_at = 0;
    if (ERR_peek_error()) {
        return ERRORS_LEFT;
    }
    for (i = 0; i < 2; i++) {
        if (run(&hmac, &is_right)) {
            return NEXT_CALL_FAILED;
        }
        if (!is_right) {
            return NEXT_CALL_WAS_WRONG;
        }
    }
    aurpay_hmac_free(&hmac);
    return is_reached ? RIGHT : NOT_REACHED;
}

static int try_in_a_process(call run, bool worked_in, long at, bool for_good)
{
    pid_t child = fork();
    int status = 0;

    assert_true(child >= 0);
    if (child == 0) {
        /* Otherwise cmocka would go on with its tests in this process. */
        (void)signal(SIGSEGV, SIG_DFL);
        (void)signal(SIGBUS, SIG_DFL);
        _exit(try(run, worked_in, at, for_good));
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void assert_recovers(call run, const char *name, bool worked_in)
{
    bool for_good = false;

    do {
        long at = 0;
        int outcome;

        do {
            outcome = try_in_a_process(run, worked_in, ++at, for_good);
        } while (outcome == RIGHT);
        if (outcome != NOT_REACHED) {
            fail_msg("%s with allocation %ld failing%s: %s", name, at, for_good ? ", and all after it" : "",
                     outcome < 0 ? "a crash" : outcomes[outcome]);
        }
        /* A test in which no allocation fails would prove nothing. */
        assert_true(at > 1 || worked_in);
        for_good = !for_good;
    } while (for_good);
}

static void test_a_digest_that_could_not_be_fetched_is_fetched_by_the_next_call(void **state)
{
    (void)state;
    assert_recovers(md5, "MD5", false);
    assert_recovers(sha256, "SHA-256", false);
    assert_recovers(hmac_sha256, "HMAC-SHA256", false);
    assert_recovers(hmac_sha3_256, "HMAC-SHA3_256", false);
}

static void test_a_key_whose_signature_failed_signs_the_next(void **state)
{
    (void)state;
    assert_recovers(md5, "MD5, again", true);
    assert_recovers(sha256, "SHA-256, again", true);
    assert_recovers(hmac_sha256, "HMAC-SHA256, again", true);
    assert_recovers(hmac_sha3_256, "HMAC-SHA3_256, again", true);
}

#define THREADS 8

static pthread_barrier_t together;

/* Runs in the threads of a ZTS PHP, in all at once, before anything was fetched. */
static void *sign_in_a_thread(void *context)
{
    static const call calls[] = {hmac_sha256, md5, hmac_sha3_256, sha256};
    bool *all_right = context;
    size_t i;

    *all_right = true;
    (void)pthread_barrier_wait(&together);
    for (i = 0; i < COUNT(calls); i++) {
        struct aurpay_hmac hmac = {NULL};
        bool is_right;

        if (calls[i](&hmac, &is_right) || !is_right) {
            *all_right = false;
        }
        aurpay_hmac_free(&hmac);
    }
    return NULL;
}

static void test_threads_that_fetch_at_the_same_time(void **state)
{
    pthread_t threads[THREADS];
    bool all_right[THREADS];
    int i;

    (void)state;
    assert_int_equal(pthread_barrier_init(&together, NULL, THREADS), 0);
    for (i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, sign_in_a_thread, &all_right[i]), 0);
    }
    for (i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_true(all_right[i]);
    }
    pthread_barrier_destroy(&together);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_digest_that_could_not_be_fetched_is_fetched_by_the_next_call),
        cmocka_unit_test(test_a_key_whose_signature_failed_signs_the_next),
        /* Must come last: until here this process has fetched nothing. */
        cmocka_unit_test(test_threads_that_fetch_at_the_same_time),
    };

    /* Must come before OpenSSL allocates anything. */
    if (!CRYPTO_set_mem_functions(allocate, reallocate, deallocate)) {
        fputs("OpenSSL has allocated memory already\n", stderr);
        return 1;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
