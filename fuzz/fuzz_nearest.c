/* The nearest known name against edit distances that are computed from their definition.
 *
 * An input: a line with the name that is wanted, and a line for each known name. */
#include <string.h>

#include "core/nearest.h"
#include "text.h"

#define NAMES_MAX 16

/* The longest name that is compared, without what is between its words. */
#define LONGEST 48

struct folded {
    char text[LONGEST];
    size_t length;
    size_t second_word;
};

static size_t smallest(size_t a, size_t b, size_t c)
{
    size_t smaller = a < b ? a : b;

    return smaller < c ? smaller : c;
}

static bool is_between_words(char byte)
{
    return byte == '_' || byte == '-' || byte == '.' || byte == ' ';
}

static bool is_capital(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

/* In lower case and in one piece; the second word begins behind a separator, or at a capital that follows
 * none. */
static struct folded fold(const struct fuzz_text *name)
{
    struct folded folded = {.length = 0};
    char before = 'A';
    size_t i;

    for (i = 0; i < name->length; before = name->bytes[i++]) {
        char byte = name->bytes[i];
        bool begins_word = is_between_words(before) || (is_capital(byte) && !is_capital(before));

        if (is_between_words(byte)) {
            continue;
        }
        if (folded.length == LONGEST) {
            folded.length = 0;
            return folded;
        }
        if (begins_word && folded.length > 0 && folded.second_word == 0) {
            folded.second_word = folded.length;
        }
        folded.text[folded.length++] = (char)(is_capital(byte) ? byte + ('a' - 'A') : byte);
    }
    return folded;
}

/* Edits between the first `i` bytes of one text and the first `j` of the other, each pair of lengths in a
 * table. */
static size_t distance_between(const char *left, size_t left_length, const char *right, size_t right_length)
{
    static size_t table[LONGEST + 1][LONGEST + 1];
    size_t i, j;

    for (i = 0; i <= left_length; i++) {
        for (j = 0; j <= right_length; j++) {
            if (i == 0 || j == 0) {
                table[i][j] = i + j;
                continue;
            }
            table[i][j] = smallest(table[i - 1][j] + 1, table[i][j - 1] + 1,
                                   table[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1] &&
                table[i - 2][j - 2] + 1 < table[i][j]) {
                table[i][j] = table[i - 2][j - 2] + 1;
            }
        }
    }
    return table[left_length][right_length];
}

/* At most 3 edits, and at most a third of the longer text. */
static bool is_near(const char *left, size_t left_length, const char *right, size_t right_length)
{
    size_t distance = distance_between(left, left_length, right, right_length);
    size_t longer = left_length > right_length ? left_length : right_length;

    return distance <= 3 && 3 * distance <= longer;
}

static bool is_candidate(const struct folded *wanted, const struct folded *name)
{
    size_t rest = wanted->length - wanted->second_word;

    if (wanted->length == 0 || name->length == 0) {
        return false;
    }
    if (is_near(wanted->text, wanted->length, name->text, name->length)) {
        return true;
    }
    /* The name has a first word more; the rest is the same. */
    if (name->second_word > 0 && name->length - name->second_word == wanted->length &&
        memcmp(name->text + name->second_word, wanted->text, wanted->length) == 0) {
        return true;
    }
    /* The name has a first word less, which is no longer than the rest. */
    return wanted->second_word > 0 && wanted->second_word <= rest &&
           is_near(wanted->text + wanted->second_word, rest, name->text, name->length);
}

/* The first of the nearest candidates; the number of names when there is none. */
static size_t find_nearest(const struct fuzz_text *wanted, const struct fuzz_text *names, size_t count)
{
    struct folded folded_wanted = fold(wanted);
    size_t best = count, best_distance = 0, i;

    for (i = 0; i < count; i++) {
        struct folded name = fold(&names[i]);
        size_t distance = distance_between(folded_wanted.text, folded_wanted.length, name.text, name.length);

        if (is_candidate(&folded_wanted, &name) && (best == count || distance < best_distance)) {
            best = i;
            best_distance = distance;
        }
    }
    return best;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct fuzz_input input = {bytes, length};
    struct fuzz_text wanted = fuzz_line(&input), names[NAMES_MAX];
    struct aurpay_nearest nearest;
    size_t count = 0, expected, i;

    aurpay_nearest_init(&nearest, wanted.bytes, wanted.length);
    while (input.length && count < NAMES_MAX) {
        names[count] = fuzz_line(&input);
        aurpay_nearest_offer(&nearest, names[count].bytes, names[count].length);
        count++;
    }
    expected = find_nearest(&wanted, names, count);
    if (nearest.name != (expected < count ? names[expected].bytes : NULL) ||
        (nearest.name && nearest.name_length != names[expected].length)) {
        fuzz_show("wanted", wanted.bytes, wanted.length);
        fuzz_show("nearest", nearest.name ? nearest.name : "", nearest.name ? nearest.name_length : 0);
        fuzz_fail("the nearest is number %zu of %zu", expected, count);
    }
    for (i = 0; i < count; i++) {
        fuzz_text_free(&names[i]);
    }
    fuzz_text_free(&wanted);
    return 0;
}
