/* cppcheck does not read the engine's headers. It needs these macros, which do not look like C statements. */
#define ZEND_BEGIN_MODULE_GLOBALS(module) typedef struct {
#define ZEND_END_MODULE_GLOBALS(module) } zend_##module##_globals;
#define ZEND_DECLARE_MODULE_GLOBALS(module) zend_##module##_globals module##_globals;
#define ZEND_EXTERN_MODULE_GLOBALS(module) extern zend_##module##_globals module##_globals;
#define ZEND_GET_MODULE(module)
#define ZEND_TSRMLS_CACHE_DEFINE()
#define ZEND_TSRMLS_CACHE_EXTERN()
#define ZEND_METHOD(class, name) void zim_##class##_##name(zend_execute_data *execute_data, zval *return_value)
#define PHP_FUNCTION(name) void zif_##name(zend_execute_data *execute_data, zval *return_value)
#define PHP_FE(name, arguments) {#name, zif_##name, arguments},
#define PHP_FE_END {NULL, NULL, NULL}
#define ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(name, by_reference, required, type, allows_null) \
    static const zend_internal_arg_info name[] = {
#define ZEND_ARG_TYPE_INFO(by_reference, name, type, allows_null) {#name},
#define ZEND_END_ARG_INFO() {NULL}};
#define INTERNAL_FUNCTION_PARAMETERS zend_execute_data *execute_data, zval *return_value
#define INTERNAL_FUNCTION_PARAM_PASSTHRU execute_data, return_value
#define ZEND_PARSE_PARAMETERS_NONE() (void)0
#define ZEND_PARSE_PARAMETERS_START(minimum, maximum) do {
#define ZEND_PARSE_PARAMETERS_END() } while (0)
#define Z_PARAM_OPTIONAL
#define Z_PARAM_STR(text) text = parse();
#define Z_PARAM_ARRAY_HT(table) table = parse();
#define Z_PARAM_OBJECT_OF_CLASS(object, ce) object = parse();
#define PHP_INI_MH(name) int name(zend_ini_entry *entry, zend_string *new_value)
#define PHP_INI_BEGIN() static const zend_ini_entry_def ini_entries[] = {
#define STD_PHP_INI_ENTRY(name, value, modifiable, update, field, type, globals) {name, update, value, modifiable},
#define PHP_INI_END() {0}};
#define ZEND_MOD_REQUIRED(name) {name, NULL, NULL, MODULE_DEP_REQUIRED},
#define ZEND_MOD_END {NULL, NULL, NULL, 0}
#define ZEND_HASH_FOREACH_VAL(table, value) for (value = first(table); value; value = next(table))
#define ZEND_HASH_FOREACH_KEY_VAL(table, number, key, value) \
    for (value = first(table, &(number), &(key)); value; value = next(table, &(number), &(key)))
#define ZEND_HASH_FOREACH_STR_KEY_VAL(table, key, value) \
    for (value = first(table, &(key)); value; value = next(table, &(key)))
#define ZEND_HASH_FOREACH_END() (void)0
