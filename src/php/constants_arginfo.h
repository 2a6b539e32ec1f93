/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 7e1c1cfdbac7985dbd55665fed99761c6480f6c1 */




static const zend_function_entry class_Aurpay_OrderStatus_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Aurpay_OrderType_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Aurpay_TransactionStatus_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Aurpay_TransactionType_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Aurpay_Algorithm_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_Aurpay_OrderStatus(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Aurpay\\OrderStatus", IS_STRING, class_Aurpay_OrderStatus_methods);

	zval enum_case_Pending_value;
	zend_string *enum_case_Pending_value_str = zend_string_init("PENDING", strlen("PENDING"), 1);
	ZVAL_STR(&enum_case_Pending_value, enum_case_Pending_value_str);
	zend_enum_add_case_cstr(class_entry, "Pending", &enum_case_Pending_value);

	zval enum_case_Success_value;
	zend_string *enum_case_Success_value_str = zend_string_init("SUCCESS", strlen("SUCCESS"), 1);
	ZVAL_STR(&enum_case_Success_value, enum_case_Success_value_str);
	zend_enum_add_case_cstr(class_entry, "Success", &enum_case_Success_value);

	zval enum_case_Resolved_value;
	zend_string *enum_case_Resolved_value_str = zend_string_init("RESOLVED", strlen("RESOLVED"), 1);
	ZVAL_STR(&enum_case_Resolved_value, enum_case_Resolved_value_str);
	zend_enum_add_case_cstr(class_entry, "Resolved", &enum_case_Resolved_value);

	zval enum_case_Partial_value;
	zend_string *enum_case_Partial_value_str = zend_string_init("PARTIAL", strlen("PARTIAL"), 1);
	ZVAL_STR(&enum_case_Partial_value, enum_case_Partial_value_str);
	zend_enum_add_case_cstr(class_entry, "Partial", &enum_case_Partial_value);

	zval enum_case_Overdue_value;
	zend_string *enum_case_Overdue_value_str = zend_string_init("OVERDUE", strlen("OVERDUE"), 1);
	ZVAL_STR(&enum_case_Overdue_value, enum_case_Overdue_value_str);
	zend_enum_add_case_cstr(class_entry, "Overdue", &enum_case_Overdue_value);

	zval enum_case_Failed_value;
	zend_string *enum_case_Failed_value_str = zend_string_init("FAILED", strlen("FAILED"), 1);
	ZVAL_STR(&enum_case_Failed_value, enum_case_Failed_value_str);
	zend_enum_add_case_cstr(class_entry, "Failed", &enum_case_Failed_value);

	zval enum_case_Terminated_value;
	zend_string *enum_case_Terminated_value_str = zend_string_init("TERMINATED", strlen("TERMINATED"), 1);
	ZVAL_STR(&enum_case_Terminated_value, enum_case_Terminated_value_str);
	zend_enum_add_case_cstr(class_entry, "Terminated", &enum_case_Terminated_value);

	zval enum_case_Refunded_value;
	zend_string *enum_case_Refunded_value_str = zend_string_init("REFUNDED", strlen("REFUNDED"), 1);
	ZVAL_STR(&enum_case_Refunded_value, enum_case_Refunded_value_str);
	zend_enum_add_case_cstr(class_entry, "Refunded", &enum_case_Refunded_value);

	return class_entry;
}

static zend_class_entry *register_class_Aurpay_OrderType(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Aurpay\\OrderType", IS_STRING, class_Aurpay_OrderType_methods);

	zval enum_case_Order_value;
	zend_string *enum_case_Order_value_str = zend_string_init("ORDER", strlen("ORDER"), 1);
	ZVAL_STR(&enum_case_Order_value, enum_case_Order_value_str);
	zend_enum_add_case_cstr(class_entry, "Order", &enum_case_Order_value);

	zval enum_case_Invoice_value;
	zend_string *enum_case_Invoice_value_str = zend_string_init("INVOICE", strlen("INVOICE"), 1);
	ZVAL_STR(&enum_case_Invoice_value, enum_case_Invoice_value_str);
	zend_enum_add_case_cstr(class_entry, "Invoice", &enum_case_Invoice_value);

	zval enum_case_Withdraw_value;
	zend_string *enum_case_Withdraw_value_str = zend_string_init("WITHDRAW", strlen("WITHDRAW"), 1);
	ZVAL_STR(&enum_case_Withdraw_value, enum_case_Withdraw_value_str);
	zend_enum_add_case_cstr(class_entry, "Withdraw", &enum_case_Withdraw_value);

	return class_entry;
}

