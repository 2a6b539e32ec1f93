#include "information.h"

#include <inttypes.h>

#include <curl/curl.h>
#include <openssl/crypto.h>

#include "../../php_aurpay.h"
#include "../core/hooks.h"
#include "../core/pool.h"
#include "../core/tls_state.h"
#include "ca_setting.h"
#include "ignored_proxy.h"
#include "options.h"

#include "ext/date/php_date.h"
#include "ext/standard/info.h"

static void print_count(const char *name, uint64_t count)
{
    char text[21];

    snprintf(text, sizeof(text), "%" PRIu64, count);
    php_info_print_table_row(2, name, text);
}

static void print_answer(const char *question, bool answer)
{
    php_info_print_table_row(2, question, answer ? "yes" : "no");
}

static void print_versions(const curl_version_info_data *curl)
{
    const struct aurpay_statistics statistics = aurpay_pool_statistics(AURPAY_G(pool));

    php_info_print_table_start();
    php_info_print_table_row(2, "aurpay", "enabled");
    php_info_print_table_row(2, "Version", PHP_AURPAY_VERSION);
    php_info_print_table_row(2, "libcurl", curl->version);
    php_info_print_table_row(2, "libcurl (built with)", LIBCURL_VERSION);
    php_info_print_table_row(2, "TLS library of libcurl", curl->ssl_version ? curl->ssl_version : "none");
    php_info_print_table_row(2, "OpenSSL", OpenSSL_version(OPENSSL_VERSION));
    php_info_print_table_row(2, "OpenSSL (built with)", OPENSSL_VERSION_TEXT);
    print_answer("HTTP/2", curl->features & CURL_VERSION_HTTP2);
    php_info_print_table_row(2, "At most once by",
                             aurpay_hooks_have_prerequest() ? "CURLOPT_PREREQFUNCTION" : "fresh connections");
    print_count("Requests of this process", statistics.requests);
    print_count("Connections opened", statistics.connections_opened);
    print_count("Requests on a connection opened before", statistics.connections_reused);
    php_info_print_table_end();
}

/* CURLOPT_QUICK_EXIT: libcurl 7.87. */
static bool leaves_its_resolver(const curl_version_info_data *curl)
{
    return curl->version_num >= 0x075700;
}

/* curl's issue 15100: from 8.8 to 8.10. */
static bool times_the_lookup(const curl_version_info_data *curl)
{
    const unsigned int first = 0x080800, next = 0x080B00;

    /* Older versions wrap around to large numbers. */
    return curl->version_num - first >= next - first;
}

/* When the file was written last, as UTC: without a network, its age is all that shows whether it is kept. */
static void print_file(const char *path)
{
    zend_stat_t status;
    bool is_there = VCWD_STAT(path, &status) == 0;
    zend_string *date = php_format_date(ZEND_STRL("Y-m-d\\TH:i:s\\Z"), is_there ? status.st_mtime : 0, false);

    php_info_print_table_row(2, "CA file", path);
    print_answer("CA file can be read", VCWD_ACCESS(path, R_OK) == 0);
    php_info_print_table_row(2, "CA file last changed", is_there ? ZSTR_VAL(date) : "unknown");
    zend_string_release(date);
}

static void print_trust(const curl_version_info_data *curl)
{
    struct php_aurpay_options options;
    struct php_aurpay_ca_setting setting;
    /* Some TLS libraries have a folder, or know their CAs themselves. */
    const char *own = curl->cainfo ? curl->cainfo : curl->capath;

    memset(&options, 0, sizeof(options));
    setting = php_aurpay_ca_setting_of(&options);
    php_info_print_table_row(2, "CAs are set by", setting.name ? setting.name : "libcurl's default");
    if (setting.file || own) {
        print_file(setting.file ? setting.file : own);
    }
}

static void print_diagnostics(const curl_version_info_data *curl)
{
    /* Any host that is not loopback and not in no_proxy. */
    const char *proxy = php_aurpay_ignored_proxy_variable("https://proxy.invalid", "proxy.invalid");

    php_info_print_table_start();
    php_info_print_table_header(2, "Diagnostics", "of this process");
    print_answer("Looks into TLS before it reuses a connection", aurpay_tls_state_is_known());
    print_answer("Keeps handles from call to call", aurpay_pool_may_keep_handles());
    print_answer("timeout ends a name lookup", leaves_its_resolver(curl));
    print_answer("connect_timeout ends a name lookup", times_the_lookup(curl));
    print_trust(curl);
    php_info_print_table_row(2, "Proxy variable that is ignored", proxy ? proxy : "none");
    php_info_print_table_end();
}

void php_aurpay_information_print(void)
{
    const curl_version_info_data *curl = curl_version_info(CURLVERSION_NOW);

    print_versions(curl);
    print_diagnostics(curl);
}
