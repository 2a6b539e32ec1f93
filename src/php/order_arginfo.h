/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 52e7f1bdc52f6582ba1511a0ced7944bbda832b0 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aurpay_Order___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, client, Aurpay\\Client, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Order_fiatCurrencies, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Aurpay_Order_cryptoCurrencies arginfo_class_Aurpay_Order_fiatCurrencies

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Order_createPayUrl, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, params, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Aurpay_Order_createPayInfo arginfo_class_Aurpay_Order_createPayUrl

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Order_list, 0, 0, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, filter, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aurpay_Order_each, 0, 0, Aurpay\\Pages, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, filter, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Order_detail, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_LONG, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Order_details, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, orderIds, Traversable, MAY_BE_ARRAY, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Order_confirm, 0, 3, IS_ARRAY, 0)
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_LONG, NULL)
	ZEND_ARG_TYPE_MASK(0, price, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_INFO(0, currency, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Aurpay_Order_refundInfo arginfo_class_Aurpay_Order_detail

#define arginfo_class_Aurpay_Order_refund arginfo_class_Aurpay_Order_detail


ZEND_METHOD(Aurpay_Order, __construct);
ZEND_METHOD(Aurpay_Order, fiatCurrencies);
ZEND_METHOD(Aurpay_Order, cryptoCurrencies);
ZEND_METHOD(Aurpay_Order, createPayUrl);
ZEND_METHOD(Aurpay_Order, createPayInfo);
ZEND_METHOD(Aurpay_Order, list);
ZEND_METHOD(Aurpay_Order, each);
ZEND_METHOD(Aurpay_Order, detail);
ZEND_METHOD(Aurpay_Order, details);
ZEND_METHOD(Aurpay_Order, confirm);
ZEND_METHOD(Aurpay_Order, refundInfo);
ZEND_METHOD(Aurpay_Order, refund);


static const zend_function_entry class_Aurpay_Order_methods[] = {
	ZEND_ME(Aurpay_Order, __construct, arginfo_class_Aurpay_Order___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Order, fiatCurrencies, arginfo_class_Aurpay_Order_fiatCurrencies, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Order, cryptoCurrencies, arginfo_class_Aurpay_Order_cryptoCurrencies, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Order, createPayUrl, arginfo_class_Aurpay_Order_createPayUrl, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Order, createPayInfo, arginfo_class_Aurpay_Order_createPayInfo, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Order, list, arginfo_class_Aurpay_Order_list, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Order, each, arginfo_class_Aurpay_Order_each, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Order, detail, arginfo_class_Aurpay_Order_detail, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Order, details, arginfo_class_Aurpay_Order_details, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Order, confirm, arginfo_class_Aurpay_Order_confirm, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Order, refundInfo, arginfo_class_Aurpay_Order_refundInfo, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Order, refund, arginfo_class_Aurpay_Order_refund, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aurpay_Order(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay", "Order", class_Aurpay_Order_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "createpayurl", sizeof("createpayurl") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "createpayinfo", sizeof("createpayinfo") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "list", sizeof("list") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "each", sizeof("each") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}
