/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 12f86c917542f5f7eea26e51504833de6fff3251 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aurpay_Transaction___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, client, Aurpay\\Client, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Aurpay_Transaction_list, 0, 0, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, filter, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aurpay_Transaction_each, 0, 0, Aurpay\\Pages, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, filter, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()


ZEND_METHOD(Aurpay_Transaction, __construct);
ZEND_METHOD(Aurpay_Transaction, list);
ZEND_METHOD(Aurpay_Transaction, each);


static const zend_function_entry class_Aurpay_Transaction_methods[] = {
	ZEND_ME(Aurpay_Transaction, __construct, arginfo_class_Aurpay_Transaction___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Transaction, list, arginfo_class_Aurpay_Transaction_list, ZEND_ACC_PUBLIC)
	ZEND_ME(Aurpay_Transaction, each, arginfo_class_Aurpay_Transaction_each, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aurpay_Transaction(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay", "Transaction", class_Aurpay_Transaction_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "list", sizeof("list") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "each", sizeof("each") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}
