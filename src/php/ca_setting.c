#include "ca_setting.h"

#include "zend_ini.h"

/* The settings belong to ext-openssl and ext-curl. If these are not loaded, the settings are not registered,
 * and only php.ini (or the option -d) has them. */
static const char *setting_of(const char *name)
{
    const zend_ini_entry *entry = zend_hash_str_find_ptr(EG(ini_directives), name, strlen(name));
    const zval *value;

    if (entry) {
        return entry->value ? ZSTR_VAL(entry->value) : "";
    }
    /* cfg_get_string() takes a list (curl.cainfo[]) for text. */
    value = cfg_get_entry(name, strlen(name));
    return value && Z_TYPE_P(value) == IS_STRING ? Z_STRVAL_P(value) : "";
}

struct php_aurpay_ca_setting php_aurpay_ca_setting_of(const struct php_aurpay_options *options)
{
    static const struct {
        const char *name;
        const char *words;
    } settings[] = {{"openssl.cafile", "openssl.cafile in php.ini"},
                    {"curl.cainfo", "curl.cainfo in php.ini"}};
    struct php_aurpay_ca_setting found = {NULL, NULL};
    size_t i;

    if (options->ca_file) {
        found.file = ZSTR_VAL(options->ca_file);
        found.name = "the option ca_file";
    }
    for (i = 0; !found.file && i < sizeof(settings) / sizeof(settings[0]); i++) {
        const char *file = setting_of(settings[i].name);

        if (*file) {
            found.file = file;
            found.name = settings[i].words;
        }
    }
    return found;
}
