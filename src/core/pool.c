#include "pool.h"

#include <stdlib.h>
#include <string.h>

#include "exchange.h"
#include "socket.h"

#ifdef _WIN32
#include <process.h>
#define getpid _getpid
#else
#include <unistd.h>
#endif

/* Many reads at once share one connection with HTTP/2. Without it they must not storm the server. */
#define MAX_CONNECTIONS_PER_HOST 8L

bool aurpay_pool_is_own(const struct aurpay_pool *pool)
{
    return pool->process == (long)getpid();
}

static void destroy(struct aurpay_pool *pool)
{
    aurpay_exchange_free(pool->idle);
    if (pool->multi) {
        curl_multi_cleanup(pool->multi);
    }
    if (pool->share) {
        curl_share_cleanup(pool->share);
    }
    aurpay_socket_forget_all(pool);
    free(pool);
}

static struct aurpay_pool *create(const struct aurpay_pool_limits *limits)
{
    struct aurpay_pool *pool = calloc(1, sizeof(*pool));

    if (!pool) {
        return NULL;
    }
    pool->process = (long)getpid();
    pool->limits = *limits;
    pool->multi = curl_multi_init();
    pool->share = curl_share_init();
    if (!pool->multi || !pool->share ||
        curl_share_setopt(pool->share, CURLSHOPT_SHARE, CURL_LOCK_DATA_SSL_SESSION) != CURLSHE_OK ||
        curl_multi_setopt(pool->multi, CURLMOPT_MAXCONNECTS, limits->idle_connections) != CURLM_OK ||
        curl_multi_setopt(pool->multi, CURLMOPT_MAX_HOST_CONNECTIONS, MAX_CONNECTIONS_PER_HOST) != CURLM_OK ||
        curl_multi_setopt(pool->multi, CURLMOPT_PIPELINING, CURLPIPE_MULTIPLEX) != CURLM_OK) {
        destroy(pool);
        return NULL;
    }
    return pool;
}

/* Not per thread: a thread's globals may be freed while a leak checker still wants to see what they point to. No lock:
 * only the thread that forked finds its parent's pool, and it is alone then. */
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
