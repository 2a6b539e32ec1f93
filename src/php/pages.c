/* One page is in memory at a time. */
#include "pages.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "call.h"
#include "encoder.h"
#include "exceptions.h"
#include "frame.h"
#include "snapshot.h"

#include "pages_arginfo.h"

/* The highest number that a page is asked for by. */
#define PAGE_MAX INT_MAX

/* A number with more digits is no page's. */
#define NUMBER_DIGITS_MAX 9

static zend_class_entry *ce_pages;

struct pages {
    zval client;
    const struct aurpay_endpoint *endpoint;
    /* The filter of the list. A page in it is the first one to read. */
    zval filter;
    /* The method that created this object: errors about arguments name it when a page is read. */
    zend_function *method;
    struct php_aurpay_object object;
};

/* One walk over the pages. */
struct walk {
    zend_object_iterator iterator;
    /* The list of the current page; undefined before the first and after the last. */
    zval list;
    uint32_t position;
    /* The current page, or the one that is being read. */
    zend_long page;
    zend_long last_page;
    /* An earlier page of this walk had its number. */
    bool is_numbered;
    /* Of the previous page, which is not kept. */
    bool has_digest;
    uint64_t digest;
    /* Counts over all pages. */
    zend_long key;
};

static void free_contents(void *pages)
{
    struct pages *self = pages;

    zval_ptr_dtor(&self->client);
    zval_ptr_dtor(&self->filter);
}

static void list_zvals(void *pages, zend_get_gc_buffer *buffer)
{
    struct pages *self = pages;

    zend_get_gc_buffer_add_zval(buffer, &self->client);
    zend_get_gc_buffer_add_zval(buffer, &self->filter);
}

static struct php_aurpay_object_kind kind = {
    .size = sizeof(struct pages),
    .offset = offsetof(struct pages, object.std),
    .free_contents = free_contents,
    .list_zvals = list_zvals,
};

/* ---- the walk ---- */

static struct walk *walk_from(zend_object_iterator *iterator)
{
    return (struct walk *)iterator;
}

static struct pages *pages_of(struct walk *walk)
{
    return php_aurpay_object_container(Z_OBJ(walk->iterator.data));
}

static void forget_page(struct walk *walk)
{
    zval_ptr_dtor(&walk->list);
    ZVAL_UNDEF(&walk->list);
    walk->position = 0;
}

static void throw_no_page(const char *format, ...) AURPAY_PRINTF(1, 2);

/* Without an exception the walk would end too early, unnoticed. */
static void throw_no_page(const char *format, ...)
{
    zend_string *message;
    va_list arguments;

    va_start(arguments, format);
    message = zend_vstrpprintf(0, format, arguments);
    va_end(arguments);
    php_aurpay_throw_response(ZSTR_VAL(message));
    zend_string_release(message);
}

/* ---- a page's place in the list ---- */

#define NOT_NAMED (-1)

/* The page number and the last page that an answer names. */
struct place {
    zend_long number;
    zend_long last;
};

/* Reads a page's number: an int, or its decimal text. False when it is something else. */
static bool read_number(HashTable *members, const char *name, zend_long *number)
{
    zval *value = zend_hash_str_find(members, name, strlen(name));

    *number = NOT_NAMED;
    if (!value || Z_TYPE_P(value) == IS_NULL) {
        return true;
    }
    if (Z_TYPE_P(value) == IS_LONG) {
        *number = Z_LVAL_P(value);
    } else if (Z_TYPE_P(value) == IS_STRING && Z_STRLEN_P(value) && Z_STRLEN_P(value) <= NUMBER_DIGITS_MAX &&
               strspn(Z_STRVAL_P(value), "0123456789") == Z_STRLEN_P(value)) {
        *number = ZEND_STRTOL(Z_STRVAL_P(value), NULL, 10);
    }
    if (*number < 0) {
        throw_no_page("The answer is not a page: its \"%s\" is not a page number", name);
        return false;
    }
    return true;
}

