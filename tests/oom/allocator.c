#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "allocator.h"

#include <dlfcn.h>
#include <execinfo.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <curl/curl.h>
#include <openssl/crypto.h>

#include "guard.h"

/* The linker redirects the core's calls of malloc() and the like to these. */
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);
char *__wrap_strdup(const char *text);
char *__wrap_strndup(const char *text, size_t length);
void __wrap_free(void *block);

/* Set while a library is served. Read when that has crashed. */
static _Thread_local const char *user = NULL;

/* libcurl resolves names in a thread of its own, which allocates too. */
static struct {
    struct oom_order order;
    atomic_bool is_on;
    bool is_traced;
    atomic_long count;
    atomic_long failures;
    atomic_long live[OOM_LIBRARIES];
} state;

void oom_allocator_begin(const struct oom_order *order)
{
    state.order = *order;
    state.count = 0;
    state.failures = 0;
    state.is_on = true;
}

void oom_allocator_end(void)
{
    state.is_on = false;
}

long oom_allocator_count(void)
{
    return state.count;
}

long oom_allocator_failures(void)
{
    return state.failures;
}

const char *oom_allocator_name(enum oom_library library)
{
    static const char *const names[OOM_LIBRARIES] = {"core", "libcurl", "OpenSSL", "nghttp2", "brotli"};

    return names[library];
}

const char *oom_allocator_user(void)
{
    return user;
}

long oom_allocator_live(enum oom_library library)
{
    return state.live[library];
}

void oom_allocator_trace(void)
{
    state.is_traced = true;
}

/* Who has asked for memory. */
static void print_callers(void)
{
    void *callers[32];
    bool was_on = state.is_on;

    state.is_on = false;
    backtrace_symbols_fd(callers, backtrace(callers, 32), STDERR_FILENO);
    state.is_on = was_on;
}

/* Counts an allocation. Whether it is to fail. */
static bool fails(enum oom_library library)
{
    long number;
    bool failing;

    if (!state.is_on || !(state.order.libraries & 1U << library)) {
        return false;
    }
    number = atomic_fetch_add(&state.count, 1) + 1;
    failing =
        state.order.nth && (number == state.order.nth || (state.order.for_good && number > state.order.nth));
    state.failures += failing;
    if (failing && state.is_traced && state.failures == 1) {
        print_callers();
    }
    return failing;
}

/* Ends what `user` began. */
static void *counted(enum oom_library library, void *block)
{
    user = NULL;
    state.live[library] += block != NULL;
    return block;
}

static void *allocate(enum oom_library library, size_t size)
{
    if (fails(library)) {
        return NULL;
    }
    user = oom_allocator_name(library);
    return counted(library, oom_guard_allocate(library, size));
}

static void *allocate_zeroed(enum oom_library library, size_t count, size_t size)
{
    if (fails(library)) {
        return NULL;
    }
    user = oom_allocator_name(library);
    return counted(library, oom_guard_allocate_zeroed(library, count, size));
}

static void release(enum oom_library library, void *block)
{
    user = oom_allocator_name(library);
    oom_guard_release(library, block);
    user = NULL;
    state.live[library] -= block != NULL;
}

static void *reallocate(enum oom_library library, void *block, size_t size)
{
    void *moved;

    if (!block) {
        return allocate(library, size);
    }
    if (size == 0) {
        release(library, block);
        return NULL;
    }
    if (fails(library)) {
        return NULL;
    }
    user = oom_allocator_name(library);
    moved = oom_guard_reallocate(library, block, size);
    user = NULL;
    return moved;
}

static char *duplicate(enum oom_library library, const char *text, size_t length)
{
    char *copy = allocate(library, length + 1);

    if (copy) {
        memcpy(copy, text, length);
        copy[length] = '\0';
    }
    return copy;
}

/* ---- the core ---- */

