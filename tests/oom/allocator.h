/* The allocators of the core and of the libraries under it. Each counts what it does, and fails on demand. */
#ifndef AURPAY_TESTS_OOM_ALLOCATOR_H
#define AURPAY_TESTS_OOM_ALLOCATOR_H

#include <stdbool.h>

enum oom_library {
    /** malloc() and the like in our own objects: the linker redirects them (--wrap). */
    OOM_CORE,
    /** With zlib, which libcurl lends its allocator. */
    OOM_LIBCURL,
    OOM_OPENSSL,
    /** HTTP/2 and an encoding of answers, inside libcurl. */
    OOM_NGHTTP2,
    OOM_BROTLI,
    /** How many there are. */
    OOM_LIBRARIES
};

/** Which allocations fail. */
struct oom_order {
    /** A bit for each library whose allocations are counted together: 1U << OOM_CORE. */
    unsigned int libraries;
    /** The allocation that fails, counted from 1; 0 for none. */
    long nth;
    /** All later ones fail, too. */
    bool for_good;
};

/** Replaces OpenSSL's allocator. False when OpenSSL has allocated something before. */
bool oom_allocator_install_openssl(void);

/** Replaces libcurl's allocator and initialises libcurl, with the flags of curl_global_init. */
bool oom_allocator_install_libcurl(long flags);

/** From now on allocations fail as ordered; counting begins anew. */
void oom_allocator_begin(const struct oom_order *order);

/** From now on no allocation fails. What was counted stays. */
void oom_allocator_end(void);

/** Prints on stderr who asked for the memory that is the first to be refused. */
void oom_allocator_trace(void);

/** The allocations between begin and end, of the ordered libraries together. */
long oom_allocator_count(void);

/** How many of them failed. */
long oom_allocator_failures(void);

/** The name of a library as it is printed: "core" for OOM_CORE. */
const char *oom_allocator_name(enum oom_library library);

/** The name of the library that is allocating or freeing at this moment, or NULL: for reports of crashes. */
const char *oom_allocator_user(void);

/** The blocks of a library that were allocated and not freed. */
long oom_allocator_live(enum oom_library library);

#endif
