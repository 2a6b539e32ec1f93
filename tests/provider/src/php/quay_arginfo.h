/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: afbcfbd2c971ed371fc056f39925ec2deacef24e */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aurpay_Quay_Client___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Quay_Client_balance, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Quay_Client_payouts, 0, 0, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, filter, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aurpay_Quay_Client_eachPayout, 0, 0, Aurpay\\Pages, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, filter, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Quay_Client_payout, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_MASK(0, id, MAY_BE_STRING|MAY_BE_LONG, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Quay_Client_send, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, params, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Quay_Client_release, 0, 3, IS_ARRAY, 0)
	ZEND_ARG_TYPE_MASK(0, id, MAY_BE_STRING|MAY_BE_LONG, NULL)
	ZEND_ARG_TYPE_INFO(0, token, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, params, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Quay_Client_request, 0, 2, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, method, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, path, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Quay_Client_lastResponse, 0, 0, IS_ARRAY, 1)
ZEND_END_ARG_INFO()


ZEND_METHOD(Aurpay_Quay_Client, __construct);
ZEND_METHOD(Aurpay_Quay_Client, balance);
ZEND_METHOD(Aurpay_Quay_Client, payouts);
ZEND_METHOD(Aurpay_Quay_Client, eachPayout);
ZEND_METHOD(Aurpay_Quay_Client, payout);
ZEND_METHOD(Aurpay_Quay_Client, send);
ZEND_METHOD(Aurpay_Quay_Client, release);
ZEND_METHOD(Aurpay_Quay_Client, request);
ZEND_METHOD(Aurpay_Quay_Client, lastResponse);


static const zend_function_entry class_Aurpay_Quay_Client_methods[] = {
	ZEND_ME(Aurpay_Quay_Client, __construct, arginfo_class_Aurpay_Quay_Client___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Quay_Client, balance, arginfo_class_Aurpay_Quay_Client_balance, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Quay_Client, payouts, arginfo_class_Aurpay_Quay_Client_payouts, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Quay_Client, eachPayout, arginfo_class_Aurpay_Quay_Client_eachPayout, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Quay_Client, payout, arginfo_class_Aurpay_Quay_Client_payout, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Quay_Client, send, arginfo_class_Aurpay_Quay_Client_send, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Quay_Client, release, arginfo_class_Aurpay_Quay_Client_release, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Quay_Client, request, arginfo_class_Aurpay_Quay_Client_request, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Quay_Client, lastResponse, arginfo_class_Aurpay_Quay_Client_lastResponse, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aurpay_Quay_Client(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay\\Quay", "Client", class_Aurpay_Quay_Client_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "payouts", sizeof("payouts") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "eachpayout", sizeof("eachpayout") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "send", sizeof("send") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "release", sizeof("release") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "release", sizeof("release") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "request", sizeof("request") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "request", sizeof("request") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}
