/* The linker sends every allocation and release of the extension's own code through here (--wrap), and the
 * compiler the entry and the exit of each of its functions (-finstrument-functions). A block that is released
 * with a secret in it, and a frame that is left with one, are written to the file that AURPAY_WITNESS_LOG
 * names: what it was, which secret, what the test did, and the return addresses.
 *
 * What the extension's code releases counts as its own, whoever made it: blocks of malloc, strings of the
 * engine, libcurl's lists of header lines and the texts that curl_free() takes. */
#include "witness.h"

#include <dlfcn.h>
#include <execinfo.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <curl/curl.h>

#include "php.h"

#include "leaks.h"
#include "patterns.h"

#define FRAMES_MAX 24

/* A larger frame is not one of ours. */
#define FRAME_SIZE_MAX (256 * 1024)

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void __real_free(void *block);
void __real_curl_free(void *text);
void __real_curl_slist_free_all(struct curl_slist *list);
struct curl_slist *__real_curl_slist_append(struct curl_slist *list, const char *text);
struct curl_slist *__wrap_curl_slist_append(struct curl_slist *list, const char *text);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);
void __wrap_free(void *block);
void __wrap_curl_free(void *text);
void __wrap_curl_slist_free_all(struct curl_slist *list);
void ZEND_FASTCALL __real__efree(void *block);
void ZEND_FASTCALL __wrap__efree(void *block);
void __cyg_profile_func_enter(void *function, void *caller);
void __cyg_profile_func_exit(void *function, void *caller);

static FILE *log_file;
static char doing[512];
static bool is_watching;
/* How much was looked at: a test that looks at nothing proves nothing. */
static uint64_t blocks, strings, frames;
/* Secrets that others had left where a frame of ours began. */
static uint64_t remains;

/* ---- findings ---- */

/* The addresses within the extension's file, for addr2line; others as the name of their file. */
static void write_frames(void *const *addresses, int count)
{
    int i;

    for (i = 0; i < count; i++) {
        Dl_info info;

        if (dladdr(addresses[i], &info) && info.dli_fname) {
            fprintf(log_file, "\t%s+0x%zx", info.dli_fname,
                    (size_t)((char *)addresses[i] - (char *)info.dli_fbase));
        }
    }
}

static void write_finding(const char *kind, const char *secret, size_t size, size_t offset)
{
    void *addresses[FRAMES_MAX];
    int count = backtrace(addresses, FRAMES_MAX);

    fprintf(log_file, "%s\t%s\t%zu\t%zu\t%s", kind, secret, size, offset, doing);
    write_frames(addresses, count);
    fputc('\n', log_file);
    fflush(log_file);
}

static void look_at(const char *kind, const void *memory, size_t size)
{
    const char *secret;
    size_t offset;

    if (!is_watching) {
        return;
    }
    secret = aurpay_patterns_find(memory, size, &offset);
    if (secret) {
        /* What backtrace() and stdio allocate is not the extension's. */
        is_watching = false;
        write_finding(kind, secret, size, offset);
        is_watching = true;
    }
}

/* ---- malloc ---- */

/* New memory is empty: what a block holds was put there by its owner. */
void *__wrap_malloc(size_t size)
{
    void *block = __real_malloc(size);

    if (block) {
        memset(block, 0, malloc_usable_size(block));
    }
    return block;
}

void *__wrap_calloc(size_t count, size_t size)
{
    void *block = __real_calloc(count, size);

    if (block) {
        memset(block, 0, malloc_usable_size(block));
    }
    return block;
}

/* The old block may be left behind as it is. */
void *__wrap_realloc(void *block, size_t size)
{
    if (block) {
        look_at("realloc", block, malloc_usable_size(block));
    }
    return __real_realloc(block, size);
}

void __wrap_free(void *block)
{
    if (block) {
        blocks++;
        look_at("free", block, malloc_usable_size(block));
    }
    __real_free(block);
}

/* ---- libcurl ---- */

void __wrap_curl_free(void *text)
{
    if (text) {
        blocks++;
        look_at("curl_free", text, strlen(text));
    }
    __real_curl_free(text);
}

/* Behind the text of a new line, too, nothing is left of an earlier owner. */
struct curl_slist *__wrap_curl_slist_append(struct curl_slist *list, const char *text)
{
    struct curl_slist *appended = __real_curl_slist_append(list, text), *last = appended;

    while (last && last->next) {
        last = last->next;
    }
    if (last) {
        size_t length = strlen(last->data);

        memset(last->data + length, 0, malloc_usable_size(last->data) - length);
    }
    return appended;
}

void __wrap_curl_slist_free_all(struct curl_slist *list)
{
    struct curl_slist *line;

    for (line = list; line; line = line->next) {
        blocks++;
        look_at("curl_slist_free_all", line->data, malloc_usable_size(line->data));
    }
    __real_curl_slist_free_all(list);
}

/* ---- the engine ---- */

/* Only strings: what is behind the end of other blocks may be anybody's. */
void ZEND_FASTCALL __wrap__efree(void *block)
{
    const zend_string *string = block;
    size_t size = block ? zend_mm_block_size(zend_mm_get_heap(), block) : 0;

    if (size >= _ZSTR_HEADER_SIZE && (GC_TYPE_INFO(string) & GC_TYPE_MASK) == IS_STRING &&
        ZSTR_LEN(string) < size - _ZSTR_HEADER_SIZE) {
        strings++;
        look_at("efree", ZSTR_VAL(string), ZSTR_LEN(string));
    }
    __real__efree(block);
}

