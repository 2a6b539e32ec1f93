/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: d11e470c96de6f2e5426cf381058c6bf3393b326 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aurpay_Wallet___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, client, Aurpay\\Client, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Wallet_list, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Wallet_withdraw, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, params, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Aurpay_Wallet_selfCustody arginfo_class_Aurpay_Wallet_list


ZEND_METHOD(Aurpay_Wallet, __construct);
ZEND_METHOD(Aurpay_Wallet, list);
ZEND_METHOD(Aurpay_Wallet, withdraw);
ZEND_METHOD(Aurpay_Wallet, selfCustody);


static const zend_function_entry class_Aurpay_Wallet_methods[] = {
	ZEND_ME(Aurpay_Wallet, __construct, arginfo_class_Aurpay_Wallet___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Wallet, list, arginfo_class_Aurpay_Wallet_list, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Wallet, withdraw, arginfo_class_Aurpay_Wallet_withdraw, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Wallet, selfCustody, arginfo_class_Aurpay_Wallet_selfCustody, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aurpay_Wallet(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay", "Wallet", class_Aurpay_Wallet_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "withdraw", sizeof("withdraw") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}