static bool read_place(const struct aurpay_page_form *form, zval *answer, struct place *place)
{
    zval *meta = answer;

    place->number = place->last = NOT_NAMED;
    if (form->meta) {
        meta = zend_hash_str_find(Z_ARRVAL_P(answer), form->meta, strlen(form->meta));
    }
    if (!meta || Z_TYPE_P(meta) != IS_ARRAY) {
        return true;
    }
    return read_number(Z_ARRVAL_P(meta), form->number, &place->number) &&
           read_number(Z_ARRVAL_P(meta), form->last, &place->last);
}

/* ---- a page's content ---- */

/* A bijection in each argument: lists that differ in one word always have different digests; others collide
 * with a chance of 1 in 2^64. A cryptographic digest would take half as long as decoding the page, and
 * protect against nobody: the list is the server's own. */
static uint64_t mix(uint64_t digest, uint64_t word)
{
    digest = (digest ^ word) * UINT64_C(0x9e3779b97f4a7c15);
    return digest ^ digest >> 29;
}

static uint64_t mix_text(uint64_t digest, const zend_string *text)
{
    const char *bytes = ZSTR_VAL(text);
    size_t left = ZSTR_LEN(text);
    uint64_t word;

    digest = mix(digest, left);
    for (; left >= sizeof(word); left -= sizeof(word), bytes += sizeof(word)) {
        memcpy(&word, bytes, sizeof(word));
        digest = mix(digest, word);
    }
    word = 0;
    memcpy(&word, bytes, left);
    return mix(digest, word);
}

/* Recursion ends with the depth of JSON that is decoded. */
static uint64_t mix_value(uint64_t digest, zval *value)
{
    zend_ulong index;
    zend_string *key;
    zval *element;

    digest = mix(digest, Z_TYPE_P(value));
    if (Z_TYPE_P(value) == IS_STRING) {
        return mix_text(digest, Z_STR_P(value));
    }
    if (Z_TYPE_P(value) == IS_LONG) {
        return mix(digest, (uint64_t)Z_LVAL_P(value));
    }
    if (Z_TYPE_P(value) != IS_ARRAY) {
        return digest;
    }
    digest = mix(digest, zend_hash_num_elements(Z_ARRVAL_P(value)));
    ZEND_HASH_FOREACH_KEY_VAL(Z_ARRVAL_P(value), index, key, element) {
        /* The hash of a key is known since it was decoded. */
        digest = mix_value(mix(digest, key ? ZSTR_HASH(key) : index), element);
    }
    ZEND_HASH_FOREACH_END();
    return digest;
}

static bool is_page_before(const struct walk *walk, zval *list, const struct place *place)
{
    return walk->has_digest && (place->number == walk->page - 1 || mix_value(0, list) == walk->digest);
}

/* Whether an answer is the end of the list, or (with an exception) no page of it:
 * - nothing is on it; a page that is empty says so of those behind it;
 * - it is the page before again: the server goes no further. But when it says itself that there are more
 *   pages, it does not look at the number it is asked for, and the rest of the list would be lost;
 * - it is another page than the one that was asked for;
 * - it does not say where it stands, as those before did. */
static bool is_end(const struct walk *walk, zval *list, const struct place *place)
{
    bool is_named = place->number != NOT_NAMED;

    if (zend_hash_num_elements(Z_ARRVAL_P(list)) == 0 && place->number <= walk->page) {
        return true;
    }
    if (is_page_before(walk, list, place)) {
        if (place->last > (is_named ? place->number : walk->page - 1)) {
            throw_no_page("The answer for page " ZEND_LONG_FMT
                          " repeats the page before, but says that there are " ZEND_LONG_FMT " pages",
                          walk->page, place->last);
        }
        return true;
    }
    if (is_named && place->number != walk->page) {
        throw_no_page("The answer is page " ZEND_LONG_FMT ", not page " ZEND_LONG_FMT, place->number,
                      walk->page);
        return true;
    }
    if (!is_named && place->last == NOT_NAMED && walk->is_numbered) {
        throw_no_page("The answer for page " ZEND_LONG_FMT
                      " does not say which page it is, but earlier answers did",
                      walk->page);
        return true;
    }
    return false;
}

