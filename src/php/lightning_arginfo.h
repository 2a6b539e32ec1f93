/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 779c197ef4bbc8544fce0e6f5d869e908b0fe5e7 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aurpay_Lightning___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, client, Aurpay\\Client, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Lightning_balance, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Lightning_createOrder, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, params, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Aurpay_Lightning_withdraw arginfo_class_Aurpay_Lightning_createOrder


ZEND_METHOD(Aurpay_Lightning, __construct);
ZEND_METHOD(Aurpay_Lightning, balance);
ZEND_METHOD(Aurpay_Lightning, createOrder);
ZEND_METHOD(Aurpay_Lightning, withdraw);


static const zend_function_entry class_Aurpay_Lightning_methods[] = {
	ZEND_ME(Aurpay_Lightning, __construct, arginfo_class_Aurpay_Lightning___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Lightning, balance, arginfo_class_Aurpay_Lightning_balance, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Lightning, createOrder, arginfo_class_Aurpay_Lightning_createOrder, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Lightning, withdraw, arginfo_class_Aurpay_Lightning_withdraw, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aurpay_Lightning(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay", "Lightning", class_Aurpay_Lightning_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "createorder", sizeof("createorder") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "withdraw", sizeof("withdraw") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}
