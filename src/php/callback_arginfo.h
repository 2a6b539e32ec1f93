/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 24aeb35f79ea6d0fddcdcaaffdf41725dd580ae4 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aurpay_Callback___construct, 0, 0, 2)
	ZEND_ARG_TYPE_INFO(0, token, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, secret, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, tolerance, IS_LONG, 0, "300")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aurpay_Callback_forApiKey, 0, 1, Aurpay\\Callback, 0)
	ZEND_ARG_TYPE_INFO(0, apiKey, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Callback_verify, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_MASK(0, url, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO(0, headers, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, body, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Callback_sign, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, url, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, date, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, server, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()


ZEND_METHOD(Aurpay_Callback, __construct);
ZEND_METHOD(Aurpay_Callback, forApiKey);
ZEND_METHOD(Aurpay_Callback, verify);
ZEND_METHOD(Aurpay_Callback, sign);


static const zend_function_entry class_Aurpay_CallbackReason_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Aurpay_Callback_methods[] = {
	ZEND_ME(Aurpay_Callback, __construct, arginfo_class_Aurpay_Callback___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Callback, forApiKey, arginfo_class_Aurpay_Callback_forApiKey, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Aurpay_Callback, verify, arginfo_class_Aurpay_Callback_verify, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Callback, sign, arginfo_class_Aurpay_Callback_sign, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aurpay_CallbackReason(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Aurpay\\CallbackReason", IS_STRING, class_Aurpay_CallbackReason_methods);

	zval enum_case_MissingHeader_value;
	zend_string *enum_case_MissingHeader_value_str = zend_string_init("missing_header", strlen("missing_header"), 1);
	ZVAL_STR(&enum_case_MissingHeader_value, enum_case_MissingHeader_value_str);
	zend_enum_add_case_cstr(class_entry, "MissingHeader", &enum_case_MissingHeader_value);

	zval enum_case_RepeatedHeader_value;
	zend_string *enum_case_RepeatedHeader_value_str = zend_string_init("repeated_header", strlen("repeated_header"), 1);
	ZVAL_STR(&enum_case_RepeatedHeader_value, enum_case_RepeatedHeader_value_str);
	zend_enum_add_case_cstr(class_entry, "RepeatedHeader", &enum_case_RepeatedHeader_value);

	zval enum_case_Token_value;
	zend_string *enum_case_Token_value_str = zend_string_init("token", strlen("token"), 1);
	ZVAL_STR(&enum_case_Token_value, enum_case_Token_value_str);
	zend_enum_add_case_cstr(class_entry, "Token", &enum_case_Token_value);

	zval enum_case_Date_value;
	zend_string *enum_case_Date_value_str = zend_string_init("date", strlen("date"), 1);
	ZVAL_STR(&enum_case_Date_value, enum_case_Date_value_str);
	zend_enum_add_case_cstr(class_entry, "Date", &enum_case_Date_value);

	zval enum_case_Signature_value;
	zend_string *enum_case_Signature_value_str = zend_string_init("signature", strlen("signature"), 1);
	ZVAL_STR(&enum_case_Signature_value, enum_case_Signature_value_str);
	zend_enum_add_case_cstr(class_entry, "Signature", &enum_case_Signature_value);

	zval enum_case_Stale_value;
	zend_string *enum_case_Stale_value_str = zend_string_init("stale", strlen("stale"), 1);
	ZVAL_STR(&enum_case_Stale_value, enum_case_Stale_value_str);
	zend_enum_add_case_cstr(class_entry, "Stale", &enum_case_Stale_value);

	zval enum_case_Body_value;
	zend_string *enum_case_Body_value_str = zend_string_init("body", strlen("body"), 1);
	ZVAL_STR(&enum_case_Body_value, enum_case_Body_value_str);
	zend_enum_add_case_cstr(class_entry, "Body", &enum_case_Body_value);

	return class_entry;
}

static zend_class_entry *register_class_Aurpay_Callback(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay", "Callback", class_Aurpay_Callback_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "forapikey", sizeof("forapikey") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "verify", sizeof("verify") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "verify", sizeof("verify") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "verify", sizeof("verify") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "sign", sizeof("sign") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}
