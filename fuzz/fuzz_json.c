/* The number pass against a slow reference, byte for byte; and its work, which grows with the length
 * alone.
 *
 * An input: a line that begins with `m` when there are money fields, then a text. Bytes 0xff, which no JSON
 * has, stand before and behind parts that are repeated: 1, 4 and 16 times. */
#include <string.h>

#include "core/json_numbers.h"
#include "json/counted.h"
#include "json/reference.h"
#include "text.h"

#undef memchr
#undef strlen

/* A longer text is not repeated. */
#define REPEATED_MAX 4096

/* For each byte that is read or written: edges that are taken, and bytes that are compared, copied and wiped.
 * The most that was seen is 11. */
#define WORK_PER_BYTE 20
#define WORK_AT_LEAST 1000

#define PART_MARK 0xff

static const char *const money[] = {"amount", "price", "network_fee", NULL};

size_t counted_work;

void __wrap___sanitizer_cov_trace_pc(void);

__attribute__((no_sanitize("all"))) void __wrap___sanitizer_cov_trace_pc(void)
{
    counted_work++;
}

static void show_and_fail(const struct fuzz_text *json, const struct aurpay_buffer *quoted,
                          const struct fuzz_text *expected, const char *problem)
{
    fuzz_show("the text", json->bytes, json->length);
    fuzz_show("became", aurpay_buffer_string(quoted), quoted->length);
    fuzz_show("reference", expected->bytes, expected->length);
    fuzz_fail("%s", problem);
}

/* Compares with the reference. */
static void judge(const struct fuzz_text *json, const char *const *fields, const struct aurpay_buffer *quoted)
{
    struct fuzz_text expected, again = {NULL, 0, 0};
    struct fuzz_text made = quoted->length ? fuzz_text_copy(quoted->data, quoted->length)
                                           : fuzz_text_copy(json->bytes, json->length);

    if (reference_json_rewrite(json, fields, &expected)) {
        bool is_changed = !fuzz_text_equals(&expected, json->bytes, json->length);

        if (!fuzz_text_equals(&made, expected.bytes, expected.length) || is_changed != (quoted->length > 0)) {
            show_and_fail(json, quoted, &expected, "a JSON text became something else");
        }
    } else if (!reference_json_explains(json, &made)) {
        show_and_fail(json, quoted, &expected, "more than numbers was changed");
    } else if (reference_json_rewrite(&made, NULL, &again)) {
        show_and_fail(json, quoted, &expected, "what was no JSON became JSON");
    }
    fuzz_text_free(&made);
    fuzz_text_free(&expected);
    fuzz_text_free(&again);
}

static void try_text(const struct fuzz_text *json, const char *const *fields)
{
    struct aurpay_buffer quoted;
    /* Nothing follows the last byte. */
    char *exact = malloc(json->length ? json->length : 1);
    size_t limit;

    if (!exact) {
        fuzz_fail("there is no memory");
    }
    memcpy(exact, json->bytes, json->length);
    aurpay_buffer_init(&quoted, 3 * json->length + AURPAY_JSON_GROWTH_MAX);
    counted_work = 0;
    if (aurpay_json_numbers_quote(exact, json->length, fields, &quoted)) {
        fuzz_fail("the pass failed");
    }
    limit = WORK_PER_BYTE * (json->length + quoted.length) + WORK_AT_LEAST;
    if (counted_work > limit) {
        fuzz_show("the text", json->bytes, json->length);
        fuzz_fail("%zu bytes became %zu with %zu steps", json->length, quoted.length, counted_work);
    }
    judge(json, fields, &quoted);
    aurpay_buffer_free(&quoted);
    free(exact);
}

/* The input's text, its marked parts repeated. */
static struct fuzz_text repeat(struct fuzz_input text, int times)
{
    struct fuzz_text repeated = fuzz_text_copy("", 0);
    bool is_marked = false;

    while (text.length) {
        const uint8_t *mark = memchr(text.bytes, PART_MARK, text.length);
        struct fuzz_input part = fuzz_take(&text, mark ? (size_t)(mark - text.bytes) : text.length);
        int i;

        for (i = 0; i < (is_marked ? times : 1); i++) {
            fuzz_text_append(&repeated, (const char *)part.bytes, part.length);
        }
        (void)fuzz_byte(&text);
        is_marked = !is_marked;
    }
    return repeated;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct fuzz_input input = {bytes, length};
    struct fuzz_text options = fuzz_line(&input);
    const char *const *fields = options.length && options.bytes[0] == 'm' ? money : NULL;
    int times, most = input.length > REPEATED_MAX ? 1 : 16;

    for (times = 1; times <= most; times *= 4) {
        struct fuzz_text json = repeat(input, times);

        try_text(&json, fields);
        fuzz_text_free(&json);
    }
    fuzz_text_free(&options);
    return 0;
}