static void take_page(struct walk *walk, zval *answer)
{
    const struct aurpay_page_form *form = pages_of(walk)->endpoint->page;
    zval *list = zend_hash_str_find(Z_ARRVAL_P(answer), form->list, strlen(form->list));
    struct place place;

    if (!list || Z_TYPE_P(list) != IS_ARRAY || !zend_array_is_list(Z_ARRVAL_P(list))) {
        throw_no_page("The answer is not a page: it has no list \"%s\"", form->list);
        return;
    }
    if (!read_place(form, answer, &place) || is_end(walk, list, &place)) {
        return;
    }
    if (place.last != NOT_NAMED) {
        walk->last_page = place.last;
    } else {
        /* An answer that names no page is the whole list. */
        walk->last_page = place.number == NOT_NAMED ? walk->page : PAGE_MAX;
    }
    walk->is_numbered = place.number != NOT_NAMED || place.last != NOT_NAMED;
    forget_page(walk);
    ZVAL_COPY(&walk->list, list);
}

static void fetch(struct walk *walk, zend_long page)
{
    struct pages *pages = pages_of(walk);
    struct php_aurpay_arguments arguments = {.endpoint = pages->endpoint, .params_argument = 1};
    const char *parameter = pages->endpoint->page->parameter;
    zend_execute_data frame;
    zval filter, number, answer;

    forget_page(walk);
    ZVAL_LONG(&number, page);
    ZVAL_ARR(&filter, zend_array_dup(Z_ARRVAL(pages->filter)));
    zend_hash_str_update(Z_ARRVAL(filter), parameter, strlen(parameter), &number);
    arguments.params = Z_ARRVAL(filter);
    ZVAL_NULL(&answer);
    php_aurpay_frame_enter(&frame, pages->method);
    php_aurpay_call_make(php_aurpay_client_fetch(Z_OBJ(pages->client)), &arguments, &answer);
    php_aurpay_frame_leave(&frame);
    /* A handler or a logger may have moved this walk meanwhile. */
    walk->page = page;
    if (!EG(exception)) {
        take_page(walk, &answer);
    }
    zval_ptr_dtor(&answer);
    zval_ptr_dtor(&filter);
}

static zend_long first_page(const struct pages *pages)
{
    const char *parameter = pages->endpoint->page->parameter;
    zval *page = zend_hash_str_find_deref(Z_ARRVAL(pages->filter), parameter, strlen(parameter));

    return page && Z_TYPE_P(page) == IS_LONG ? Z_LVAL_P(page) : 1;
}

static void rewind_walk(zend_object_iterator *iterator)
{
    struct walk *walk = walk_from(iterator);

    walk->key = 0;
    walk->is_numbered = false;
    walk->has_digest = false;
    fetch(walk, first_page(pages_of(walk)));
}

static int is_valid(zend_object_iterator *iterator)
{
    return Z_ISUNDEF(walk_from(iterator)->list) ? FAILURE : SUCCESS;
}

/* Without an element, value and key are null: before the first, after the last, and after an exception. */
static zval *current_data(zend_object_iterator *iterator)
{
    struct walk *walk = walk_from(iterator);

    return Z_ISUNDEF(walk->list) ? NULL : zend_hash_index_find(Z_ARRVAL(walk->list), walk->position);
}

static void current_key(zend_object_iterator *iterator, zval *key)
{
    struct walk *walk = walk_from(iterator);

    if (Z_ISUNDEF(walk->list)) {
        ZVAL_NULL(key);
    } else {
        ZVAL_LONG(key, walk->key);
    }
}

/* The next page is read only when its first element is needed. */
static void move_forward(zend_object_iterator *iterator)
{
    struct walk *walk = walk_from(iterator);

    if (Z_ISUNDEF(walk->list)) {
        return;
    }
    walk->key++;
    walk->position++;
    if (walk->position < zend_hash_num_elements(Z_ARRVAL(walk->list))) {
        return;
    }
    if (walk->page < walk->last_page) {
        walk->digest = mix_value(0, &walk->list);
        walk->has_digest = true;
        fetch(walk, walk->page + 1);
    } else {
        forget_page(walk);
    }
}

