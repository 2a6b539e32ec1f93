/* The check of a path and query against a reference, and against libcurl: what is taken goes onto the
 * request line byte by byte.
 *
 * An input: the text. */
#include <string.h>

#include <curl/curl.h>

#include "core/validate.h"
#include "parsed_url.h"
#include "reference_target.h"
#include "text.h"

static void fail(const struct fuzz_text *target, const char *problem)
{
    fuzz_show("the target", target->bytes, target->length);
    fuzz_fail("%s", problem);
}

/* libcurl must find the same bytes again, also when it may take dot segments out. */
static void compare_with_libcurl(const struct fuzz_text *target, unsigned int flags)
{
    static const char origin[] = "https://shop.example";
    struct fuzz_text url = fuzz_text_copy(origin, strlen(origin));
    const char *query = strchr(target->bytes, '?');
    size_t path_length = query ? (size_t)(query - target->bytes) : target->length;
    struct parsed_url parsed;

    fuzz_text_append(&url, target->bytes, target->length);
    if (!parsed_url_read(&parsed, url.bytes, flags)) {
        fail(target, "libcurl refuses it");
    }
    if (strcmp(parsed.scheme, "https") != 0 || strcmp(parsed.host, "shop.example") != 0 || parsed.has_user ||
        parsed.has_password || parsed.has_fragment) {
        fail(target, "it changes what is before it, or has a fragment");
    }
    if (strlen(parsed.path) != path_length || strncmp(parsed.path, target->bytes, path_length) != 0 ||
        strcmp(parsed.query, query ? query + 1 : "") != 0) {
        fail(target, "libcurl sends another path or query");
    }
    parsed_url_free(&parsed);
    fuzz_text_free(&url);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct fuzz_input input = {bytes, length};
    struct fuzz_text target = fuzz_rest(&input);
    bool is_taken = aurpay_validate_target(target.bytes, target.length);

    if (is_taken != reference_target_is_fit(target.bytes, target.length)) {
        fail(&target, is_taken ? "it is taken" : "it is refused");
    }
    if (is_taken) {
        compare_with_libcurl(&target, CURLU_PATH_AS_IS);
        compare_with_libcurl(&target, 0);
    }
    fuzz_text_free(&target);
    return 0;
}
