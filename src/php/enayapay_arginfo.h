/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: fd5ca30e496278f5ea44137565a1658a45296d61 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aurpay_EnayaPay_Client___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, apiKey, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_EnayaPay_Client_register, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, params, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Aurpay_EnayaPay_Client_verify arginfo_class_Aurpay_EnayaPay_Client_register

#define arginfo_class_Aurpay_EnayaPay_Client_login arginfo_class_Aurpay_EnayaPay_Client_register

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_EnayaPay_Client_resetPassword, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, token, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, params, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Aurpay_EnayaPay_Client_changePassword arginfo_class_Aurpay_EnayaPay_Client_resetPassword

#define arginfo_class_Aurpay_EnayaPay_Client_balance arginfo_class_Aurpay_EnayaPay_Client_resetPassword

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_EnayaPay_Client_request, 0, 2, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, method, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, path, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_EnayaPay_Client_lastResponse, 0, 0, IS_ARRAY, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_EnayaPay_Ipin_encrypt, 0, 3, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, publicKey, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, uuid, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, ipin, IS_STRING, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Aurpay_EnayaPay_Client, __construct);
ZEND_METHOD(Aurpay_EnayaPay_Client, register);
ZEND_METHOD(Aurpay_EnayaPay_Client, verify);
ZEND_METHOD(Aurpay_EnayaPay_Client, login);
ZEND_METHOD(Aurpay_EnayaPay_Client, resetPassword);
ZEND_METHOD(Aurpay_EnayaPay_Client, changePassword);
ZEND_METHOD(Aurpay_EnayaPay_Client, balance);
ZEND_METHOD(Aurpay_EnayaPay_Client, request);
ZEND_METHOD(Aurpay_EnayaPay_Client, lastResponse);
ZEND_METHOD(Aurpay_EnayaPay_Ipin, encrypt);


static const zend_function_entry class_Aurpay_EnayaPay_Client_methods[] = {
	ZEND_ME(Aurpay_EnayaPay_Client, __construct, arginfo_class_Aurpay_EnayaPay_Client___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_EnayaPay_Client, register, arginfo_class_Aurpay_EnayaPay_Client_register, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_EnayaPay_Client, verify, arginfo_class_Aurpay_EnayaPay_Client_verify, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_EnayaPay_Client, login, arginfo_class_Aurpay_EnayaPay_Client_login, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_EnayaPay_Client, resetPassword, arginfo_class_Aurpay_EnayaPay_Client_resetPassword, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_EnayaPay_Client, changePassword, arginfo_class_Aurpay_EnayaPay_Client_changePassword, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_EnayaPay_Client, balance, arginfo_class_Aurpay_EnayaPay_Client_balance, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_EnayaPay_Client, request, arginfo_class_Aurpay_EnayaPay_Client_request, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_EnayaPay_Client, lastResponse, arginfo_class_Aurpay_EnayaPay_Client_lastResponse, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Aurpay_EnayaPay_Ipin_methods[] = {
	ZEND_ME(Aurpay_EnayaPay_Ipin, encrypt, arginfo_class_Aurpay_EnayaPay_Ipin_encrypt, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aurpay_EnayaPay_Client(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay\\EnayaPay", "Client", class_Aurpay_EnayaPay_Client_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "register", sizeof("register") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "verify", sizeof("verify") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "login", sizeof("login") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "resetpassword", sizeof("resetpassword") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "resetpassword", sizeof("resetpassword") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "changepassword", sizeof("changepassword") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "changepassword", sizeof("changepassword") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "balance", sizeof("balance") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "balance", sizeof("balance") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "request", sizeof("request") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "request", sizeof("request") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}

static zend_class_entry *register_class_Aurpay_EnayaPay_Ipin(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay\\EnayaPay", "Ipin", class_Aurpay_EnayaPay_Ipin_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL;


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "encrypt", sizeof("encrypt") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "encrypt", sizeof("encrypt") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}
