#include "patterns.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Every byte of a text is stored with this added. */
#define MASK 0xa5u
#define MASK_8 UINT64_C(0xa5a5a5a5a5a5a5a5)

#define BUCKETS 65536

struct pattern {
    struct pattern *next;
    /* The first bytes, masked. */
    uint64_t begin;
    size_t length;
    /* The other bytes, masked. */
    const unsigned char *rest;
    char *name;
};

static struct pattern *buckets[BUCKETS];

/* Which first pairs of bytes occur: rules out most memory at once. */
static unsigned char pairs[BUCKETS / 8];

/* Not the allocator that is watched. */
void *__real_malloc(size_t size);
void __real_free(void *block);

static uint64_t load(const unsigned char *bytes)
{
    uint64_t word;

    memcpy(&word, bytes, sizeof(word));
    return word ^ MASK_8;
}

static size_t bucket_of(uint64_t begin)
{
    return (size_t)((begin * UINT64_C(0x9e3779b97f4a7c15)) >> 48);
}

static size_t pair_of(const unsigned char *bytes)
{
    return (size_t)bytes[0] << 8 | bytes[1];
}

bool aurpay_patterns_add(const char *text, size_t length, const char *name)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t rest = length - AURPAY_PATTERN_MIN, name_size = strlen(name) + 1, i;
    struct pattern *pattern =
        length < AURPAY_PATTERN_MIN ? NULL : __real_malloc(sizeof(*pattern) + rest + name_size);
    unsigned char *copy;

    if (!pattern) {
        return false;
    }
    pattern->begin = load(bytes);
    pattern->length = length;
    copy = (unsigned char *)(pattern + 1);
    for (i = 0; i < rest; i++) {
        copy[i] = bytes[AURPAY_PATTERN_MIN + i] ^ MASK;
    }
    pattern->rest = copy;
    pattern->name = (char *)copy + rest;
    memcpy(pattern->name, name, name_size);
    pattern->next = buckets[bucket_of(pattern->begin)];
    buckets[bucket_of(pattern->begin)] = pattern;
    pairs[pair_of(bytes) / 8] |= (unsigned char)(1u << (pair_of(bytes) % 8));
    return true;
}

void aurpay_patterns_clear(void)
{
    size_t i;

    for (i = 0; i < BUCKETS; i++) {
        while (buckets[i]) {
            struct pattern *pattern = buckets[i];

            buckets[i] = pattern->next;
            __real_free(pattern);
        }
    }
    memset(pairs, 0, sizeof(pairs));
}

static bool matches(const struct pattern *pattern, const unsigned char *bytes, size_t left)
{
    size_t rest = pattern->length - AURPAY_PATTERN_MIN, i;

    if (pattern->length > left || pattern->begin != load(bytes)) {
        return false;
    }
    for (i = 0; i < rest; i++) {
        if (pattern->rest[i] != (bytes[AURPAY_PATTERN_MIN + i] ^ MASK)) {
            return false;
        }
    }
    return true;
}

static const struct pattern *pattern_at(const unsigned char *bytes, size_t left)
{
    size_t pair = pair_of(bytes);
    const struct pattern *pattern;

    if (!(pairs[pair / 8] & (1u << (pair % 8)))) {
        return NULL;
    }
    for (pattern = buckets[bucket_of(load(bytes))]; pattern; pattern = pattern->next) {
        if (matches(pattern, bytes, left)) {
            return pattern;
        }
    }
    return NULL;
}

const char *aurpay_patterns_find(const void *memory, size_t size, size_t *offset)
{
    const unsigned char *bytes = memory;
    size_t i;

    for (i = 0; i + AURPAY_PATTERN_MIN <= size; i++) {
        const struct pattern *pattern = pattern_at(bytes + i, size - i);

        if (pattern) {
            *offset = i;
            return pattern->name;
        }
    }
    return NULL;
}

void aurpay_patterns_find_all(const void *memory, size_t size, aurpay_patterns_found found, void *context)
{
    const unsigned char *bytes = memory;
    size_t i = 0;

    while (i + AURPAY_PATTERN_MIN <= size) {
        const struct pattern *pattern = pattern_at(bytes + i, size - i);

        if (pattern) {
            found(pattern->name, context);
        }
        i += pattern ? pattern->length : 1;
    }
}
