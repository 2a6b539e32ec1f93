#include "credentials.h"

#include "zend_exceptions.h"

#include "arguments.h"
#include "constants.h"
#include "exceptions.h"

#include "credentials_arginfo.h"

zend_class_entry *php_aurpay_ce_credentials;

static void free_contents(void *credentials)
{
    struct php_aurpay_credentials *self = credentials;

    aurpay_credentials_free(&self->credentials);
}

/* What a dump shows: the kind, and that there is a secret, never the secret. */
static HashTable *describe(void *object)
{
    static const char *const kinds[] = {"none", "api key", "signature", "access token"};
    const struct php_aurpay_credentials *self = object;
    const struct aurpay_credentials *credentials = &self->credentials;
    zval info;

    array_init(&info);
    add_assoc_string(&info, "kind", kinds[credentials->kind]);
    add_assoc_string(&info, "token", "***");
    if (credentials->kind == AURPAY_CREDENTIALS_SIGNATURE) {
        add_assoc_string(&info, "secret", "***");
        add_assoc_string(&info, "algorithm", aurpay_hmac_algorithm_name(credentials->algorithm));
    }
    return Z_ARRVAL(info);
}

static struct php_aurpay_object_kind kind = {
    .size = sizeof(struct php_aurpay_credentials),
    .offset = offsetof(struct php_aurpay_credentials, object.std),
    .free_contents = free_contents,
    .describe = describe,
};

void php_aurpay_register_credentials(void)
{
    php_aurpay_ce_credentials = register_class_Aurpay_Credentials();
    php_aurpay_object_register(php_aurpay_ce_credentials, &kind);
}

struct php_aurpay_credentials *php_aurpay_credentials_fetch(zend_object *object)
{
    return php_aurpay_object_fetch(object, &kind);
}

static void create(zval *return_value, enum aurpay_credentials_kind credentials_kind, zend_string *token,
                   zend_string *secret, enum aurpay_algorithm algorithm)
{
    struct php_aurpay_credentials *self =
        php_aurpay_object_make(return_value, php_aurpay_ce_credentials, &kind);
    enum aurpay_code code;

    if (!self) {
        return;
    }
    code = aurpay_credentials_set(&self->credentials, credentials_kind, ZSTR_VAL(token), ZSTR_LEN(token),
                                  secret ? ZSTR_VAL(secret) : NULL, secret ? ZSTR_LEN(secret) : 0);
    if (code) {
        php_aurpay_throw_code(code);
        return;
    }
    self->credentials.algorithm = algorithm;
    php_aurpay_object_complete(&self->object.std);
}

ZEND_METHOD(Aurpay_Credentials, __construct)
{
    /* Private: only there so that `new Credentials` is refused. */
    ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(Aurpay_Credentials, apiKey)
{
    zend_string *key;

    if (!php_aurpay_check_scalars(execute_data)) {
        RETURN_THROWS();
    }
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(key)
    ZEND_PARSE_PARAMETERS_END();
    if (php_aurpay_check_header_secret(key, 1)) {
        create(return_value, AURPAY_CREDENTIALS_API_KEY, key, NULL, AURPAY_HMAC_SHA256);
    }
}

ZEND_METHOD(Aurpay_Credentials, signature)
{
    enum aurpay_algorithm algorithm = AURPAY_HMAC_SHA256;
    zend_string *token, *secret, *name = NULL;
    zend_object *case_of_enum = NULL;

    if (!php_aurpay_check_scalars(execute_data)) {
        RETURN_THROWS();
    }
    ZEND_PARSE_PARAMETERS_START(2, 3)
        Z_PARAM_STR(token)
        Z_PARAM_STR(secret)
        Z_PARAM_OPTIONAL
        Z_PARAM_OBJ_OF_CLASS_OR_STR(case_of_enum, php_aurpay_ce_algorithm, name)
    ZEND_PARSE_PARAMETERS_END();
    if (!php_aurpay_check_header_secret(token, 1) || !php_aurpay_check_secret(secret, 2)) {
        RETURN_THROWS();
    }
    if (case_of_enum) {
        name = Z_STR_P(zend_enum_fetch_case_value(case_of_enum));
    }
    if (name && aurpay_hmac_algorithm_from_name(ZSTR_VAL(name), ZSTR_LEN(name), &algorithm)) {
        zend_argument_value_error(3, "must be \"HMAC-SHA256\" or \"HMAC-SHA3_256\"");
        RETURN_THROWS();
    }
    create(return_value, AURPAY_CREDENTIALS_SIGNATURE, token, secret, algorithm);
}

ZEND_METHOD(Aurpay_Credentials, accessToken)
{
    zend_string *token;

    if (!php_aurpay_check_scalars(execute_data)) {
        RETURN_THROWS();
    }
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(token)
    ZEND_PARSE_PARAMETERS_END();
    if (php_aurpay_check_header_secret(token, 1)) {
        create(return_value, AURPAY_CREDENTIALS_ACCESS_TOKEN, token, NULL, AURPAY_HMAC_SHA256);
    }
}