void *__wrap_malloc(size_t size)
{
    return allocate(OOM_CORE, size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return allocate_zeroed(OOM_CORE, count, size);
}

void *__wrap_realloc(void *block, size_t size)
{
    return reallocate(OOM_CORE, block, size);
}

char *__wrap_strdup(const char *text)
{
    return duplicate(OOM_CORE, text, strlen(text));
}

char *__wrap_strndup(const char *text, size_t length)
{
    return duplicate(OOM_CORE, text, strnlen(text, length));
}

void __wrap_free(void *block)
{
    release(OOM_CORE, block);
}

/* ---- libcurl ---- */

static void *curl_allocate(size_t size)
{
    return allocate(OOM_LIBCURL, size);
}

static void *curl_allocate_zeroed(size_t count, size_t size)
{
    return allocate_zeroed(OOM_LIBCURL, count, size);
}

static void *curl_reallocate(void *block, size_t size)
{
    return reallocate(OOM_LIBCURL, block, size);
}

static char *curl_duplicate(const char *text)
{
    return duplicate(OOM_LIBCURL, text, strlen(text));
}

static void curl_release(void *block)
{
    release(OOM_LIBCURL, block);
}

/* ---- OpenSSL ---- */

/* OpenSSL answers NULL for 0 bytes. */
static void *openssl_allocate(size_t size, const char *file, int line)
{
    (void)file;
    (void)line;
    return size == 0 ? NULL : allocate(OOM_OPENSSL, size);
}

static void *openssl_reallocate(void *block, size_t size, const char *file, int line)
{
    (void)file;
    (void)line;
    return reallocate(OOM_OPENSSL, block, size);
}

static void openssl_release(void *block, const char *file, int line)
{
    (void)file;
    (void)line;
    release(OOM_OPENSSL, block);
}

/* ---- nghttp2 ---- */

/* As nghttp2's header declares it. The project does not need its package otherwise. */
struct nghttp2_mem {
    void *context;
    void *(*malloc)(size_t size, void *context);
    void (*free)(void *block, void *context);
    void *(*calloc)(size_t count, size_t size, void *context);
    void *(*realloc)(void *block, size_t size, void *context);
};

static void *nghttp2_allocate(size_t size, void *context)
{
    (void)context;
    return allocate(OOM_NGHTTP2, size);
}

static void nghttp2_release(void *block, void *context)
{
    (void)context;
    release(OOM_NGHTTP2, block);
}

static void *nghttp2_allocate_zeroed(size_t count, size_t size, void *context)
{
    (void)context;
    return allocate_zeroed(OOM_NGHTTP2, count, size);
}

static void *nghttp2_reallocate(void *block, size_t size, void *context)
{
    (void)context;
    return reallocate(OOM_NGHTTP2, block, size);
}

static struct nghttp2_mem nghttp2_memory = {NULL, nghttp2_allocate, nghttp2_release, nghttp2_allocate_zeroed,
                                            nghttp2_reallocate};

#define NGHTTP2_ERR_NOMEM (-901)

/* What libcurl calls of nghttp2: a program's own functions come before those of a library. */
int nghttp2_session_client_new(void **session, const void *callbacks, void *user_data);
int nghttp2_session_client_new2(void **session, const void *callbacks, void *user_data, const void *option);
int nghttp2_session_callbacks_new(void **callbacks);
int nghttp2_option_new(void **option);

/* The function of the library that one of ours stands before. */
static void find_original(const char *name, void *function)
{
    void *found = dlsym(RTLD_NEXT, name);

    if (!found) {
        abort();
    }
    memcpy(function, &found, sizeof(found));
}

int nghttp2_session_client_new2(void **session, const void *callbacks, void *user_data, const void *option)
{
    int (*make)(void **, const void *, void *, const void *, struct nghttp2_mem *);

    find_original("nghttp2_session_client_new3", &make);
    return make(session, callbacks, user_data, option, &nghttp2_memory);
}

int nghttp2_session_client_new(void **session, const void *callbacks, void *user_data)
{
    return nghttp2_session_client_new2(session, callbacks, user_data, NULL);
}

/* These two take no allocator. */
int nghttp2_session_callbacks_new(void **callbacks)
{
    int (*make)(void **);

    find_original("nghttp2_session_callbacks_new", &make);
    return fails(OOM_NGHTTP2) ? NGHTTP2_ERR_NOMEM : make(callbacks);
}

int nghttp2_option_new(void **option)
{
    int (*make)(void **);

    find_original("nghttp2_option_new", &make);
    return fails(OOM_NGHTTP2) ? NGHTTP2_ERR_NOMEM : make(option);
}

/* ---- brotli ---- */

static void *brotli_allocate(void *context, size_t size)
{
    (void)context;
    return allocate(OOM_BROTLI, size);
}

static void brotli_release(void *context, void *block)
{
    (void)context;
    release(OOM_BROTLI, block);
}

void *BrotliDecoderCreateInstance(void *(*allocate_it)(void *, size_t), void (*release_it)(void *, void *),
                                  void *context);

void *BrotliDecoderCreateInstance(void *(*allocate_it)(void *, size_t), void (*release_it)(void *, void *),
                                  void *context)
{
    void *(*make)(void *(*)(void *, size_t), void (*)(void *, void *), void *);

    (void)allocate_it;
    (void)release_it;
    find_original("BrotliDecoderCreateInstance", &make);
    return make(brotli_allocate, brotli_release, context);
}

bool oom_allocator_install_openssl(void)
{
    return CRYPTO_set_mem_functions(openssl_allocate, openssl_reallocate, openssl_release) == 1;
}

bool oom_allocator_install_libcurl(long flags)
{
    return curl_global_init_mem(flags, curl_allocate, curl_release, curl_reallocate, curl_duplicate,
                                curl_allocate_zeroed) == CURLE_OK;
}
