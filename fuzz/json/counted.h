/* Compiled into the files whose work is counted, before everything else: the functions that read or write
 * many bytes at once count each byte. The compiler calls __sanitizer_cov_trace_pc at each edge, which
 * counts one. */
#ifndef AURPAY_FUZZ_JSON_COUNTED_H
#define AURPAY_FUZZ_JSON_COUNTED_H

#include <string.h>

#include <openssl/crypto.h>

/** Edges that were taken and bytes that were read or written in bulk since a fuzzer set it to 0. */
extern size_t counted_work;

static inline void *counted_memchr(const void *bytes, int byte, size_t length)
{
    const char *found = memchr(bytes, byte, length);

    counted_work += found ? (size_t)(found - (const char *)bytes) : length;
    return (void *)found;
}

static inline int counted_memcmp(const void *left, const void *right, size_t length)
{
    counted_work += length;
    return memcmp(left, right, length);
}

static inline void *counted_memcpy(void *to, const void *from, size_t length)
{
    counted_work += length;
    return memcpy(to, from, length);
}

static inline void *counted_memmove(void *to, const void *from, size_t length)
{
    counted_work += length;
    return memmove(to, from, length);
}

static inline size_t counted_strlen(const char *text)
{
    size_t length = strlen(text);

    counted_work += length;
    return length;
}

static inline void counted_cleanse(void *bytes, size_t length)
{
    counted_work += length;
    OPENSSL_cleanse(bytes, length);
}

#define memchr counted_memchr
#define memcmp counted_memcmp
#define memcpy counted_memcpy
#define memmove counted_memmove
#define strlen counted_strlen
#define OPENSSL_cleanse counted_cleanse

#endif
