/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 85c8910020b4065ff6d321085303a5d7ff2b7f4e */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aurpay_Credentials___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aurpay_Credentials_apiKey, 0, 1, Aurpay\\Credentials, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aurpay_Credentials_signature, 0, 2, Aurpay\\Credentials, 0)
	ZEND_ARG_TYPE_INFO(0, token, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, secret, IS_STRING, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, algorithm, Aurpay\\Algorithm, MAY_BE_STRING, "\"HMAC-SHA256\"")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aurpay_Credentials_accessToken, 0, 1, Aurpay\\Credentials, 0)
	ZEND_ARG_TYPE_INFO(0, token, IS_STRING, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Aurpay_Credentials, __construct);
ZEND_METHOD(Aurpay_Credentials, apiKey);
ZEND_METHOD(Aurpay_Credentials, signature);
ZEND_METHOD(Aurpay_Credentials, accessToken);


static const zend_function_entry class_Aurpay_Credentials_methods[] = {
	ZEND_ME(Aurpay_Credentials, __construct, arginfo_class_Aurpay_Credentials___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Aurpay_Credentials, apiKey, arginfo_class_Aurpay_Credentials_apiKey, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Aurpay_Credentials, signature, arginfo_class_Aurpay_Credentials_signature, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Aurpay_Credentials, accessToken, arginfo_class_Aurpay_Credentials_accessToken, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aurpay_Credentials(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay", "Credentials", class_Aurpay_Credentials_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "apikey", sizeof("apikey") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "signature", sizeof("signature") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "signature", sizeof("signature") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "signature", sizeof("signature") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "accesstoken", sizeof("accesstoken") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}
