#include "local.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <curl/curl.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include "core/callback.h"
#include "core/json_numbers.h"
#include "core/signer.h"
#include "foreign.h"
#include "providers/enayapay_ipin.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Mon, 17 Jun 2024 00:00:00 GMT */
#define NOW INT64_C(1718582400000)
#define DATE "2024-06-17T00:00:00.000Z"
#define URL "https://shop.example/callback?order=7"

/* Python: b64encode(hmac.digest(b'secret', (DATE + ' | ' + URL).encode(), 'sha256')) */
#define SIGNATURE "rO0lyvxLpj4ihBvuR6IBnODi00swy3Co/KSqTb3tWuQ="

#define KEY_BITS 1024
#define UUID "9a2733ca-f523-4f9f-b20c-3135153f3cad"
#define IPIN "0123"

/* Of one process. */
struct state {
    struct aurpay_credentials credentials;
    struct aurpay_buffer text;
};

/* An RSA key, as PEM and as the base64 of its DER form. */
static EVP_PKEY *key = NULL;
static char pem[1024];
static char base64[1024];

/* Does its work with what is in the state. `is_right` tells whether a result is the right one. */
typedef enum aurpay_code (*calculation)(struct state *state, bool *is_right);

static enum aurpay_code judge_callback(struct state *state, const char *signature, int64_t now,
                                       enum aurpay_callback_verdict expected, bool *is_right)
{
    static const struct aurpay_text urls[] = {{"http://shop.example/callback?order=7", 36},
                                              {URL, sizeof(URL) - 1}};
    const struct aurpay_callback callback = {
        .token = {"token", 5},
        .date = {DATE, sizeof(DATE) - 1},
        .signature = {signature, strlen(signature)},
        .urls = urls,
        .url_count = COUNT(urls),
    };
    enum aurpay_callback_verdict verdict = AURPAY_CALLBACK_WRONG_TOKEN;
    enum aurpay_code code = aurpay_callback_judge(&state->credentials, &callback, 300, now, &verdict);

    *is_right = verdict == expected;
    return code;
}

static enum aurpay_code genuine(struct state *state, bool *is_right)
{
    return judge_callback(state, SIGNATURE, NOW, AURPAY_CALLBACK_GENUINE, is_right);
}

static enum aurpay_code stale(struct state *state, bool *is_right)
{
    return judge_callback(state, SIGNATURE, NOW + 301000, AURPAY_CALLBACK_STALE, is_right);
}

static enum aurpay_code forged(struct state *state, bool *is_right)
{
    return judge_callback(state, "", NOW, AURPAY_CALLBACK_WRONG_SIGNATURE, is_right);
}

/* The base64 is Python's hmac(b'secret', b'HMAC-SHA256 | 2024-06-17T00:00:00.000Z | GET /a', sha256). */
static enum aurpay_code sign(struct state *state, bool *is_right)
{
    const struct aurpay_signing_input input = {.method = "GET", .target = "/a", .date = DATE};
    struct aurpay_signature signature;
    enum aurpay_code code = aurpay_signer_sign_request(&state->credentials, &input, &signature);

    *is_right = strcmp(signature.value, "GoIoKZ8Owpdk0RUKibw91adNgMjUul+NMbDttjP0C3Y=") == 0;
    aurpay_signer_free_signature(&signature);
    return code;
}

static enum aurpay_code copy(struct state *state, bool *is_right)
{
    struct aurpay_credentials other;
    enum aurpay_code code = aurpay_credentials_copy(&state->credentials, &other);

    *is_right = !code && strcmp(other.token, "token") == 0 && strcmp(other.secret, "secret") == 0;
    aurpay_credentials_free(&other);
    return code;
}

static enum aurpay_code encrypt(struct state *state, const char *public_key)
{
    aurpay_buffer_clear(&state->text);
    return aurpay_enayapay_ipin_encrypt(public_key, strlen(public_key), UUID, sizeof(UUID) - 1, IPIN,
                                        sizeof(IPIN) - 1, &state->text);
}

static enum aurpay_code encrypt_with_pem(struct state *state, bool *is_right)
{
    *is_right = true;
    return encrypt(state, pem);
}

static enum aurpay_code encrypt_with_base64(struct state *state, bool *is_right)
{
    *is_right = true;
    return encrypt(state, base64);
}

static enum aurpay_code quote(struct state *state, bool *is_right)
{
    static const char *const money[] = {"price", NULL};
    static const char json[] = "{\"a\":1.50,\"price\":18,\"b\":[1e3,2],\"c\":{\"price\":\"1.5e-3\"}}";

    aurpay_buffer_clear(&state->text);
    if (aurpay_json_numbers_quote(json, sizeof(json) - 1, money, &state->text)) {
        *is_right = false;
        return AURPAY_ERROR_MEMORY;
    }
    *is_right =
        strcmp(aurpay_buffer_string(&state->text),
               "{\"a\":\"1.50\",\"price\":\"18\",\"b\":[\"1e3\",2],\"c\":{\"price\":\"0.0015\"}}") == 0;
    return AURPAY_OK;
}

static const struct {
    const char *name;
    calculation run;
    unsigned int libraries;
    /** Its text decrypts to uuid and ipin. Checked with memory. */
    bool is_encryption;
} calculations[] = {
    {"a request is signed", sign, 1U << OOM_CORE | 1U << OOM_OPENSSL, false},
    {"credentials are copied", copy, 1U << OOM_CORE, false},
    {"a genuine callback", genuine, 1U << OOM_CORE | 1U << OOM_OPENSSL, false},
    {"a stale callback", stale, 1U << OOM_CORE | 1U << OOM_OPENSSL, false},
    {"a forged callback", forged, 1U << OOM_CORE | 1U << OOM_OPENSSL, false},
    {"an IPIN, key as PEM", encrypt_with_pem, 1U << OOM_CORE | 1U << OOM_OPENSSL, true},
    {"an IPIN, key as base64", encrypt_with_base64, 1U << OOM_CORE | 1U << OOM_OPENSSL, true},
    {"numbers in JSON", quote, 1U << OOM_CORE, false},
};

