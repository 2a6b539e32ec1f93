#include "pool.h"

#include <stdlib.h>
#include <string.h>

#include "exchange.h"
#include "socket.h"

#include "clock.h"
#include "library.h"
#include "openssl_errors.h"
#include "tls_state.h"
#include "trust.h"

#ifdef _WIN32
#include <process.h>
#define getpid _getpid
#else
#include <pthread.h>
#include <unistd.h>
#endif

/* Limits parallel reads without HTTP/2. With HTTP/2 they share one connection. */
#define MAX_CONNECTIONS_PER_HOST 8L

/* CURLMOPT_QUICK_EXIT of libcurl 8.20. The library may be newer than the headers. */
#define QUICK_EXIT ((CURLMoption)(CURLOPTTYPE_LONG + 21))

/* libcurl keeps an address for 60 seconds. If the clock is set back by no more than this, libcurl keeps it
 * for at most twice as long. */
#define MAX_SET_BACK_MILLISECONDS 60000

/* Forks between the first process that made a pool and this one. */
static unsigned int generation = 0;

#ifdef _WIN32
static bool watch_forks(void)
{
    return true;
}
#else
/* Runs in a forked child, which is one thread. */
static void count_fork(void)
{
    generation++;
}

static bool watch_forks(void)
{
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    static bool is_watching = false;
    bool watched;

    pthread_mutex_lock(&lock);
    is_watching = is_watching || pthread_atfork(NULL, NULL, count_fork) == 0;
    watched = is_watching;
    pthread_mutex_unlock(&lock);
    return watched;
}
#endif

bool aurpay_pool_is_own(const struct aurpay_pool *pool)
{
    return pool->process == (long)getpid() && pool->generation == generation;
}

/* Frees everything that is replaced together: libcurl's handles and what is known of them. */
static void free_contents(struct aurpay_pool *pool)
{
    aurpay_openssl_errors_mark();
    aurpay_exchange_free(pool->idle);
    pool->idle = NULL;
    if (pool->multi) {
        curl_multi_cleanup(pool->multi);
        pool->multi = NULL;
    }
    if (pool->share) {
        curl_share_cleanup(pool->share);
        pool->share = NULL;
    }
    aurpay_openssl_errors_restore();
    aurpay_socket_forget_all(pool);
    aurpay_trust_forget(&pool->trusted_files);
    pool->is_trust_outdated = false;
}

/* From 7.84.0 to 8.0.1, a reused easy handle makes a double free of an answer whose first header line is
 * folded: https://github.com/curl/curl/issues/11101 (tried with 7.88.1). */
bool aurpay_pool_may_keep_handles(void)
{
#ifdef AURPAY_BENCH_KEEPS_HANDLES
    /* ./dev bench --check counts what a libcurl without that fault costs, on any libcurl. */
    return true;
#else
    unsigned int version = curl_version_info(CURLVERSION_NOW)->version_num;

    return version < 0x075400 || version > 0x080001;
#endif
}

/* Changes a time by up to 10 %. The result need not be secret, only different in workers that start
 * together. */
static long jittered(long seconds, int64_t now)
{
    uint32_t seed = ((uint32_t)getpid() * UINT32_C(2654435761)) ^ (uint32_t)now;
    int64_t permille = 900 + (int64_t)((seed ^ seed >> 15) % 201);

    return seconds * permille < 1000 ? 1 : (long)(seconds * permille / 1000);
}

static int64_t clock_ahead(void)
{
    return aurpay_clock_wall() - aurpay_clock_monotonic();
}

static bool make_contents(struct aurpay_pool *pool)
{
    /* To libcurl, 0 means as many as it likes. Transfers end their connections then (hooks.c). */
    long idle_connections = pool->limits.idle_connections > 0 ? pool->limits.idle_connections : 1;

    pool->made = aurpay_clock_monotonic();
    pool->clock_ahead = clock_ahead();
    pool->lifetime_seconds = jittered(pool->limits.lifetime_seconds, pool->made);
    pool->multi = curl_multi_init();
    /* Otherwise the end of the pool waits for a slow name server, even after calls that were answered:
     * libcurl connects to the IPv4 address while it still asks for the IPv6 one. Older versions refuse the
     * option, and do not wait there. */
    (void)curl_multi_setopt(pool->multi, QUICK_EXIT, 1L);
    pool->share = curl_share_init();
    return pool->multi && pool->share &&
           curl_share_setopt(pool->share, CURLSHOPT_SHARE, CURL_LOCK_DATA_SSL_SESSION) == CURLSHE_OK &&
           curl_multi_setopt(pool->multi, CURLMOPT_MAXCONNECTS, idle_connections) == CURLM_OK &&
           curl_multi_setopt(pool->multi, CURLMOPT_MAX_HOST_CONNECTIONS, MAX_CONNECTIONS_PER_HOST) ==
               CURLM_OK &&
           curl_multi_setopt(pool->multi, CURLMOPT_PIPELINING, CURLPIPE_MULTIPLEX) == CURLM_OK;
}

