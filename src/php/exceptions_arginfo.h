/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: a7be513481dc86734fd29bf3ff73685a3ce6e7f9 */




static const zend_function_entry class_Aurpay_AurpayException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Aurpay_ApiException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Aurpay_AuthenticationException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Aurpay_RateLimitException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Aurpay_TransportException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Aurpay_OutcomeUnknownException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Aurpay_ResponseException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Aurpay_CallbackException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Aurpay_PaymentReason_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Aurpay_PaymentException_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_Aurpay_AurpayException(zend_class_entry *class_entry_RuntimeException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay", "AurpayException", class_Aurpay_AurpayException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	class_entry->ce_flags |= ZEND_ACC_ABSTRACT;

	zval property_httpStatus_default_value;
	ZVAL_UNDEF(&property_httpStatus_default_value);
	zend_string *property_httpStatus_name = zend_string_init("httpStatus", sizeof("httpStatus") - 1, 1);
	zend_declare_typed_property(class_entry, property_httpStatus_name, &property_httpStatus_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_httpStatus_name);

	zval property_traceId_default_value;
	ZVAL_UNDEF(&property_traceId_default_value);
	zend_string *property_traceId_name = zend_string_init("traceId", sizeof("traceId") - 1, 1);
	zend_declare_typed_property(class_entry, property_traceId_name, &property_traceId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_traceId_name);

	zval property_response_default_value;
	ZVAL_UNDEF(&property_response_default_value);
	zend_string *property_response_name = zend_string_init("response", sizeof("response") - 1, 1);
	zend_declare_typed_property(class_entry, property_response_name, &property_response_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY|MAY_BE_NULL));
	zend_string_release(property_response_name);

	return class_entry;
}

static zend_class_entry *register_class_Aurpay_ApiException(zend_class_entry *class_entry_Aurpay_AurpayException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay", "ApiException", class_Aurpay_ApiException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Aurpay_AurpayException);

	return class_entry;
}

static zend_class_entry *register_class_Aurpay_AuthenticationException(zend_class_entry *class_entry_Aurpay_ApiException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay", "AuthenticationException", class_Aurpay_AuthenticationException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Aurpay_ApiException);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	zval property_clockDifference_default_value;
	ZVAL_UNDEF(&property_clockDifference_default_value);
	zend_string *property_clockDifference_name = zend_string_init("clockDifference", sizeof("clockDifference") - 1, 1);
	zend_declare_typed_property(class_entry, property_clockDifference_name, &property_clockDifference_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_clockDifference_name);

	return class_entry;
}

static zend_class_entry *register_class_Aurpay_RateLimitException(zend_class_entry *class_entry_Aurpay_ApiException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay", "RateLimitException", class_Aurpay_RateLimitException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Aurpay_ApiException);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	zval property_retryAfter_default_value;
	ZVAL_UNDEF(&property_retryAfter_default_value);
	zend_string *property_retryAfter_name = zend_string_init("retryAfter", sizeof("retryAfter") - 1, 1);
	zend_declare_typed_property(class_entry, property_retryAfter_name, &property_retryAfter_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_retryAfter_name);

	return class_entry;
}

static zend_class_entry *register_class_Aurpay_TransportException(zend_class_entry *class_entry_Aurpay_AurpayException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay", "TransportException", class_Aurpay_TransportException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Aurpay_AurpayException);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_Aurpay_OutcomeUnknownException(zend_class_entry *class_entry_Aurpay_AurpayException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay", "OutcomeUnknownException", class_Aurpay_OutcomeUnknownException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Aurpay_AurpayException);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_Aurpay_ResponseException(zend_class_entry *class_entry_Aurpay_AurpayException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay", "ResponseException", class_Aurpay_ResponseException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Aurpay_AurpayException);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_Aurpay_CallbackException(zend_class_entry *class_entry_Aurpay_AurpayException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay", "CallbackException", class_Aurpay_CallbackException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Aurpay_AurpayException);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	zend_string *property_reason_class_Aurpay_CallbackReason = zend_string_init("Aurpay\\CallbackReason", sizeof("Aurpay\\CallbackReason")-1, 1);
	zval property_reason_default_value;
	ZVAL_UNDEF(&property_reason_default_value);
	zend_string *property_reason_name = zend_string_init("reason", sizeof("reason") - 1, 1);
	zend_declare_typed_property(class_entry, property_reason_name, &property_reason_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_reason_class_Aurpay_CallbackReason, 0, 0));
	zend_string_release(property_reason_name);

	return class_entry;
}

static zend_class_entry *register_class_Aurpay_PaymentReason(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Aurpay\\PaymentReason", IS_STRING, class_Aurpay_PaymentReason_methods);

	zval enum_case_Order_value;
	zend_string *enum_case_Order_value_str = zend_string_init("order", strlen("order"), 1);
	ZVAL_STR(&enum_case_Order_value, enum_case_Order_value_str);
	zend_enum_add_case_cstr(class_entry, "Order", &enum_case_Order_value);

	zval enum_case_Status_value;
	zend_string *enum_case_Status_value_str = zend_string_init("status", strlen("status"), 1);
	ZVAL_STR(&enum_case_Status_value, enum_case_Status_value_str);
	zend_enum_add_case_cstr(class_entry, "Status", &enum_case_Status_value);

	zval enum_case_Price_value;
	zend_string *enum_case_Price_value_str = zend_string_init("price", strlen("price"), 1);
	ZVAL_STR(&enum_case_Price_value, enum_case_Price_value_str);
	zend_enum_add_case_cstr(class_entry, "Price", &enum_case_Price_value);

	zval enum_case_Currency_value;
	zend_string *enum_case_Currency_value_str = zend_string_init("currency", strlen("currency"), 1);
	ZVAL_STR(&enum_case_Currency_value, enum_case_Currency_value_str);
	zend_enum_add_case_cstr(class_entry, "Currency", &enum_case_Currency_value);

	return class_entry;
}

static zend_class_entry *register_class_Aurpay_PaymentException(zend_class_entry *class_entry_Aurpay_AurpayException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay", "PaymentException", class_Aurpay_PaymentException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Aurpay_AurpayException);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	zend_string *property_reason_class_Aurpay_PaymentReason = zend_string_init("Aurpay\\PaymentReason", sizeof("Aurpay\\PaymentReason")-1, 1);
	zval property_reason_default_value;
	ZVAL_UNDEF(&property_reason_default_value);
	zend_string *property_reason_name = zend_string_init("reason", sizeof("reason") - 1, 1);
	zend_declare_typed_property(class_entry, property_reason_name, &property_reason_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_reason_class_Aurpay_PaymentReason, 0, 0));
	zend_string_release(property_reason_name);

	zval property_detail_default_value;
	ZVAL_UNDEF(&property_detail_default_value);
	zend_string *property_detail_name = zend_string_init("detail", sizeof("detail") - 1, 1);
	zend_declare_typed_property(class_entry, property_detail_name, &property_detail_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_detail_name);

	return class_entry;
}
