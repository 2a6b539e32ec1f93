#include "binding.h"

#include "zend_exceptions.h"

#include "../core/decimal.h"
#include "../core/validate.h"
#include "../providers/aurpay.h"
#include "order_arginfo.h"

zend_class_entry *php_aurpay_ce_order;
static zend_object_handlers handlers;

struct php_aurpay_order {
    /* The Client; undefined until the constructor ran. */
    zval client;
    zend_object std;
};

static struct php_aurpay_order *order_from(zend_object *object)
{
    return (struct php_aurpay_order *)((char *)object - offsetof(struct php_aurpay_order, std));
}

static zend_object *create_object(zend_class_entry *ce)
{
    struct php_aurpay_order *self = zend_object_alloc(sizeof(*self), ce);

    ZVAL_UNDEF(&self->client);
    zend_object_std_init(&self->std, ce);
    object_properties_init(&self->std, ce);
    self->std.handlers = &handlers;
    return &self->std;
}

static void free_object(zend_object *object)
{
    zval_ptr_dtor(&order_from(object)->client);
    zend_object_std_dtor(object);
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
    *table = &order_from(object)->client;
    *count = 1;
    return zend_std_get_properties(object);
}

void php_aurpay_register_order(void)
{
    php_aurpay_ce_order = register_class_Aurpay_Order();
    php_aurpay_ce_order->create_object = create_object;
    memcpy(&handlers, &std_object_handlers, sizeof(handlers));
    handlers.offset = offsetof(struct php_aurpay_order, std);
    handlers.free_obj = free_object;
    handlers.clone_obj = NULL;
    handlers.get_gc = get_gc;
}

void php_aurpay_order_create(zval *return_value, zend_object *client)
{
    object_init_ex(return_value, php_aurpay_ce_order);
    ZVAL_OBJ_COPY(&order_from(Z_OBJ_P(return_value))->client, client);
}

static struct php_aurpay_client *client_of(zval *order)
{
    return php_aurpay_client_from(Z_OBJ(order_from(Z_OBJ_P(order))->client));
}

/* A method whose only argument, if any, is an array of parameters. */
static void call_with_params(zval *order, const struct aurpay_endpoint *endpoint, HashTable *params,
                             zval *return_value)
{
    const struct php_aurpay_arguments arguments = {
        .endpoint = endpoint, .params = params, .params_argument = 1};

    php_aurpay_call(client_of(order), &arguments, return_value);
}

/* A method whose only argument is the order's id. */
static void call_with_id(zval *order, const struct aurpay_endpoint *endpoint, zend_string *id,
                         zval *return_value)
{
    const struct php_aurpay_arguments arguments = {.endpoint = endpoint, .id = id, .id_argument = 1};

    php_aurpay_call(client_of(order), &arguments, return_value);
}

ZEND_METHOD(Aurpay_Order, __construct)
{
    struct php_aurpay_order *self = order_from(Z_OBJ_P(ZEND_THIS));
    zval *client;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(client, php_aurpay_ce_client)
    ZEND_PARSE_PARAMETERS_END();
    if (!Z_ISUNDEF(self->client)) {
        zend_throw_error(NULL, "An Order cannot be constructed twice");
        RETURN_THROWS();
    }
    ZVAL_COPY(&self->client, client);
}

ZEND_METHOD(Aurpay_Order, fiatCurrencies)
{
    ZEND_PARSE_PARAMETERS_NONE();
    call_with_params(ZEND_THIS, &aurpay_endpoint_fiat_currencies, NULL, return_value);
}

ZEND_METHOD(Aurpay_Order, cryptoCurrencies)
{
    ZEND_PARSE_PARAMETERS_NONE();
    call_with_params(ZEND_THIS, &aurpay_endpoint_crypto_currencies, NULL, return_value);
}

ZEND_METHOD(Aurpay_Order, createPayUrl)
{
    HashTable *params;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ARRAY_HT(params)
    ZEND_PARSE_PARAMETERS_END();
    call_with_params(ZEND_THIS, &aurpay_endpoint_pay_url, params, return_value);
}

ZEND_METHOD(Aurpay_Order, createPayInfo)
{
    HashTable *params;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ARRAY_HT(params)
    ZEND_PARSE_PARAMETERS_END();
    call_with_params(ZEND_THIS, &aurpay_endpoint_pay_info, params, return_value);
}

ZEND_METHOD(Aurpay_Order, list)
{
    HashTable *filter = NULL;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_ARRAY_HT(filter)
    ZEND_PARSE_PARAMETERS_END();
    call_with_params(ZEND_THIS, &aurpay_endpoint_order_list, filter, return_value);
}