/* ---- the key ---- */

static void must(bool condition, const char *what)
{
    if (!condition) {
        fprintf(stderr, "oom: %s\n", what);
        exit(2);
    }
}

/* The PEM text without its first and last line is the base64. */
static void make_key(void)
{
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, NULL);
    BIO *bio = BIO_new(BIO_s_mem());
    const char *first, *last;
    int length;

    must(context && bio && EVP_PKEY_keygen_init(context) == 1 &&
             EVP_PKEY_CTX_set_rsa_keygen_bits(context, KEY_BITS) == 1 &&
             EVP_PKEY_keygen(context, &key) == 1 && PEM_write_bio_PUBKEY(bio, key) == 1,
         "no key");
    length = BIO_read(bio, pem, (int)sizeof(pem) - 1);
    must(length > 0, "no key");
    pem[length] = '\0';
    first = strchr(pem, '\n');
    last = strstr(pem, "\n-----END");
    must(first && last > first, "no key");
    memcpy(base64, first + 1, (size_t)(last - first - 1));
    EVP_PKEY_CTX_free(context);
    BIO_free(bio);
}

static bool is_decrypted(const struct aurpay_buffer *text)
{
    unsigned char bytes[KEY_BITS / 8 + 2], plain[KEY_BITS / 8];
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(key, NULL);
    size_t length = sizeof(plain);
    bool is_right;

    if (text->length > sizeof(bytes) / 3 * 4 ||
        EVP_DecodeBlock(bytes, (const unsigned char *)text->data, (int)text->length) < KEY_BITS / 8) {
        EVP_PKEY_CTX_free(context);
        return false;
    }
    is_right = context && EVP_PKEY_decrypt_init(context) == 1 &&
               EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1 &&
               EVP_PKEY_decrypt(context, plain, &length, bytes, KEY_BITS / 8) == 1 &&
               length == sizeof(UUID IPIN) - 1 && memcmp(plain, UUID IPIN, length) == 0;
    EVP_PKEY_CTX_free(context);
    return is_right;
}

/* ---- in a process ---- */

struct setting {
    size_t which;
    bool is_warm;
};

/* Does it with memory: it succeeds. */
static void succeed(struct state *state, size_t which, struct oom_report *report)
{
    bool is_right;
    enum aurpay_code code = calculations[which].run(state, &is_right);

    if (code || !is_right || (calculations[which].is_encryption && !is_decrypted(&state->text))) {
        oom_report_problem(report, "with memory: code %d, %s", code, is_right ? "right" : "wrong");
    }
}

static void run_without_memory(struct state *state, size_t which, struct oom_process *process)
{
    enum aurpay_code code;
    bool is_right;

    oom_foreign_put(process);
    oom_process_begin(process);
    code = calculations[which].run(state, &is_right);
    oom_process_end(process);
    /* A key that cannot be read is more errors than the queue holds. */
    oom_foreign_check(process, !calculations[which].is_encryption);
    process->report->told = code ? OOM_FAILED : OOM_SUCCEEDED;
    if (code && process->order->nth == 0) {
        oom_report_problem(process->report, "without a failure: code %d", code);
    }
    if (!code && (!is_right || (calculations[which].is_encryption && !is_decrypted(&state->text)))) {
        oom_report_problem(process->report, "told as a success, but the result is wrong");
    }
    /* Whoever reads that their key or their signature is wrong, looks for the fault there. */
    if (code && code != AURPAY_ERROR_MEMORY && code != AURPAY_ERROR_CRYPTO) {
        oom_report_problem(process->report, "the input was blamed: code %d", code);
    }
}

static void run(const struct oom_scenario *scenario, struct oom_process *process)
{
    const struct setting *setting = scenario->data;
    struct state state;

    memset(&state, 0, sizeof(state));
    aurpay_buffer_init(&state.text, 4096);
    if (aurpay_credentials_set(&state.credentials, AURPAY_CREDENTIALS_SIGNATURE, "token", 5, "secret", 6)) {
        oom_report_problem(process->report, "no credentials");
    }
    if (setting->is_warm) {
        succeed(&state, setting->which, process->report);
    }
    run_without_memory(&state, setting->which, process);
    succeed(&state, setting->which, process->report);
    succeed(&state, setting->which, process->report);
    aurpay_credentials_free(&state.credentials);
    aurpay_buffer_free(&state.text);
    EVP_PKEY_free(key);
    key = NULL;
    curl_global_cleanup();
    OPENSSL_cleanup();
}

void oom_local_sweep(const struct oom_effort *effort, struct oom_sums *sums)
{
    size_t i;
    int is_warm;

    make_key();
    for (i = 0; i < COUNT(calculations); i++) {
        for (is_warm = 0; is_warm < 2; is_warm++) {
            const struct setting setting = {i, is_warm};
            struct oom_scenario scenario = {
                .data = &setting, .libraries = calculations[i].libraries, .run = run};

            /* What is kept suffices the second time. */
            if (is_warm) {
                scenario.libraries = 0;
            }
            snprintf(scenario.name, sizeof(scenario.name), "%s: %s", is_warm ? "again" : "the first time",
                     calculations[i].name);
            oom_sweep(&scenario, effort, sums);
        }
    }
    EVP_PKEY_free(key);
    key = NULL;
}
