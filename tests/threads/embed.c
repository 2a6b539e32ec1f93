/* Runs a script in several threads of one PHP (ZTS) at the same time, as a threaded web server does: each
 * thread makes web requests one after another. "./dev threads" builds this with ThreadSanitizer.
 *
 * usage: embed INI SCRIPT THREADS REQUESTS
 *
 * The program ends with 1 if a request of any thread failed. */
#include <sapi/embed/php_embed.h>

#include <dlfcn.h>
#include <pthread.h>

/* PHP binds an extension to its own symbols first (RTLD_DEEPBIND), which the sanitizer refuses. PHP calls
 * this instead of the C library's function. */
void *dlopen(const char *file, int mode)
{
    void *(*next)(const char *, int) = (void *(*)(const char *, int))dlsym(RTLD_NEXT, "dlopen");

    return next(file, mode & ~RTLD_DEEPBIND);
}

struct worker {
    pthread_t thread;
    const char *script;
    int requests;
    int failed;
};

static bool run_request(const char *script)
{
    zend_file_handle file;
    bool is_right;

    /* php_request_startup() resets these for each request. */
    SG(request_info).request_method = "GET";
    SG(request_info).path_translated = NULL;
    if (php_request_startup() == FAILURE) {
        return false;
    }
    SG(headers_sent) = 1;
    SG(request_info).no_headers = 1;
    zend_stream_init_filename(&file, script);
    is_right = php_execute_script(&file) && EG(exit_status) == 0;
    zend_destroy_file_handle(&file);
    php_request_shutdown(NULL);
    return is_right;
}

static void *work(void *context)
{
    struct worker *worker = context;
    int i;

#ifdef ZTS
    (void)ts_resource(0);
#endif
    for (i = 0; i < worker->requests; i++) {
        worker->failed += !run_request(worker->script);
    }
#ifdef ZTS
    ts_free_thread();
#endif
    return NULL;
}

int main(int argc, char **argv)
{
    int threads, i, failed = 0;
    struct worker *workers;

    if (argc != 5) {
        fprintf(stderr, "usage: embed INI SCRIPT THREADS REQUESTS\n");
        return 2;
    }
#ifndef ZTS
    fprintf(stderr, "embed: this PHP has no threads\n");
    return 2;
#endif
    threads = atoi(argv[3]);
    workers = calloc((size_t)threads, sizeof(*workers));
    if (threads < 1 || !workers) {
        return 2;
    }
    php_embed_module.php_ini_path_override = argv[1];
    if (php_embed_init(1, argv) == FAILURE) {
        return 2;
    }
    for (i = 0; i < threads; i++) {
        workers[i].script = argv[2];
        workers[i].requests = atoi(argv[4]);
        if (pthread_create(&workers[i].thread, NULL, work, &workers[i]) != 0) {
            return 2;
        }
    }
    for (i = 0; i < threads; i++) {
        pthread_join(workers[i].thread, NULL);
        failed += workers[i].failed;
    }
    free(workers);
    php_embed_shutdown();
    printf("%d threads made %d web requests each, %d failed\n", threads, atoi(argv[4]), failed);
    return failed > 0;
}