ZEND_METHOD(Aurpay_Order, detail)
{
    zend_string *id;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(id)
    ZEND_PARSE_PARAMETERS_END();
    call_with_id(ZEND_THIS, &aurpay_endpoint_order_detail, id, return_value);
}

ZEND_METHOD(Aurpay_Order, refundInfo)
{
    zend_string *id;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(id)
    ZEND_PARSE_PARAMETERS_END();
    call_with_id(ZEND_THIS, &aurpay_endpoint_refund_info, id, return_value);
}

ZEND_METHOD(Aurpay_Order, refund)
{
    zend_string *id;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(id)
    ZEND_PARSE_PARAMETERS_END();
    call_with_id(ZEND_THIS, &aurpay_endpoint_refund, id, return_value);
}

static bool is_positive_decimal(const zend_string *text)
{
    return aurpay_decimal_is_valid(ZSTR_VAL(text), ZSTR_LEN(text)) &&
           aurpay_decimal_is_positive(ZSTR_VAL(text), ZSTR_LEN(text));
}

/* A string member of the order's detail, "" when it is absent or no string. Borrowed from the detail. */
static zend_string *member_of(zval *detail, const char *name)
{
    zval *member = zend_hash_str_find(Z_ARRVAL_P(detail), name, strlen(name));

    return member && Z_TYPE_P(member) == IS_STRING ? Z_STR_P(member) : ZSTR_EMPTY_ALLOC();
}

static bool refuse_payment(const struct php_aurpay_client *client, const char *reason, zval *detail,
                           const char *what, zend_string *found, const char *expected)
{
    zend_string *shown = php_aurpay_clean_text(ZSTR_VAL(found), ZSTR_LEN(found), &client->credentials);

    php_aurpay_throw_payment(client, reason, detail,
                             "The order is not paid as expected: its %s is \"%s\", not \"%s\"", what,
                             ZSTR_VAL(shown), expected);
    zend_string_release(shown);
    return false;
}

static bool is_same_price(zend_string *found, zend_string *expected)
{
    return is_positive_decimal(found) &&
           aurpay_decimal_equals(ZSTR_VAL(found), ZSTR_LEN(found), ZSTR_VAL(expected), ZSTR_LEN(expected));
}

/* What is compared is the order's price in the shop's currency (`vs_price`, `vs_currency`): `amount` and
 * `currency` are those of the coin. False when an exception says what differs. */
static bool check_payment(const struct php_aurpay_client *client, zval *detail, zend_string *id,
                          zend_string *price, zend_string *currency)
{
    zend_string *found_id = member_of(detail, "order_id");
    zend_string *found_status = member_of(detail, "status");
    zend_string *found_price = member_of(detail, "vs_price");
    zend_string *found_currency = member_of(detail, "vs_currency");

    if (!zend_string_equals(found_id, id)) {
        return refuse_payment(client, "Order", detail, "id", found_id, ZSTR_VAL(id));
    }
    if (!zend_string_equals_literal(found_status, "SUCCESS")) {
        return refuse_payment(client, "Status", detail, "status", found_status, "SUCCESS");
    }
    if (!is_same_price(found_price, price)) {
        return refuse_payment(client, "Price", detail, "price", found_price, ZSTR_VAL(price));
    }
    if (!zend_string_equals_ci(found_currency, currency)) {
        return refuse_payment(client, "Currency", detail, "currency", found_currency, ZSTR_VAL(currency));
    }
    return true;
}

static void confirm(zval *order, zend_string *id, zend_string *price, zend_string *currency,
                    zval *return_value)
{
    zval detail;

    if (!is_positive_decimal(price)) {
        zend_argument_value_error(2,
                                  "must be greater than zero: an int, or a plain decimal such as \"19.99\"");
        return;
    }
    if (aurpay_validate_is_blank(ZSTR_VAL(currency), ZSTR_LEN(currency))) {
        zend_argument_value_error(3, "must not be empty or blank");
        return;
    }
    ZVAL_NULL(&detail);
    call_with_id(order, &aurpay_endpoint_order_detail, id, &detail);
    if (!EG(exception) && check_payment(client_of(order), &detail, id, price, currency)) {
        RETURN_COPY_VALUE(&detail);
    }
    zval_ptr_dtor(&detail);
}

ZEND_METHOD(Aurpay_Order, confirm)
{
    zend_string *id, *price, *currency, *text;
    zend_long whole;

    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_STR(id)
        Z_PARAM_STR_OR_LONG(price, whole)
        Z_PARAM_STR(currency)
    ZEND_PARSE_PARAMETERS_END();
    text = price ? zend_string_copy(price) : zend_long_to_str(whole);
    confirm(ZEND_THIS, id, text, currency, return_value);
    zend_string_release(text);
}
