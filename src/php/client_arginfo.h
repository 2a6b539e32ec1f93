/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 0b750548c5588683ef849028dc294a64e7681093 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aurpay_Client___construct, 0, 0, 1)
	ZEND_ARG_OBJ_TYPE_MASK(0, credentials, Aurpay\\Credentials, MAY_BE_STRING, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aurpay_Client_orders, 0, 0, Aurpay\\Order, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aurpay_Client_transactions, 0, 0, Aurpay\\Transaction, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aurpay_Client_wallet, 0, 0, Aurpay\\Wallet, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aurpay_Client_lightning, 0, 0, Aurpay\\Lightning, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Client_login, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, username, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, password, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Client_fetchApiKey, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Client_request, 0, 2, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, method, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, path, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Client_sign, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, method, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, target, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, body, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, date, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Client_lastResponse, 0, 0, IS_ARRAY, 1)
ZEND_END_ARG_INFO()

#define arginfo_class_Aurpay_Client_stats arginfo_class_Aurpay_Client_fetchApiKey


ZEND_METHOD(Aurpay_Client, __construct);
ZEND_METHOD(Aurpay_Client, orders);
ZEND_METHOD(Aurpay_Client, transactions);
ZEND_METHOD(Aurpay_Client, wallet);
ZEND_METHOD(Aurpay_Client, lightning);
ZEND_METHOD(Aurpay_Client, login);
ZEND_METHOD(Aurpay_Client, fetchApiKey);
ZEND_METHOD(Aurpay_Client, request);
ZEND_METHOD(Aurpay_Client, sign);
ZEND_METHOD(Aurpay_Client, lastResponse);
ZEND_METHOD(Aurpay_Client, stats);


static const zend_function_entry class_Aurpay_Client_methods[] = {
	ZEND_ME(Aurpay_Client, __construct, arginfo_class_Aurpay_Client___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Client, orders, arginfo_class_Aurpay_Client_orders, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Client, transactions, arginfo_class_Aurpay_Client_transactions, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Client, wallet, arginfo_class_Aurpay_Client_wallet, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Client, lightning, arginfo_class_Aurpay_Client_lightning, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Client, login, arginfo_class_Aurpay_Client_login, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Aurpay_Client, fetchApiKey, arginfo_class_Aurpay_Client_fetchApiKey, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Client, request, arginfo_class_Aurpay_Client_request, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Client, sign, arginfo_class_Aurpay_Client_sign, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Client, lastResponse, arginfo_class_Aurpay_Client_lastResponse, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Client, stats, arginfo_class_Aurpay_Client_stats, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aurpay_Client(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay", "Client", class_Aurpay_Client_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "login", sizeof("login") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "login", sizeof("login") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "request", sizeof("request") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "request", sizeof("request") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "sign", sizeof("sign") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "sign", sizeof("sign") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}
