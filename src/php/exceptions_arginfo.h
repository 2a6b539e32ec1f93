/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 5ead5577bd724df3135e96b751d056c978bfd823 */




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


static const zend_function_entry class_Aurpay_TransportReason_methods[] = {
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

static zend_class_entry *register_class_Aurpay_TransportReason(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Aurpay\\TransportReason", IS_STRING, class_Aurpay_TransportReason_methods);

	zval enum_case_Name_value;
	zend_string *enum_case_Name_value_str = zend_string_init("name", strlen("name"), 1);
	ZVAL_STR(&enum_case_Name_value, enum_case_Name_value_str);
	zend_enum_add_case_cstr(class_entry, "Name", &enum_case_Name_value);

	zval enum_case_Connection_value;
	zend_string *enum_case_Connection_value_str = zend_string_init("connection", strlen("connection"), 1);
	ZVAL_STR(&enum_case_Connection_value, enum_case_Connection_value_str);
	zend_enum_add_case_cstr(class_entry, "Connection", &enum_case_Connection_value);

	zval enum_case_Proxy_value;
	zend_string *enum_case_Proxy_value_str = zend_string_init("proxy", strlen("proxy"), 1);
	ZVAL_STR(&enum_case_Proxy_value, enum_case_Proxy_value_str);
	zend_enum_add_case_cstr(class_entry, "Proxy", &enum_case_Proxy_value);

	zval enum_case_CaFile_value;
	zend_string *enum_case_CaFile_value_str = zend_string_init("ca_file", strlen("ca_file"), 1);
	ZVAL_STR(&enum_case_CaFile_value, enum_case_CaFile_value_str);
	zend_enum_add_case_cstr(class_entry, "CaFile", &enum_case_CaFile_value);

	zval enum_case_CertificateExpired_value;
	zend_string *enum_case_CertificateExpired_value_str = zend_string_init("certificate_expired", strlen("certificate_expired"), 1);
	ZVAL_STR(&enum_case_CertificateExpired_value, enum_case_CertificateExpired_value_str);
	zend_enum_add_case_cstr(class_entry, "CertificateExpired", &enum_case_CertificateExpired_value);

	zval enum_case_CertificateNotYetValid_value;
	zend_string *enum_case_CertificateNotYetValid_value_str = zend_string_init("certificate_not_yet_valid", strlen("certificate_not_yet_valid"), 1);
	ZVAL_STR(&enum_case_CertificateNotYetValid_value, enum_case_CertificateNotYetValid_value_str);
	zend_enum_add_case_cstr(class_entry, "CertificateNotYetValid", &enum_case_CertificateNotYetValid_value);

	zval enum_case_CertificateHost_value;
	zend_string *enum_case_CertificateHost_value_str = zend_string_init("certificate_host", strlen("certificate_host"), 1);
	ZVAL_STR(&enum_case_CertificateHost_value, enum_case_CertificateHost_value_str);
	zend_enum_add_case_cstr(class_entry, "CertificateHost", &enum_case_CertificateHost_value);

	zval enum_case_CertificateAuthority_value;
	zend_string *enum_case_CertificateAuthority_value_str = zend_string_init("certificate_authority", strlen("certificate_authority"), 1);
	ZVAL_STR(&enum_case_CertificateAuthority_value, enum_case_CertificateAuthority_value_str);
	zend_enum_add_case_cstr(class_entry, "CertificateAuthority", &enum_case_CertificateAuthority_value);

	zval enum_case_Certificate_value;
	zend_string *enum_case_Certificate_value_str = zend_string_init("certificate", strlen("certificate"), 1);
	ZVAL_STR(&enum_case_Certificate_value, enum_case_Certificate_value_str);
	zend_enum_add_case_cstr(class_entry, "Certificate", &enum_case_Certificate_value);

	zval enum_case_PublicKey_value;
	zend_string *enum_case_PublicKey_value_str = zend_string_init("public_key", strlen("public_key"), 1);
	ZVAL_STR(&enum_case_PublicKey_value, enum_case_PublicKey_value_str);
	zend_enum_add_case_cstr(class_entry, "PublicKey", &enum_case_PublicKey_value);

	zval enum_case_TlsVersion_value;
	zend_string *enum_case_TlsVersion_value_str = zend_string_init("tls_version", strlen("tls_version"), 1);
	ZVAL_STR(&enum_case_TlsVersion_value, enum_case_TlsVersion_value_str);
	zend_enum_add_case_cstr(class_entry, "TlsVersion", &enum_case_TlsVersion_value);

	zval enum_case_Tls_value;
	zend_string *enum_case_Tls_value_str = zend_string_init("tls", strlen("tls"), 1);
	ZVAL_STR(&enum_case_Tls_value, enum_case_Tls_value_str);
	zend_enum_add_case_cstr(class_entry, "Tls", &enum_case_Tls_value);

	zval enum_case_Lost_value;
	zend_string *enum_case_Lost_value_str = zend_string_init("lost", strlen("lost"), 1);
	ZVAL_STR(&enum_case_Lost_value, enum_case_Lost_value_str);
	zend_enum_add_case_cstr(class_entry, "Lost", &enum_case_Lost_value);

	zval enum_case_ConnectTimeout_value;
	zend_string *enum_case_ConnectTimeout_value_str = zend_string_init("connect_timeout", strlen("connect_timeout"), 1);
	ZVAL_STR(&enum_case_ConnectTimeout_value, enum_case_ConnectTimeout_value_str);
	zend_enum_add_case_cstr(class_entry, "ConnectTimeout", &enum_case_ConnectTimeout_value);

	zval enum_case_Timeout_value;
	zend_string *enum_case_Timeout_value_str = zend_string_init("timeout", strlen("timeout"), 1);
	ZVAL_STR(&enum_case_Timeout_value, enum_case_Timeout_value_str);
	zend_enum_add_case_cstr(class_entry, "Timeout", &enum_case_Timeout_value);

	zval enum_case_Interrupted_value;
	zend_string *enum_case_Interrupted_value_str = zend_string_init("interrupted", strlen("interrupted"), 1);
	ZVAL_STR(&enum_case_Interrupted_value, enum_case_Interrupted_value_str);
	zend_enum_add_case_cstr(class_entry, "Interrupted", &enum_case_Interrupted_value);

	zval enum_case_Failed_value;
	zend_string *enum_case_Failed_value_str = zend_string_init("failed", strlen("failed"), 1);
	ZVAL_STR(&enum_case_Failed_value, enum_case_Failed_value_str);
	zend_enum_add_case_cstr(class_entry, "Failed", &enum_case_Failed_value);

	return class_entry;
}

static zend_class_entry *register_class_Aurpay_TransportException(zend_class_entry *class_entry_Aurpay_AurpayException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay", "TransportException", class_Aurpay_TransportException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Aurpay_AurpayException);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	zend_string *property_reason_class_Aurpay_TransportReason = zend_string_init("Aurpay\\TransportReason", sizeof("Aurpay\\TransportReason")-1, 1);
	zval property_reason_default_value;
	ZVAL_UNDEF(&property_reason_default_value);
	zend_string *property_reason_name = zend_string_init("reason", sizeof("reason") - 1, 1);
	zend_declare_typed_property(class_entry, property_reason_name, &property_reason_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_reason_class_Aurpay_TransportReason, 0, 0));
	zend_string_release(property_reason_name);

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

	zval property_body_default_value;
	ZVAL_UNDEF(&property_body_default_value);
	zend_string *property_body_name = zend_string_init("body", sizeof("body") - 1, 1);
	zend_declare_typed_property(class_entry, property_body_name, &property_body_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY|MAY_BE_NULL));
	zend_string_release(property_body_name);

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
