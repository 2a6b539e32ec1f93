/* All pages of a list, one in memory at a time. */
#include "binding.h"
#include "frame.h"
#include "snapshot.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "pages_arginfo.h"

static zend_class_entry *ce_pages;
static zend_object_handlers handlers;

struct pages {
    zval client;
    const struct aurpay_endpoint *endpoint;
    /* What the list is filtered by; a page in it is where to begin. */
    zval filter;
    /* The method that made this: where an argument is refused while a page is read, it is that method's. */
    zend_function *method;
    struct php_aurpay_object object;
};

/* One walk over the pages. */
struct walk {
    zend_object_iterator iterator;
    /* The list of the page at hand; undefined before the first and after the last. */
    zval list;
    uint32_t position;
    zend_long page;
    zend_long last_page;
    /* Counts over all pages. */
    zend_long key;
};

static zend_object *create_object(zend_class_entry *ce)
{
    return php_aurpay_object_create(ce, sizeof(struct pages), &handlers);
}

static void free_object(zend_object *object)
{
    struct pages *self = php_aurpay_object_container(object);

    zval_ptr_dtor(&self->client);
    zval_ptr_dtor(&self->filter);
    zend_object_std_dtor(object);
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
    struct pages *self = php_aurpay_object_container(object);
    zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

    zend_get_gc_buffer_add_zval(buffer, &self->client);
    zend_get_gc_buffer_add_zval(buffer, &self->filter);
    zend_get_gc_buffer_use(buffer, table, count);
    return zend_std_get_properties(object);
}

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

/* Takes the list out of a page's answer. An answer without one would end the walk too early, unnoticed. */
static void take_list(struct walk *walk, zval *answer)
{
    zval *list = zend_hash_str_find(Z_ARRVAL_P(answer), ZEND_STRL("data"));
    zval *last_page = zend_hash_str_find(Z_ARRVAL_P(answer), ZEND_STRL("max_page"));

    if (pages_of(walk)->endpoint->ends_with_empty_page) {
        walk->last_page = ZEND_LONG_MAX;
    } else if (last_page && Z_TYPE_P(last_page) == IS_LONG) {
        walk->last_page = Z_LVAL_P(last_page);
    } else {
        list = NULL;
    }
    if (!list || Z_TYPE_P(list) != IS_ARRAY) {
        php_aurpay_throw_response("The answer is not a page: it has no list \"data\" or no int \"max_page\"");
        return;
    }
    if (zend_hash_num_elements(Z_ARRVAL_P(list))) {
        ZVAL_COPY(&walk->list, list);
    }
}

static void fetch(struct walk *walk, zend_long page)
{
    struct pages *pages = pages_of(walk);
    struct php_aurpay_arguments arguments = {.endpoint = pages->endpoint, .params_argument = 1};
    zend_execute_data frame;
    zval filter, number, answer;

    forget_page(walk);
    walk->page = page;
    ZVAL_LONG(&number, page);
    ZVAL_ARR(&filter, zend_array_dup(Z_ARRVAL(pages->filter)));
    zend_hash_str_update(Z_ARRVAL(filter), ZEND_STRL("page"), &number);
    arguments.params = Z_ARRVAL(filter);
    ZVAL_NULL(&answer);
    php_aurpay_frame_enter(&frame, pages->method);
    php_aurpay_call(php_aurpay_client_fetch(Z_OBJ(pages->client)), &arguments, &answer);
    php_aurpay_frame_leave(&frame);
    if (!EG(exception)) {
        take_list(walk, &answer);
    }
    zval_ptr_dtor(&answer);
    zval_ptr_dtor(&filter);
}

static zend_long first_page(const struct pages *pages)
{
    zval *page = zend_hash_str_find_deref(Z_ARRVAL(pages->filter), ZEND_STRL("page"));

    return page && Z_TYPE_P(page) == IS_LONG ? Z_LVAL_P(page) : 1;
}

static void rewind_walk(zend_object_iterator *iterator)
{
    struct walk *walk = walk_from(iterator);

    walk->key = 0;
    fetch(walk, first_page(pages_of(walk)));
}

static int is_valid(zend_object_iterator *iterator)
{
    return Z_ISUNDEF(walk_from(iterator)->list) ? FAILURE : SUCCESS;
}

static zval *current_data(zend_object_iterator *iterator)
{
    struct walk *walk = walk_from(iterator);

    return zend_hash_index_find(Z_ARRVAL(walk->list), walk->position);
}

static void current_key(zend_object_iterator *iterator, zval *key)
{
    ZVAL_LONG(key, walk_from(iterator)->key);
}

/* The next page is asked for only when its first element is wanted. */
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
    if (!php_aurpay_object_fetch(Z_OBJ_P(object), &handlers)) {
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
    ce_pages->create_object = create_object;
    ce_pages->get_iterator = get_iterator;
    php_aurpay_object_init_handlers(&handlers, offsetof(struct pages, object.std));
    handlers.free_obj = free_object;
    handlers.get_gc = get_gc;
}

/* Takes over the filter. */
static void make_pages(zval *return_value, zend_object *client, const struct aurpay_endpoint *endpoint,
                       zval *filter, zend_function *method)
{
    struct pages *pages = php_aurpay_object_make(return_value, ce_pages, &handlers);

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

void php_aurpay_method_each(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                            const struct aurpay_endpoint *endpoint)
{
    struct php_aurpay_arguments arguments = {.endpoint = endpoint, .params_argument = 1};
    struct php_aurpay_client *self;
    HashTable *given = NULL;
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
    arguments.params = Z_ARRVAL(filter);
    /* Now, and not when the walk begins. */
    if (!php_aurpay_check_arguments(self, &arguments)) {
        zval_ptr_dtor(&filter);
        RETURN_THROWS();
    }
    make_pages(return_value, client, endpoint, &filter, EX(func));
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
