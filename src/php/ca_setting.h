/* Which file of CAs a client trusts, and which setting names it. */
#ifndef PHP_AURPAY_CA_SETTING_H
#define PHP_AURPAY_CA_SETTING_H

#include "options.h"

struct php_aurpay_ca_setting {
    /** The file's path; NULL for libcurl's default. Borrowed from the options or from PHP's settings: valid
     *  until user code runs. */
    const char *file;
    /** The setting's name in messages; NULL without a file. Static text. */
    const char *name;
};

/** The option ca_file, else php.ini's openssl.cafile, else its curl.cainfo: the order of ext-curl. */
struct php_aurpay_ca_setting php_aurpay_ca_setting_of(const struct php_aurpay_options *options);

#endif
