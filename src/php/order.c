#include "order.h"

#include "zend_exceptions.h"

#include "../core/decimal.h"
#include "../core/validate.h"
#include "../providers/aurpay.h"
#include "arguments.h"
#include "call.h"
#include "exceptions.h"
#include "methods.h"
#include "pages.h"
#include "resource.h"

#include "order_arginfo.h"

static zend_class_entry *ce_order;

void php_aurpay_register_order(void)
{
    ce_order = register_class_Aurpay_Order();
    php_aurpay_resource_register(ce_order);
}

ZEND_METHOD(Aurpay_Client, orders)
{
    php_aurpay_resource_create(INTERNAL_FUNCTION_PARAM_PASSTHRU, ce_order);
}

ZEND_METHOD(Aurpay_Order, __construct)
{
    php_aurpay_resource_construct(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(Aurpay_Order, fiatCurrencies)
{
    php_aurpay_method_without_arguments(INTERNAL_FUNCTION_PARAM_PASSTHRU,
                                        php_aurpay_resource_client(ZEND_THIS),
                                        &aurpay_aurpay_fiat_currencies);
}

ZEND_METHOD(Aurpay_Order, cryptoCurrencies)
{
    php_aurpay_method_without_arguments(INTERNAL_FUNCTION_PARAM_PASSTHRU,
                                        php_aurpay_resource_client(ZEND_THIS),
                                        &aurpay_aurpay_crypto_currencies);
}

ZEND_METHOD(Aurpay_Order, createPayUrl)
{
    php_aurpay_method_with_params(INTERNAL_FUNCTION_PARAM_PASSTHRU, php_aurpay_resource_client(ZEND_THIS),
                                  &aurpay_aurpay_pay_url);
}

ZEND_METHOD(Aurpay_Order, createPayInfo)
{
    php_aurpay_method_with_params(INTERNAL_FUNCTION_PARAM_PASSTHRU, php_aurpay_resource_client(ZEND_THIS),
                                  &aurpay_aurpay_pay_info);
}

ZEND_METHOD(Aurpay_Order, list)
{
    php_aurpay_method_with_filter(INTERNAL_FUNCTION_PARAM_PASSTHRU, php_aurpay_resource_client(ZEND_THIS),
                                  &aurpay_aurpay_order_list);
}

ZEND_METHOD(Aurpay_Order, detail)
{
    php_aurpay_method_with_id(INTERNAL_FUNCTION_PARAM_PASSTHRU, php_aurpay_resource_client(ZEND_THIS),
                              &aurpay_aurpay_order_detail);
}

ZEND_METHOD(Aurpay_Order, details)
{
    php_aurpay_method_with_ids(INTERNAL_FUNCTION_PARAM_PASSTHRU, php_aurpay_resource_client(ZEND_THIS),
                               &aurpay_aurpay_order_detail);
}

ZEND_METHOD(Aurpay_Order, refundInfo)
{
    php_aurpay_method_with_id(INTERNAL_FUNCTION_PARAM_PASSTHRU, php_aurpay_resource_client(ZEND_THIS),
                              &aurpay_aurpay_refund_info);
}

ZEND_METHOD(Aurpay_Order, refund)
{
    php_aurpay_method_with_id(INTERNAL_FUNCTION_PARAM_PASSTHRU, php_aurpay_resource_client(ZEND_THIS),
                              &aurpay_aurpay_refund);
}

ZEND_METHOD(Aurpay_Order, each)
{
    php_aurpay_pages_method(INTERNAL_FUNCTION_PARAM_PASSTHRU, php_aurpay_resource_client(ZEND_THIS),
                            &aurpay_aurpay_order_list);
}

static bool is_positive_decimal(const zend_string *text)
{
    return aurpay_decimal_is_valid(ZSTR_VAL(text), ZSTR_LEN(text)) &&
           aurpay_decimal_is_positive(ZSTR_VAL(text), ZSTR_LEN(text));
}

/* A string member of the order's detail; "" when it is missing or no string. Borrowed from the detail. */
static zend_string *member_of(zval *detail, const char *name)
{
    zval *member = zend_hash_str_find(Z_ARRVAL_P(detail), name, strlen(name));

    return member && Z_TYPE_P(member) == IS_STRING ? Z_STR_P(member) : ZSTR_EMPTY_ALLOC();
}

/* `expected` is the caller's value; NULL for the status SUCCESS, which is ours. */
static bool refuse_payment(const struct php_aurpay_client *client, const char *reason, zval *detail,
                           const char *what, zend_string *found, zend_string *expected)
{
    struct php_aurpay_secrets secrets = php_aurpay_secrets_of(client->provider, &client->credentials);
    zend_string *shown = php_aurpay_redact_text(ZSTR_VAL(found), ZSTR_LEN(found), &secrets);
    zend_string *wanted = expected ? php_aurpay_redact_text(ZSTR_VAL(expected), ZSTR_LEN(expected), &secrets)
                                   : zend_string_init(ZEND_STRL("SUCCESS"), 0);

    php_aurpay_throw_payment(&secrets, reason, detail,
                             "The order is not paid as expected: its %s is \"%s\", not \"%s\"", what,
                             ZSTR_VAL(shown), ZSTR_VAL(wanted));
    zend_string_release(shown);
    zend_string_release(wanted);
    return false;
}

static bool is_same_price(zend_string *found, zend_string *expected)
{
    return is_positive_decimal(found) &&
           aurpay_decimal_equals(ZSTR_VAL(found), ZSTR_LEN(found), ZSTR_VAL(expected), ZSTR_LEN(expected));
}

/* Compares the order's price in the shop's currency (`vs_price`, `vs_currency`): `amount` and `currency` are
 * those of the coin. Throws and returns false when something differs. */
static bool check_payment(const struct php_aurpay_client *client, zval *detail, zend_string *id,
                          zend_string *price, zend_string *currency)
{
    zval *order_id = zend_hash_str_find(Z_ARRVAL_P(detail), ZEND_STRL("order_id"));
    zend_string *found_status = member_of(detail, "status");
    zend_string *found_price = member_of(detail, "vs_price");
    zend_string *found_currency = member_of(detail, "vs_currency");

    /* The call has already refused an answer about another order, but not an answer without an order id. */
    if (!order_id || Z_TYPE_P(order_id) == IS_NULL) {
        return refuse_payment(client, "Order", detail, "id", ZSTR_EMPTY_ALLOC(), id);
    }
    if (!zend_string_equals_literal(found_status, "SUCCESS")) {
        return refuse_payment(client, "Status", detail, "status", found_status, NULL);
    }
    if (!is_same_price(found_price, price)) {
        return refuse_payment(client, "Price", detail, "price", found_price, price);
    }
    if (!zend_string_equals_ci(found_currency, currency)) {
        return refuse_payment(client, "Currency", detail, "currency", found_currency, currency);
    }
    return true;
}

static void confirm(struct php_aurpay_client *client, zend_string *id, zend_string *price,
                    zend_string *currency, zval *return_value)
{
    const struct php_aurpay_arguments arguments = {
        .endpoint = &aurpay_aurpay_order_detail, .id = id, .id_argument = 1};
    zval detail;

    if (aurpay_validate_is_blank(ZSTR_VAL(currency), ZSTR_LEN(currency))) {
        zend_argument_value_error(3, "must not be empty or blank");
        return;
    }
    ZVAL_NULL(&detail);
    php_aurpay_call_make(client, &arguments, &detail);
    if (!EG(exception) && check_payment(client, &detail, id, price, currency)) {
        RETURN_COPY_VALUE(&detail);
    }
    zval_ptr_dtor(&detail);
}

ZEND_METHOD(Aurpay_Order, confirm)
{
    static const struct php_aurpay_place price_place = {2, NULL};
    zend_string *id, *price, *currency;
    zval *given_id, *given_price;
    struct php_aurpay_client *client;

    if (!php_aurpay_check_scalars(execute_data)) {
        RETURN_THROWS();
    }
    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_ZVAL(given_id)
        Z_PARAM_ZVAL(given_price)
        Z_PARAM_STR(currency)
    ZEND_PARSE_PARAMETERS_END();
    client = php_aurpay_client_fetch(php_aurpay_resource_client(ZEND_THIS));
    if (!client) {
        RETURN_THROWS();
    }
    id = php_aurpay_id_argument(1, given_id);
    price = id ? php_aurpay_amount_text(&price_place, given_price) : NULL;
    if (price) {
        confirm(client, id, price, currency, return_value);
        zend_string_release(price);
    }
    if (id) {
        zend_string_release(id);
    }
}
