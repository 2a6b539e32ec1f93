/* Threads of a ZTS PHP: each makes calls, judges callbacks and encrypts IPINs at the same time as the others.
 * Each has a server of its own, which counts what reached it. "./dev threads" runs this with
 * ThreadSanitizer, and sets AURPAY_TEST_ROUNDS to make many calls. */
#include "test.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <pthread.h>

#include "core/callback.h"
#include "maker.h"
#include "providers/enayapay_ipin.h"

#define THREADS 8
#define CALLS 24
/* 2024-06-17T00:00:00Z */
#define SENT INT64_C(1718582400000)

/* In this order, and again from the first, so that each thread meets each of them. */
static const struct server_step steps[] = {
    {SERVER_ANSWER, NULL, 0},
    {SERVER_CLOSE, NULL, 0},
    {SERVER_SEND, BYTES("HTTP/1.1 503 Busy\r\nContent-Length: 2\r\n\r\n{}")},
    {SERVER_SEND_AND_CLOSE, BYTES("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}")},
    {SERVER_SEND_AND_CLOSE, BYTES("rubbish")},
};

struct worker {
    pthread_t thread;
    struct maker maker;
    /** Shared by all threads, which only read it. */
    const char *public_key;
    int refunds;
    int complete;
    /** What went wrong; NULL for nothing. An assertion of cmocka works in the first thread alone. */
    const char *problem;
};

static void expect(struct worker *worker, bool condition, const char *problem)
{
    if (!condition && !worker->problem) {
        worker->problem = problem;
    }
}

static void make_call(struct worker *worker, const struct aurpay_endpoint *endpoint)
{
    struct aurpay_call call;
    enum aurpay_code code;

    maker_begin(&worker->maker, &call, endpoint);
    expect(worker, aurpay_call_perform(&worker->maker.caller, &call, &code) == AURPAY_CALL_DONE,
           "a call was not made");
    expect(worker, call.sent, "a call was not sent");
    worker->complete += call.response.transfer == AURPAY_TRANSFER_COMPLETE;
    aurpay_call_free(&call);
}

/* The signature is that of `printf '%s' '2024-06-17T00:00:00Z | https://shop.example/callback?id=32' |
 * openssl dgst -sha256 -hmac secret -binary | base64`. */
static void judge_callback(struct worker *worker)
{
    static const struct aurpay_text url = {BYTES("https://shop.example/callback?id=32")};
    const struct aurpay_callback callback = {
        .token = {BYTES("token")},
        .date = {BYTES("2024-06-17T00:00:00Z")},
        .signature = {BYTES("8+jlHYy0oDFVRi4D3XREyQ/il+H1MD1tdgwpVMuAUt0=")},
        .urls = &url,
        .url_count = 1,
    };
    enum aurpay_callback_verdict verdict;

    expect(worker,
           aurpay_callback_judge(&worker->maker.credentials, &callback, 300, SENT, &verdict) == AURPAY_OK &&
               verdict == AURPAY_CALLBACK_GENUINE,
           "a genuine callback was not accepted");
}

static void encrypt_ipin(struct worker *worker)
{
    struct aurpay_buffer encrypted;

    aurpay_buffer_init(&encrypted, 4096);
    /* 1024 bits are 128 bytes, and 172 of base64. */
    expect(worker,
           aurpay_enayapay_ipin_encrypt(worker->public_key, strlen(worker->public_key), BYTES("uuid"),
                                        BYTES("0123"), &encrypted) == AURPAY_OK &&
               encrypted.length == 172,
           "an IPIN was not encrypted");
    aurpay_buffer_free(&encrypted);
}

/* As in the extension, the first call makes the pool, and the end of the thread closes it. */
static void *work(void *context)
{
    struct worker *worker = context;
    int i;

    for (i = 0; i < CALLS; i++) {
        bool is_refund = i % 2 != 0;

        worker->refunds += is_refund;
        make_call(worker, is_refund ? &maker_refund : &maker_read);
        judge_callback(worker);
        if (i % 8 == 0) {
            encrypt_ipin(worker);
        }
    }
    aurpay_pool_close(&worker->maker.fixture->pool);
    return NULL;
}

static void start(struct worker *worker, size_t first_step, const char *public_key)
{
    struct server *server;
    size_t i;

    memset(worker, 0, sizeof(*worker));
    worker->public_key = public_key;
    maker_start(&worker->maker);
    /* The thread makes its own. */
    aurpay_pool_close(&worker->maker.fixture->pool);
    server = worker->maker.fixture->server;
    for (i = 0; i < COUNT(server->script); i++) {
        server->script[i] = steps[(first_step + i) % COUNT(steps)];
    }
    assert_int_equal(pthread_create(&worker->thread, NULL, work, worker), 0);
}

static void finish(struct worker *worker)
{
    assert_int_equal(pthread_join(worker->thread, NULL), 0);
    if (worker->problem) {
        fail_msg("%s", worker->problem);
    }
    assert_int_equal(server_count(worker->maker.fixture->server).executed, worker->refunds);
    /* The script breaks 16 requests at most. */
    assert_true(worker->complete >= CALLS - 16);
    maker_stop(&worker->maker);
}

static void make_public_key(char *text, int size)
{
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, NULL);
    EVP_PKEY *key = NULL;
    BIO *bio = BIO_new(BIO_s_mem());
    int length;

    assert_true(EVP_PKEY_keygen_init(context) == 1 && EVP_PKEY_CTX_set_rsa_keygen_bits(context, 1024) == 1 &&
                EVP_PKEY_keygen(context, &key) == 1);
    assert_int_equal(PEM_write_bio_PUBKEY(bio, key), 1);
    length = BIO_read(bio, text, size - 1);
    assert_true(length > 0);
    text[length] = '\0';
    BIO_free(bio);
    EVP_PKEY_free(key);
    EVP_PKEY_CTX_free(context);
}

static void test_each_refund_of_eight_threads_reaches_its_server_once(void **state)
{
    const char *setting = getenv("AURPAY_TEST_ROUNDS");
    int rounds = setting ? atoi(setting) : 2, round;
    struct worker *workers = calloc(THREADS, sizeof(*workers));
    char public_key[1024];
    size_t i;

    (void)state;
    assert_non_null(workers);
    assert_true(rounds > 0);
    make_public_key(public_key, sizeof(public_key));
    for (round = 0; round < rounds; round++) {
        for (i = 0; i < THREADS; i++) {
            start(&workers[i], i + (size_t)round, public_key);
        }
        for (i = 0; i < THREADS; i++) {
            finish(&workers[i]);
        }
    }
    free(workers);
    print_message("# %d threads made %d calls\n", THREADS, THREADS * rounds * CALLS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_refund_of_eight_threads_reaches_its_server_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