/* ---- the stack ---- */

/* A frame of a function of ours: from above the hook's, whose address it gets, to its own frame pointer. */
static size_t frame_above(char *const *hook, char **bottom)
{
    char *top = hook[0];

    *bottom = (char *)(hook + 2);
    return is_watching && top > *bottom && top - *bottom < FRAME_SIZE_MAX ? (size_t)(top - *bottom) : 0;
}

/* What a new frame holds was left there by others. It is wiped, so that it is not taken for the function's
 * own when it returns. */
void __cyg_profile_func_enter(void *function, void *caller)
{
    char *bottom;
    size_t size = frame_above(__builtin_frame_address(0), &bottom), offset;

    (void)function;
    (void)caller;
    while (size && aurpay_patterns_find(bottom, size, &offset)) {
        memset(bottom + offset, 0, AURPAY_PATTERN_MIN);
        remains++;
    }
}

void __cyg_profile_func_exit(void *function, void *caller)
{
    char *bottom;
    size_t size = frame_above(__builtin_frame_address(0), &bottom);

    (void)function;
    (void)caller;
    frames++;
    if (size) {
        look_at("frame", bottom, size);
    }
}

struct counts {
    HashTable *by_name;
};

static void count(const char *name, void *context)
{
    struct counts *counts = context;
    zval *found = zend_hash_str_find(counts->by_name, name, strlen(name)), one;

    if (found) {
        Z_LVAL_P(found)++;
    } else {
        ZVAL_LONG(&one, 1);
        zend_hash_str_add_new(counts->by_name, name, strlen(name), &one);
    }
}

/* The lowest address of the stack that is in use. */
static const char *stack_end(void)
{
    FILE *maps = fopen("/proc/self/maps", "r");
    unsigned long begin = 0, end = 0;
    char line[512];

    while (maps && fgets(line, sizeof(line), maps)) {
        if (strstr(line, "[stack]") && sscanf(line, "%lx-%lx", &begin, &end) == 2) {
            break;
        }
    }
    if (maps) {
        fclose(maps);
    }
    return (const char *)begin;
}

/* ---- functions for the tests ---- */

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_watch, 0, 1, IS_VOID, 0)
ZEND_ARG_TYPE_INFO(0, patterns, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

/* By their names, lists of texts. */
ZEND_FUNCTION(aurpay_witness_watch)
{
    const char *file = getenv("AURPAY_WITNESS_LOG");
    HashTable *patterns;
    zend_string *name;
    zval *texts, *text;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ARRAY_HT(patterns)
    ZEND_PARSE_PARAMETERS_END();
    aurpay_patterns_clear();
    ZEND_HASH_FOREACH_STR_KEY_VAL(patterns, name, texts) {
        ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(texts), text) {
            if (!aurpay_patterns_add(Z_STRVAL_P(text), Z_STRLEN_P(text), ZSTR_VAL(name))) {
                zend_throw_error(NULL, "a pattern is too short");
                RETURN_THROWS();
            }
        }
        ZEND_HASH_FOREACH_END();
    }
    ZEND_HASH_FOREACH_END();
    log_file = log_file || !file ? log_file : fopen(file, "ae");
    if (!log_file) {
        zend_throw_error(NULL, "AURPAY_WITNESS_LOG names no file that can be written");
        RETURN_THROWS();
    }
    is_watching = true;
}

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_doing, 0, 1, IS_VOID, 0)
ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
ZEND_END_ARG_INFO()

/* What the test is about to do. */
ZEND_FUNCTION(aurpay_witness_doing)
{
    zend_string *name;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(name)
    ZEND_PARSE_PARAMETERS_END();
    snprintf(doing, sizeof(doing), "%s", ZSTR_VAL(name));
}

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_array, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

/* How much was looked at so far. */
ZEND_FUNCTION(aurpay_witness_seen)
{
    ZEND_PARSE_PARAMETERS_NONE();
    array_init(return_value);
    add_assoc_long(return_value, "blocks", (zend_long)blocks);
    add_assoc_long(return_value, "strings", (zend_long)strings);
    add_assoc_long(return_value, "frames", (zend_long)frames);
    add_assoc_long(return_value, "remains", (zend_long)remains);
}

/* How often each secret is in the part of the stack that is not in use: left there by anybody. */
ZEND_FUNCTION(aurpay_witness_stack)
{
    const char *begin = stack_end(), *here = __builtin_frame_address(0);
    struct counts counts;

    ZEND_PARSE_PARAMETERS_NONE();
    array_init(return_value);
    counts.by_name = Z_ARRVAL_P(return_value);
    if (begin && begin < here) {
        aurpay_patterns_find_all(begin, (size_t)(here - begin), count, &counts);
    }
}

static const zend_function_entry functions[] = {
    ZEND_FE(aurpay_witness_watch, arginfo_watch) ZEND_FE(aurpay_witness_doing, arginfo_doing)
        ZEND_FE(aurpay_witness_seen, arginfo_array) ZEND_FE(aurpay_witness_stack, arginfo_array) ZEND_FE_END};

void php_aurpay_register_witness(void)
{
    zend_register_functions(NULL, functions, NULL, MODULE_PERSISTENT);
    php_aurpay_register_leaks();
}