static void free_walk(zend_object_iterator *iterator)
{
    zval_ptr_dtor(&walk_from(iterator)->list);
    zval_ptr_dtor(&iterator->data);
}

static HashTable *get_walk_gc(zend_object_iterator *iterator, zval **table, int *count)
{
    zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

    zend_get_gc_buffer_add_zval(buffer, &iterator->data);
    zend_get_gc_buffer_add_zval(buffer, &walk_from(iterator)->list);
    zend_get_gc_buffer_use(buffer, table, count);
    return NULL;
}

static const zend_object_iterator_funcs walk_functions = {
    .dtor = free_walk,
    .valid = is_valid,
    .get_current_data = current_data,
    .get_current_key = current_key,
    .move_forward = move_forward,
    .rewind = rewind_walk,
    .get_gc = get_walk_gc,
};

static zend_object_iterator *get_iterator(zend_class_entry *ce, zval *object, int by_reference)
{
    struct walk *walk;

    (void)ce;
    if (by_reference) {
        zend_throw_error(NULL, "Pages cannot be iterated by reference");
        return NULL;
    }
    if (!php_aurpay_object_fetch(Z_OBJ_P(object), &kind)) {
        return NULL;
    }
    walk = ecalloc(1, sizeof(*walk));
    zend_iterator_init(&walk->iterator);
    ZVAL_OBJ_COPY(&walk->iterator.data, Z_OBJ_P(object));
    walk->iterator.funcs = &walk_functions;
    ZVAL_UNDEF(&walk->list);
    return &walk->iterator;
}

/* ---- the class ---- */

void php_aurpay_register_pages(void)
{
    ce_pages = register_class_Aurpay_Pages(zend_ce_aggregate);
    ce_pages->get_iterator = get_iterator;
    php_aurpay_object_register(ce_pages, &kind);
}

/* Takes over the filter. */
static void make_pages(zval *return_value, zend_object *client, const struct aurpay_endpoint *endpoint,
                       zval *filter, zend_function *method)
{
    struct pages *pages = php_aurpay_object_make(return_value, ce_pages, &kind);

    if (!pages) {
        zval_ptr_dtor(filter);
        return;
    }
    pages->endpoint = endpoint;
    pages->method = method;
    ZVAL_OBJ_COPY(&pages->client, client);
    ZVAL_COPY_VALUE(&pages->filter, filter);
    php_aurpay_object_complete(&pages->object.std);
}

/* The method as stored in its class: the frame's may be a Closure's copy, which is freed with the Closure. */
static zend_function *kept_method(const zend_function *running)
{
    return zend_hash_find_ptr_lc(&running->common.scope->function_table, running->common.function_name);
}

void php_aurpay_pages_method(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                             const struct aurpay_endpoint *endpoint)
{
    struct php_aurpay_arguments arguments = {.endpoint = endpoint, .params_argument = 1};
    struct php_aurpay_client *self;
    HashTable *given = NULL;
    bool fixed;
    zval filter;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_ARRAY_HT(given)
    ZEND_PARSE_PARAMETERS_END();
    self = php_aurpay_client_fetch(client);
    if (!self) {
        RETURN_THROWS();
    }
    php_aurpay_snapshot(given, &filter);
    fixed = php_aurpay_encoder_fix_dates(&arguments, &filter);
    arguments.params = Z_ARRVAL(filter);
    /* Arguments are checked now, not when the walk begins. */
    if (!fixed || !php_aurpay_call_check_arguments(self, &arguments)) {
        zval_ptr_dtor(&filter);
        RETURN_THROWS();
    }
    make_pages(return_value, client, endpoint, &filter, kept_method(EX(func)));
}

ZEND_METHOD(Aurpay_Pages, __construct)
{
    /* Private: only there so that `new Pages` is refused. */
    ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(Aurpay_Pages, getIterator)
{
    ZEND_PARSE_PARAMETERS_NONE();
    zend_create_internal_iterator_zval(return_value, ZEND_THIS);
}