static void destroy(struct aurpay_pool *pool)
{
    free_contents(pool);
    free(pool);
}

static struct aurpay_pool *create(const struct aurpay_pool_limits *limits)
{
    struct aurpay_pool *pool = watch_forks() ? calloc(1, sizeof(*pool)) : NULL;

    if (!pool) {
        return NULL;
    }
    /* The pool's lookups are what may need it. */
    aurpay_library_keep();
    pool->process = (long)getpid();
    pool->generation = generation;
    pool->limits = *limits;
    pool->keeps_handles = aurpay_pool_may_keep_handles();
    pool->knows_tls = aurpay_tls_state_is_known();
    if (!make_contents(pool)) {
        destroy(pool);
        return NULL;
    }
    return pool;
}

static enum aurpay_code check_default_trust(struct aurpay_pool *pool, bool *has_changed)
{
    const curl_version_info_data *curl = curl_version_info(CURLVERSION_NOW);
    enum aurpay_code code = AURPAY_OK;
    bool file_has_changed = false, folder_has_changed = false;

    if (curl->cainfo) {
        code = aurpay_trust_check(&pool->trusted_files, curl->cainfo, &file_has_changed);
    }
    if (!code && curl->capath) {
        code = aurpay_trust_check(&pool->trusted_files, curl->capath, &folder_has_changed);
    }
    *has_changed = file_has_changed || folder_has_changed;
    return code;
}

static enum aurpay_code check_trust(struct aurpay_pool *pool, bool is_https, const char *ca_file,
                                    bool *has_changed)
{
    *has_changed = false;
    if (!is_https) {
        return AURPAY_OK;
    }
    return ca_file ? aurpay_trust_check(&pool->trusted_files, ca_file, has_changed)
                   : check_default_trust(pool, has_changed);
}

/* libcurl dates the addresses that it knows with the wall clock (tried with 7.88). After the clock was set
 * back by an hour, it would use an old address for an hour. */
static bool is_clock_set_back(struct aurpay_pool *pool)
{
    int64_t ahead = clock_ahead();

    if (ahead > pool->clock_ahead) {
        pool->clock_ahead = ahead;
    }
    return pool->clock_ahead - ahead > MAX_SET_BACK_MILLISECONDS;
}

/* Only before libcurl 7.80: later versions have a maximum age of connections and a prerequest callback, so
 * each connection is checked by itself. */
static bool is_outdated(const struct aurpay_pool *pool)
{
    return pool->lacks_prerequest &&
           (aurpay_clock_monotonic() - pool->made > (int64_t)pool->lifetime_seconds * 1000 ||
            aurpay_socket_has_unfit_at_rest(pool));
}

enum aurpay_code aurpay_pool_refresh(struct aurpay_pool *pool, bool is_https, const char *ca_file)
{
    enum aurpay_code code = AURPAY_OK;
    bool has_changed = false, is_set_back;

    if (pool->multi) {
        is_set_back = is_clock_set_back(pool);
        /* A nested call may be the first to use a CA file, which is then to be recorded. */
        code = check_trust(pool, is_https, ca_file, &has_changed);
        pool->is_trust_outdated = pool->is_trust_outdated || has_changed;
        if (code || pool->in_flight || (!pool->is_trust_outdated && !is_set_back && !is_outdated(pool))) {
            return code;
        }
        free_contents(pool);
    }
    if (!make_contents(pool)) {
        /* The next call tries again. */
        free_contents(pool);
        return AURPAY_ERROR_SETUP;
    }
    return check_trust(pool, is_https, ca_file, &has_changed);
}

/* Not per thread: a thread's globals may be freed before a leak checker runs. No lock: only the thread that
 * forked finds its parent's pool, and it is the only thread then. */
static struct aurpay_pool *abandoned_pools = NULL;

static void abandon(struct aurpay_pool **slot)
{
    (*slot)->next_abandoned = abandoned_pools;
    abandoned_pools = *slot;
    *slot = NULL;
}

enum aurpay_code aurpay_pool_open(struct aurpay_pool **slot, const struct aurpay_pool_limits *limits)
{
    if (*slot && !aurpay_pool_is_own(*slot)) {
        abandon(slot);
    }
    if (!*slot) {
        *slot = create(limits);
    }
    return *slot ? AURPAY_OK : AURPAY_ERROR_SETUP;
}

void aurpay_pool_close(struct aurpay_pool **slot)
{
    if (!*slot) {
        return;
    }
    if (!aurpay_pool_is_own(*slot)) {
        abandon(slot);
        return;
    }
    destroy(*slot);
    *slot = NULL;
}

struct aurpay_statistics aurpay_pool_statistics(const struct aurpay_pool *pool)
{
    static const struct aurpay_statistics none;

    return pool && aurpay_pool_is_own(pool) ? pool->statistics : none;
}
