/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 5a06922f3a1e4c8eec7aea878543c1907230425c */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aurpay_AzPays_Client___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, token, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_AzPays_Client_sign, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, id, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_AzPays_Client_verify, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, id, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, code, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_AzPays_Client_purses, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_AzPays_Client_purse, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_MASK(0, id, MAY_BE_STRING|MAY_BE_LONG, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_AzPays_Client_transactions, 0, 0, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, filter, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aurpay_AzPays_Client_eachTransaction, 0, 0, Aurpay\\Pages, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, filter, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_AzPays_Client_transaction, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_MASK(0, uuid, MAY_BE_STRING|MAY_BE_LONG, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_AzPays_Client_transactionsByUuid, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, uuids, Traversable, MAY_BE_ARRAY, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_AzPays_Client_request, 0, 2, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, method, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, path, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_AzPays_Client_lastResponse, 0, 0, IS_ARRAY, 1)
ZEND_END_ARG_INFO()


ZEND_METHOD(Aurpay_AzPays_Client, __construct);
ZEND_METHOD(Aurpay_AzPays_Client, sign);
ZEND_METHOD(Aurpay_AzPays_Client, verify);
ZEND_METHOD(Aurpay_AzPays_Client, purses);
ZEND_METHOD(Aurpay_AzPays_Client, purse);
ZEND_METHOD(Aurpay_AzPays_Client, transactions);
ZEND_METHOD(Aurpay_AzPays_Client, eachTransaction);
ZEND_METHOD(Aurpay_AzPays_Client, transaction);
ZEND_METHOD(Aurpay_AzPays_Client, transactionsByUuid);
ZEND_METHOD(Aurpay_AzPays_Client, request);
ZEND_METHOD(Aurpay_AzPays_Client, lastResponse);


static const zend_function_entry class_Aurpay_AzPays_Client_methods[] = {
	ZEND_ME(Aurpay_AzPays_Client, __construct, arginfo_class_Aurpay_AzPays_Client___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_AzPays_Client, sign, arginfo_class_Aurpay_AzPays_Client_sign, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Aurpay_AzPays_Client, verify, arginfo_class_Aurpay_AzPays_Client_verify, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Aurpay_AzPays_Client, purses, arginfo_class_Aurpay_AzPays_Client_purses, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_AzPays_Client, purse, arginfo_class_Aurpay_AzPays_Client_purse, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_AzPays_Client, transactions, arginfo_class_Aurpay_AzPays_Client_transactions, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_AzPays_Client, eachTransaction, arginfo_class_Aurpay_AzPays_Client_eachTransaction, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_AzPays_Client, transaction, arginfo_class_Aurpay_AzPays_Client_transaction, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_AzPays_Client, transactionsByUuid, arginfo_class_Aurpay_AzPays_Client_transactionsByUuid, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_AzPays_Client, request, arginfo_class_Aurpay_AzPays_Client_request, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_AzPays_Client, lastResponse, arginfo_class_Aurpay_AzPays_Client_lastResponse, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Aurpay_AzPays_PurseStatus_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Aurpay_AzPays_TransactionStatus_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Aurpay_AzPays_TransactionType_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_Aurpay_AzPays_Client(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay\\AzPays", "Client", class_Aurpay_AzPays_Client_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "sign", sizeof("sign") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "verify", sizeof("verify") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "verify", sizeof("verify") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "transactions", sizeof("transactions") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "eachtransaction", sizeof("eachtransaction") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "request", sizeof("request") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "request", sizeof("request") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}

static zend_class_entry *register_class_Aurpay_AzPays_PurseStatus(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Aurpay\\AzPays\\PurseStatus", IS_LONG, class_Aurpay_AzPays_PurseStatus_methods);

	zval enum_case_Registered_value;
	ZVAL_LONG(&enum_case_Registered_value, 11010);
	zend_enum_add_case_cstr(class_entry, "Registered", &enum_case_Registered_value);

	zval enum_case_Active_value;
	ZVAL_LONG(&enum_case_Active_value, 11011);
	zend_enum_add_case_cstr(class_entry, "Active", &enum_case_Active_value);

	zval enum_case_Hold_value;
	ZVAL_LONG(&enum_case_Hold_value, 11012);
	zend_enum_add_case_cstr(class_entry, "Hold", &enum_case_Hold_value);

	zval enum_case_Inactive_value;
	ZVAL_LONG(&enum_case_Inactive_value, 11013);
	zend_enum_add_case_cstr(class_entry, "Inactive", &enum_case_Inactive_value);

	zval enum_case_Blocked_value;
	ZVAL_LONG(&enum_case_Blocked_value, 11014);
	zend_enum_add_case_cstr(class_entry, "Blocked", &enum_case_Blocked_value);

	return class_entry;
}

static zend_class_entry *register_class_Aurpay_AzPays_TransactionStatus(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Aurpay\\AzPays\\TransactionStatus", IS_LONG, class_Aurpay_AzPays_TransactionStatus_methods);

	zval enum_case_Registered_value;
	ZVAL_LONG(&enum_case_Registered_value, 11010);
	zend_enum_add_case_cstr(class_entry, "Registered", &enum_case_Registered_value);

	zval enum_case_Detected_value;
	ZVAL_LONG(&enum_case_Detected_value, 11011);
	zend_enum_add_case_cstr(class_entry, "Detected", &enum_case_Detected_value);

	zval enum_case_Verifying_value;
	ZVAL_LONG(&enum_case_Verifying_value, 11012);
	zend_enum_add_case_cstr(class_entry, "Verifying", &enum_case_Verifying_value);

	zval enum_case_Confirmed_value;
	ZVAL_LONG(&enum_case_Confirmed_value, 11013);
	zend_enum_add_case_cstr(class_entry, "Confirmed", &enum_case_Confirmed_value);

	zval enum_case_Canceled_value;
	ZVAL_LONG(&enum_case_Canceled_value, 11014);
	zend_enum_add_case_cstr(class_entry, "Canceled", &enum_case_Canceled_value);

	return class_entry;
}

static zend_class_entry *register_class_Aurpay_AzPays_TransactionType(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay\\AzPays", "TransactionType", class_Aurpay_AzPays_TransactionType_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	zval const_DEPOSIT_value;
	ZVAL_LONG(&const_DEPOSIT_value, 12020);
	zend_string *const_DEPOSIT_name = zend_string_init_interned("DEPOSIT", sizeof("DEPOSIT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_DEPOSIT_name, &const_DEPOSIT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_DEPOSIT_name);

	zval const_TRANSFER_value;
	ZVAL_LONG(&const_TRANSFER_value, 12022);
	zend_string *const_TRANSFER_name = zend_string_init_interned("TRANSFER", sizeof("TRANSFER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_TRANSFER_name, &const_TRANSFER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_TRANSFER_name);

	zval const_PAYOUT_value;
	ZVAL_LONG(&const_PAYOUT_value, 12022);
	zend_string *const_PAYOUT_name = zend_string_init_interned("PAYOUT", sizeof("PAYOUT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PAYOUT_name, &const_PAYOUT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PAYOUT_name);

	zval const_PAYMENT_value;
	ZVAL_LONG(&const_PAYMENT_value, 12023);
	zend_string *const_PAYMENT_name = zend_string_init_interned("PAYMENT", sizeof("PAYMENT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PAYMENT_name, &const_PAYMENT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PAYMENT_name);

	zval const_SUBSCRIPTION_value;
	ZVAL_LONG(&const_SUBSCRIPTION_value, 12024);
	zend_string *const_SUBSCRIPTION_name = zend_string_init_interned("SUBSCRIPTION", sizeof("SUBSCRIPTION") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SUBSCRIPTION_name, &const_SUBSCRIPTION_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SUBSCRIPTION_name);

	zval const_FEE_value;
	ZVAL_LONG(&const_FEE_value, 12024);
	zend_string *const_FEE_name = zend_string_init_interned("FEE", sizeof("FEE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FEE_name, &const_FEE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FEE_name);

	return class_entry;
}
