/* Signed requests against a canonical string put together by hand, signed by OpenSSL's one-shot HMAC. The
 * same credentials sign several requests, as a client's do.
 *
 * An input: lines with a number that chooses algorithm and methods, with our clock in milliseconds, a
 * token, a secret and a path. Then a body. */
#include <string.h>

#include "core/request.h"
#include "core/signer.h"
#include "providers/aurpay.h"
#include "reference_date.h"
#include "reference_signature.h"
#include "text.h"

#define ROUNDS 3

/* The limit of a canonical string, of a URL, and of a body. */
#define ORIGIN_MAX ((size_t)64 * 1024)
#define URL_MAX ((size_t)16 * 1024)
#define BODY_MAX ((size_t)1024 * 1024)

static const char origin[] = "https://api.example:8443";
static const char base_path[] = "/base";

/* One request, and what must be signed. */
struct example {
    bool is_sha3;
    const char *method;
    struct fuzz_text target;
    char date[64];
    struct fuzz_text body;
    bool has_body;
    struct fuzz_text md5;
    struct fuzz_text canonical;
    struct fuzz_text signature;
};

static void append(struct fuzz_text *text, const char *more)
{
    fuzz_text_append(text, more, strlen(more));
}

/* DESIGN: `{algorithm} | {date} | {METHOD} {path?query}`, and ` | {body_md5}` for any method but GET. */
static void set_expected(struct example *example, const struct fuzz_text *secret)
{
    bool is_get = strcmp(example->method, "GET") == 0;

    example->md5 =
        is_get ? fuzz_text_copy("", 0)
               : reference_signature_md5(example->body.bytes, example->has_body ? example->body.length : 0);
    example->canonical = fuzz_text_copy("", 0);
    append(&example->canonical, example->is_sha3 ? "HMAC-SHA3_256" : "HMAC-SHA256");
    append(&example->canonical, " | ");
    append(&example->canonical, example->date);
    append(&example->canonical, " | ");
    append(&example->canonical, example->method);
    append(&example->canonical, " ");
    append(&example->canonical, example->target.bytes);
    if (!is_get) {
        append(&example->canonical, " | ");
        append(&example->canonical, example->md5.bytes);
    }
    example->signature = reference_signature_make(example->is_sha3, secret, &example->canonical);
}

static void free_example(struct example *example)
{
    fuzz_text_free(&example->target);
    fuzz_text_free(&example->body);
    fuzz_text_free(&example->md5);
    fuzz_text_free(&example->canonical);
    fuzz_text_free(&example->signature);
}

static void compare(const char *what, const char *made, const char *expected)
{
    if (strcmp(made, expected) != 0) {
        fuzz_show("made", made, strlen(made));
        fuzz_show("reference", expected, strlen(expected));
        fuzz_fail("the %s is another", what);
    }
}

static void try_signer(struct aurpay_credentials *credentials, const struct example *example)
{
    struct aurpay_signing_input input = {.method = example->method,
                                         .target = example->target.bytes,
                                         .date = example->date,
                                         .body = example->has_body ? example->body.bytes : NULL,
                                         .body_length = example->has_body ? example->body.length : 0};
    struct aurpay_signature signature;
    enum aurpay_code code = aurpay_signer_sign_request(credentials, &input, &signature);

    if (example->canonical.length > ORIGIN_MAX) {
        fuzz_check(code == AURPAY_ERROR_LIMIT, "a canonical string has a limit");
    } else {
        fuzz_check(code == AURPAY_OK, "a request is signed");
        compare("body digest", signature.body_md5, example->md5.bytes);
        compare("canonical string", aurpay_buffer_string(&signature.origin), example->canonical.bytes);
        compare("signature", signature.value, example->signature.bytes);
    }
    aurpay_signer_free_signature(&signature);
}

/* The line as libcurl takes it: a semicolon stands for an empty value. */
static void compare_header(const struct aurpay_header *header, const char *name, const char *value)
{
    struct fuzz_text line = fuzz_text_copy(name, strlen(name));

    append(&line, value[0] ? ": " : ";");
    append(&line, value);
    compare("header's name", header->name, name);
    compare("header's value", header->value, value);
    compare("header's line", header->line, line.bytes);
    fuzz_text_free(&line);
}

static void compare_headers(const struct aurpay_request *request,
                            const struct aurpay_credentials *credentials, const struct example *example)
{
    const char *const expected[][2] = {
        {"Accept", "application/json"},
        {"Content-Type", "application/json"},
        {"API-Token", credentials->token},
        {"Algorithm", example->is_sha3 ? "HMAC-SHA3_256" : "HMAC-SHA256"},
        {"Date", example->date},
        {"Body-MD5", example->md5.bytes},
        {"Signature", example->signature.bytes},
    };
    size_t i, at = 0;

    fuzz_check(request->header_count == (example->has_body ? 7 : 6), "there are these headers and no others");
    for (i = 0; i < sizeof(expected) / sizeof(expected[0]); i++) {
        if (i != 1 || example->has_body) {
            compare_header(&request->headers[at++], expected[i][0], expected[i][1]);
        }
    }
}

