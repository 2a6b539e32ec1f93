/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 8eecd314497fd986e5b19878794b1b259453e85e */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Aurpay_Pages___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Aurpay_Pages_getIterator, 0, 0, Iterator, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Aurpay_Pages, __construct);
ZEND_METHOD(Aurpay_Pages, getIterator);


static const zend_function_entry class_Aurpay_Pages_methods[] = {
	ZEND_ME(Aurpay_Pages, __construct, arginfo_class_Aurpay_Pages___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Aurpay_Pages, getIterator, arginfo_class_Aurpay_Pages_getIterator, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Aurpay_Pages(zend_class_entry *class_entry_IteratorAggregate)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Aurpay", "Pages", class_Aurpay_Pages_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_IteratorAggregate);

	return class_entry;
}
