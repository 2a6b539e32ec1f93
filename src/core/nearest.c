#include "nearest.h"

#include <string.h>

#include <openssl/crypto.h>

/* The most edits, however long the names are: enable_post_callback is not timeout_callback. */
#define DISTANCE_MAX 3

static bool is_upper(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static bool is_separator(char byte)
{
    return byte == '_' || byte == '-' || byte == '.' || byte == ' ';
}

static void fold(const char *text, size_t length, struct aurpay_folded_name *folded)
{
    size_t i;

    memset(folded, 0, sizeof(*folded));
    for (i = 0; i < length; i++) {
        if (is_separator(text[i])) {
            continue;
        }
        if (folded->length == AURPAY_NEAREST_MAX) {
            folded->length = 0;
            break;
        }
        /* A capital begins a word only after a byte that is none: `BASE_URI` has two words, not seven. */
        if (folded->length && !folded->second_word &&
            (is_separator(text[i - 1]) || (is_upper(text[i]) && !is_upper(text[i - 1])))) {
            folded->second_word = folded->length;
        }
        folded->text[folded->length++] = (char)(is_upper(text[i]) ? text[i] - 'A' + 'a' : text[i]);
    }
}

static size_t smaller(size_t left, size_t right)
{
    return left < right ? left : right;
}

static size_t larger(size_t left, size_t right)
{
    return left > right ? left : right;
}

/* Edits that make one text the other, a swap of neighbours counted as one (optimal string alignment). */
static size_t edit_distance(const char *left, size_t left_length, const char *right, size_t right_length)
{
    /* The current row and the two before it, used in turn. */
    size_t rows[3][AURPAY_NEAREST_MAX + 1];
    size_t i, j;

    for (j = 0; j <= right_length; j++) {
        rows[0][j] = j;
    }
    for (i = 1; i <= left_length; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i - 1) % 3];

        row[0] = i;
        for (j = 1; j <= right_length; j++) {
            size_t replaced = above[j - 1] + (left[i - 1] != right[j - 1]);

            row[j] = smaller(replaced, smaller(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
                row[j] = smaller(row[j], rows[(i - 2) % 3][j - 2] + 1);
            }
        }
    }
    return rows[left_length % 3][right_length];
}

static bool is_near(size_t distance, size_t left_length, size_t right_length)
{
    return distance <= smaller(larger(left_length, right_length) / 3, DISTANCE_MAX);
}

/* The first word was left out, as in `id` for `order_id`. The rest must match exactly, because it is
 * short. */
static bool is_without_first_word(const struct aurpay_folded_name *wanted,
                                  const struct aurpay_folded_name *name)
{
    return name->second_word && wanted->length == name->length - name->second_word &&
           memcmp(wanted->text, name->text + name->second_word, wanted->length) == 0;
}

/* A first word was added, as in `order_status` for `status`. The rest must be at least as long as that word:
 * `return_url` is not `url`. */
static bool is_with_first_word(const struct aurpay_folded_name *wanted, const struct aurpay_folded_name *name)
{
    const char *rest = wanted->text + wanted->second_word;
    size_t rest_length = wanted->length - wanted->second_word;

    return wanted->second_word && rest_length >= wanted->second_word &&
           is_near(edit_distance(rest, rest_length, name->text, name->length), rest_length, name->length);
}

void aurpay_nearest_init(struct aurpay_nearest *nearest, const char *wanted, size_t length)
{
    fold(wanted, length, &nearest->wanted);
    nearest->name = NULL;
    nearest->name_length = 0;
    nearest->distance = 0;
}

void aurpay_nearest_wipe(struct aurpay_nearest *nearest)
{
    OPENSSL_cleanse(&nearest->wanted, sizeof(nearest->wanted));
}

void aurpay_nearest_offer(struct aurpay_nearest *nearest, const char *name, size_t length)
{
    const struct aurpay_folded_name *wanted = &nearest->wanted;
    struct aurpay_folded_name folded;
    size_t distance;

    fold(name, length, &folded);
    if (wanted->length == 0 || folded.length == 0) {
        return;
    }
    distance = edit_distance(wanted->text, wanted->length, folded.text, folded.length);
    if (nearest->name && distance >= nearest->distance) {
        return;
    }
    if (is_near(distance, wanted->length, folded.length) || is_without_first_word(wanted, &folded) ||
        is_with_first_word(wanted, &folded)) {
        nearest->name = name;
        nearest->name_length = length;
        nearest->distance = distance;
    }
}