static void try_request(struct aurpay_credentials *credentials, const struct example *example,
                        const char *path, int64_t wall)
{
    struct aurpay_request request;
    struct fuzz_text base = fuzz_text_copy(origin, strlen(origin));
    char date[64];
    enum aurpay_code code;
    int attempt;

    append(&base, base_path);
    aurpay_request_init(&request, example->method);
    code = aurpay_request_set_target(&request, base.bytes, path, "1042");
    fuzz_check(code == AURPAY_OK, "a target is set");
    if (example->has_body) {
        request.content_type = "application/json";
        code = aurpay_buffer_append(&request.body, example->body.bytes, example->body.length);
        fuzz_check(code == AURPAY_OK, "a body fits");
    }
    compare("target", aurpay_request_target(&request), example->target.bytes);
    for (attempt = 0; attempt < 2; attempt++) {
        code = aurpay_request_authorize(&request, &aurpay_provider_aurpay, credentials, NULL, wall);
        fuzz_check((code == AURPAY_OK) == reference_date_write(wall, date), "years have four digits");
        if (!code) {
            compare_headers(&request, credentials, example);
        }
    }
    aurpay_request_free(&request);
    fuzz_text_free(&base);
}

/* The path with its id, behind the path of the base. */
static struct fuzz_text make_target(const char *path)
{
    const char *hole = strstr(path, "{id}");
    struct fuzz_text target = fuzz_text_copy(base_path, strlen(base_path));

    fuzz_text_append(&target, path, hole ? (size_t)(hole - path) : strlen(path));
    if (hole) {
        append(&target, "1042");
        append(&target, hole + strlen("{id}"));
    }
    return target;
}

static void try_all(struct aurpay_credentials *credentials, const struct fuzz_text *secret, const char *path,
                    const struct fuzz_text *body, int64_t choice, int64_t wall)
{
    static const char *const methods[] = {"GET", "POST", "PUT", "PATCH", "DELETE"};
    struct aurpay_credentials copy;
    int round;

    for (round = 0; round < ROUNDS; round++) {
        struct example example = {.is_sha3 = credentials->algorithm == AURPAY_HMAC_SHA3_256,
                                  .method = methods[((uint64_t)choice / 2 + (uint64_t)round) % 5],
                                  .target = make_target(path + (round < (int)strlen(path) ? round : 0)),
                                  .body = fuzz_text_copy(body->bytes, body->length),
                                  .has_body = round != 1 && body->length > 0};

        if (!reference_date_write(wall, example.date)) {
            example.date[0] = '\0';
        }
        set_expected(&example, secret);
        try_signer(credentials, &example);
        if (strlen(origin) + example.target.length <= URL_MAX && example.body.length <= BODY_MAX) {
            try_request(credentials, &example, path + (round < (int)strlen(path) ? round : 0), wall);
        }
        fuzz_check(aurpay_credentials_copy(credentials, &copy) == AURPAY_OK, "credentials are copied");
        try_signer(&copy, &example);
        aurpay_credentials_free(&copy);
        free_example(&example);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct fuzz_input input = {bytes, length};
    int64_t choice = fuzz_number(&input), wall = fuzz_number(&input);
    struct fuzz_text token = fuzz_line(&input), secret = fuzz_line(&input), path = fuzz_line(&input);
    struct fuzz_text body = fuzz_rest(&input);
    struct aurpay_credentials credentials;
    enum aurpay_algorithm algorithm = AURPAY_HMAC_SHA256;
    const char *name = choice & 1 ? "HMAC-SHA3_256" : "HMAC-SHA256";

    fuzz_check(aurpay_credentials_set(&credentials, AURPAY_CREDENTIALS_SIGNATURE, token.bytes, token.length,
                                      secret.bytes, secret.length) == AURPAY_OK,
               "credentials are set");
    fuzz_check(aurpay_hmac_algorithm_from_name(name, strlen(name), &algorithm) == AURPAY_OK,
               "the algorithm is known");
    credentials.algorithm = algorithm;
    try_all(&credentials, &secret, path.bytes, &body, choice, wall);
    aurpay_credentials_free(&credentials);
    fuzz_text_free(&token);
    fuzz_text_free(&secret);
    fuzz_text_free(&path);
    fuzz_text_free(&body);
    return 0;
}