static zend_class_entry *register_class_Aurpay_TransactionStatus(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Aurpay\\TransactionStatus", IS_STRING, class_Aurpay_TransactionStatus_methods);

	zval enum_case_Pending_value;
	zend_string *enum_case_Pending_value_str = zend_string_init("PENDING", strlen("PENDING"), 1);
	ZVAL_STR(&enum_case_Pending_value, enum_case_Pending_value_str);
	zend_enum_add_case_cstr(class_entry, "Pending", &enum_case_Pending_value);

	zval enum_case_Success_value;
	zend_string *enum_case_Success_value_str = zend_string_init("SUCCESS", strlen("SUCCESS"), 1);
	ZVAL_STR(&enum_case_Success_value, enum_case_Success_value_str);
	zend_enum_add_case_cstr(class_entry, "Success", &enum_case_Success_value);

	zval enum_case_Resolved_value;
	zend_string *enum_case_Resolved_value_str = zend_string_init("RESOLVED", strlen("RESOLVED"), 1);
	ZVAL_STR(&enum_case_Resolved_value, enum_case_Resolved_value_str);
	zend_enum_add_case_cstr(class_entry, "Resolved", &enum_case_Resolved_value);

	zval enum_case_Overdue_value;
	zend_string *enum_case_Overdue_value_str = zend_string_init("OVERDUE", strlen("OVERDUE"), 1);
	ZVAL_STR(&enum_case_Overdue_value, enum_case_Overdue_value_str);
	zend_enum_add_case_cstr(class_entry, "Overdue", &enum_case_Overdue_value);

	zval enum_case_Failed_value;
	zend_string *enum_case_Failed_value_str = zend_string_init("FAILED", strlen("FAILED"), 1);
	ZVAL_STR(&enum_case_Failed_value, enum_case_Failed_value_str);
	zend_enum_add_case_cstr(class_entry, "Failed", &enum_case_Failed_value);

	zval enum_case_Terminated_value;
	zend_string *enum_case_Terminated_value_str = zend_string_init("TERMINATED", strlen("TERMINATED"), 1);
	ZVAL_STR(&enum_case_Terminated_value, enum_case_Terminated_value_str);
	zend_enum_add_case_cstr(class_entry, "Terminated", &enum_case_Terminated_value);

	return class_entry;
}

static zend_class_entry *register_class_Aurpay_TransactionType(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Aurpay\\TransactionType", IS_STRING, class_Aurpay_TransactionType_methods);

	zval enum_case_Order_value;
	zend_string *enum_case_Order_value_str = zend_string_init("ORDER", strlen("ORDER"), 1);
	ZVAL_STR(&enum_case_Order_value, enum_case_Order_value_str);
	zend_enum_add_case_cstr(class_entry, "Order", &enum_case_Order_value);

	zval enum_case_Invoice_value;
	zend_string *enum_case_Invoice_value_str = zend_string_init("INVOICE", strlen("INVOICE"), 1);
	ZVAL_STR(&enum_case_Invoice_value, enum_case_Invoice_value_str);
	zend_enum_add_case_cstr(class_entry, "Invoice", &enum_case_Invoice_value);

	zval enum_case_Withdraw_value;
	zend_string *enum_case_Withdraw_value_str = zend_string_init("WITHDRAW", strlen("WITHDRAW"), 1);
	ZVAL_STR(&enum_case_Withdraw_value, enum_case_Withdraw_value_str);
	zend_enum_add_case_cstr(class_entry, "Withdraw", &enum_case_Withdraw_value);

	zval enum_case_Unknown_value;
	zend_string *enum_case_Unknown_value_str = zend_string_init("UNKOWN", strlen("UNKOWN"), 1);
	ZVAL_STR(&enum_case_Unknown_value, enum_case_Unknown_value_str);
	zend_enum_add_case_cstr(class_entry, "Unknown", &enum_case_Unknown_value);

	zval enum_case_Swap_value;
	zend_string *enum_case_Swap_value_str = zend_string_init("SWAP", strlen("SWAP"), 1);
	ZVAL_STR(&enum_case_Swap_value, enum_case_Swap_value_str);
	zend_enum_add_case_cstr(class_entry, "Swap", &enum_case_Swap_value);

	zval enum_case_Refund_value;
	zend_string *enum_case_Refund_value_str = zend_string_init("REFUND", strlen("REFUND"), 1);
	ZVAL_STR(&enum_case_Refund_value, enum_case_Refund_value_str);
	zend_enum_add_case_cstr(class_entry, "Refund", &enum_case_Refund_value);

	return class_entry;
}

static zend_class_entry *register_class_Aurpay_Algorithm(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Aurpay\\Algorithm", IS_STRING, class_Aurpay_Algorithm_methods);

	zval enum_case_HmacSha256_value;
	zend_string *enum_case_HmacSha256_value_str = zend_string_init("HMAC-SHA256", strlen("HMAC-SHA256"), 1);
	ZVAL_STR(&enum_case_HmacSha256_value, enum_case_HmacSha256_value_str);
	zend_enum_add_case_cstr(class_entry, "HmacSha256", &enum_case_HmacSha256_value);

	zval enum_case_HmacSha3_value;
	zend_string *enum_case_HmacSha3_value_str = zend_string_init("HMAC-SHA3_256", strlen("HMAC-SHA3_256"), 1);
	ZVAL_STR(&enum_case_HmacSha3_value, enum_case_HmacSha3_value_str);
	zend_enum_add_case_cstr(class_entry, "HmacSha3", &enum_case_HmacSha3_value);

	return class_entry;
}
