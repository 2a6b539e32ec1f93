/* Describes what went wrong on the wire: what failed, with which host, and which option to set. */
#include "fault.h"

#include <curl/curl.h>

#include "php_network.h"

#include "../core/clock.h"
#include "ca_setting.h"
#include "ignored_proxy.h"

/* libcurl's own default of a proxy's port, whose URL begins with http. */
#define HTTP_PROXY_PORT 1080

/* A fault and the texts that describe it. Every string may be shown. */
struct wording {
    smart_str *message;
    const struct php_aurpay_options *options;
    const struct php_aurpay_call *call;
    const struct aurpay_response *response;
    /** The server with its port. */
    zend_string *server;
    /** The peer it failed with, server or proxy: its name, and its text in a sentence. */
    zend_string *host;
    zend_string *peer;
    /** libcurl's own words. */
    zend_string *words;
    /** Which file of CAs is trusted, and its path; NULL for the system's. */
    struct php_aurpay_ca_setting ca;
    zend_string *ca_file;
};

/* The host and port of a URL, without user and password. */
static const char *authority_of(const char *url, size_t *length)
{
    const char *begin = strstr(url, "://"), *end, *at;

    begin = begin ? begin + 3 : url;
    end = begin + strcspn(begin, "/?#");
    while ((at = memchr(begin, '@', (size_t)(end - begin)))) {
        begin = at + 1;
    }
    *length = (size_t)(end - begin);
    return begin;
}

/* The length of the host in an authority. A colon and the port may follow. */
static size_t host_length(const char *authority, size_t length)
{
    const char *bracket = memchr(authority, ']', length);
    size_t start = bracket ? (size_t)(bracket - authority) : 0;
    const char *colon = memchr(authority + start, ':', length - start);

    return colon ? (size_t)(colon - authority) : length;
}

static zend_string *host_of(const char *url)
{
    size_t length;
    const char *authority = authority_of(url, &length);

    return zend_string_init(authority, host_length(authority, length), 0);
}

/* Host and port, the port also where the URL leaves it to the scheme. */
static zend_string *address_of(const char *url, int http_port)
{
    size_t length;
    const char *authority = authority_of(url, &length);
    size_t host = host_length(authority, length);

    if (host + 1 < length) {
        return zend_string_init(authority, length, 0);
    }
    return zend_strpprintf(0, "%.*s:%d", (int)host, authority,
                           strncasecmp(url, "https:", 6) == 0 ? 443 : http_port);
}

/* Consumes `text`. */
static zend_string *clean(const struct php_aurpay_call *call, zend_string *text)
{
    zend_string *cleaned = php_aurpay_redact_text(ZSTR_VAL(text), ZSTR_LEN(text), &call->secrets);

    php_aurpay_secrets_release_string(text);
    return cleaned;
}

/* Consumes `text`, which names the server. The provider's own address is ours. */
static zend_string *clean_server(const struct php_aurpay_failure *failure, zend_string *text)
{
    return failure->options->base_uri ? clean(failure->call, text) : text;
}

static zend_string *words_of(const struct php_aurpay_call *call)
{
    const struct aurpay_response *response = &call->core.response;
    zend_string *words = zend_string_init(response->error, strlen(response->error), 0);

    return response->error_is_fixed ? words : clean(call, words);
}

static struct wording begin_wording(smart_str *message, const struct php_aurpay_failure *failure)
{
    const struct php_aurpay_call *call = failure->call;
    const char *url = aurpay_buffer_string(&call->core.request.url);
    struct wording wording = {
        .message = message,
        .options = failure->options,
        .call = call,
        .response = &call->core.response,
        .server = clean_server(failure, address_of(url, 80)),
        .words = words_of(call),
        .ca = php_aurpay_ca_setting_of(failure->options),
    };

    if (wording.ca.file) {
        wording.ca_file = clean(call, zend_string_init(wording.ca.file, strlen(wording.ca.file), 0));
    }
    if (call->core.response.at_proxy && !failure->options->proxy) {
        /* A handler played a proxy's fault for a client without a proxy. */
        wording.host = zend_string_init(ZEND_STRL("of the proxy"), 0);
        wording.peer = zend_string_init(ZEND_STRL("the proxy"), 0);
    } else if (call->core.response.at_proxy) {
        const char *proxy = ZSTR_VAL(failure->options->proxy);
        zend_string *address = clean(call, address_of(proxy, HTTP_PROXY_PORT));

        wording.host = clean(call, host_of(proxy));
        wording.peer = zend_strpprintf(0, "the proxy %s", ZSTR_VAL(address));
        zend_string_release(address);
    } else {
        wording.host = clean_server(failure, host_of(url));
        wording.peer = zend_string_copy(wording.server);
    }
    return wording;
}

static void end_wording(struct wording *wording)
{
    zend_string_release(wording->server);
    zend_string_release(wording->host);
    zend_string_release(wording->peer);
    zend_string_release(wording->words);
    if (wording->ca_file) {
        zend_string_release(wording->ca_file);
    }
}

static void append_step(const struct wording *wording)
{
    smart_str *message = wording->message;

    switch (wording->response->step) {
    case AURPAY_STEP_BEGINNING:
        smart_str_appends(message, "before the request was started");
        break;
    case AURPAY_STEP_NAME:
        smart_str_append_printf(message, "before the name %s was resolved or a connection was started",
                                ZSTR_VAL(wording->host));
        break;
    case AURPAY_STEP_CONNECTION:
        smart_str_append_printf(message, "before %s accepted the connection", ZSTR_VAL(wording->peer));
        break;
    case AURPAY_STEP_TLS:
        smart_str_append_printf(message, "during the TLS handshake with %s", ZSTR_VAL(wording->peer));
        break;
    case AURPAY_STEP_PROXY:
    case AURPAY_STEP_ANSWER:
        smart_str_append_printf(message, "before %s answered", ZSTR_VAL(wording->peer));
        break;
    case AURPAY_STEP_REST_OF_ANSWER:
        smart_str_append_printf(message, "in the middle of the answer from %s", ZSTR_VAL(wording->peer));
        break;
    }
}

static void append_timeout(const struct wording *wording, const char *option, zend_long milliseconds)
{
    smart_str_appends(wording->message, "timed out after ");
    smart_str_append_double(wording->message, (double)milliseconds / 1000.0, 7, false);
    smart_str_append_printf(wording->message, " second%s (option %s) ", milliseconds == 1000 ? "" : "s",
                            option);
    append_step(wording);
}

static void append_no_connection(const struct wording *wording)
{
    long error = wording->response->system_error;

    if (error == PHP_AURPAY_CONNECTION_REFUSED) {
        smart_str_append_printf(wording->message, "%s refused the connection", ZSTR_VAL(wording->peer));
    } else if (error) {
        zend_string *reason = php_socket_error_str(error);

        smart_str_append_printf(wording->message, "could not connect to %s (%s)", ZSTR_VAL(wording->peer),
                                ZSTR_VAL(reason));
        zend_string_release(reason);
    } else {
        smart_str_append_printf(wording->message, "could not connect to %s (%s)", ZSTR_VAL(wording->peer),
                                ZSTR_VAL(wording->words));
    }
}

static void append_proxy_refusal(const struct wording *wording)
{
    smart_str_append_printf(wording->message, "%s refused to connect to %s with HTTP status %ld",
                            ZSTR_VAL(wording->peer), ZSTR_VAL(wording->server),
                            wording->response->proxy_status);
    if (wording->response->proxy_status == 407 && wording->options->proxy) {
        smart_str_appends(wording->message,
                          strchr(ZSTR_VAL(wording->options->proxy), '@')
                              ? "; the user or the password in the option proxy is wrong"
                              : "; it requires a user and a password, and the option proxy has none");
    }
}

static void append_date_fault(const struct wording *wording, const char *fault)
{
    char date[AURPAY_DATE_SIZE];
    const char *now = aurpay_clock_format_date(aurpay_clock_wall(), date) ? "no date" : date;

    smart_str_append_printf(
        wording->message,
        "the certificate of %s, or of one of its issuers, %s, unless this machine's clock (%s) is wrong",
        ZSTR_VAL(wording->peer), fault, now);
}

static void append_unknown_ca(const struct wording *wording)
{
    const curl_version_info_data *curl = curl_version_info(CURLVERSION_NOW);
    smart_str *message = wording->message;

    smart_str_append_printf(message, "the certificate of %s is not signed by a CA in ",
                            ZSTR_VAL(wording->peer));
    if (wording->ca_file) {
        smart_str_append_printf(message, "%s (%s); set %s to the file of its CA", ZSTR_VAL(wording->ca_file),
                                ZSTR_VAL(wording->words), wording->ca.name);
        return;
    }
    smart_str_appends(message, curl->cainfo ? curl->cainfo : "the system's store");
    if (curl->capath) {
        smart_str_append_printf(message, " or %s", curl->capath);
    }
    smart_str_append_printf(message,
                            " (%s); set the option ca_file to the file of its CA, or update the system's "
                            "package ca-certificates",
                            ZSTR_VAL(wording->words));
}

static void append_unusable_ca_file(const struct wording *wording)
{
    const curl_version_info_data *curl = curl_version_info(CURLVERSION_NOW);

    if (wording->ca_file) {
        bool is_readable = VCWD_ACCESS(wording->ca.file, R_OK) == 0;

        smart_str_append_printf(wording->message, "%s names %s, which %s", wording->ca.name,
                                ZSTR_VAL(wording->ca_file),
                                is_readable ? "holds no certificate in PEM" : "cannot be read");
    } else {
        smart_str_append_printf(wording->message,
                                "the system's CA file, %s, cannot be read or holds no certificate; install "
                                "the package ca-certificates, or set the option ca_file",
                                curl->cainfo ? curl->cainfo : "which libcurl does not name");
    }
}

/* Through an https proxy, libcurl loses the reason why the handshake in the tunnel failed. */
static bool hides_certificate_faults(const struct wording *wording)
{
    return !wording->response->at_proxy && wording->options->proxy &&
           strncasecmp(ZSTR_VAL(wording->options->proxy), "https:", 6) == 0;
}

/* False when it was no fault of a certificate. */
static bool append_certificate_fault(const struct wording *wording)
{
    smart_str *message = wording->message;

    switch (wording->response->transfer) {
    case AURPAY_TRANSFER_CA_FILE_UNUSABLE:
        append_unusable_ca_file(wording);
        return true;
    case AURPAY_TRANSFER_CERTIFICATE_EXPIRED:
        append_date_fault(wording, "has expired");
        return true;
    case AURPAY_TRANSFER_CERTIFICATE_NOT_YET_VALID:
        append_date_fault(wording, "is not yet valid");
        return true;
    case AURPAY_TRANSFER_CERTIFICATE_WRONG_HOST:
        smart_str_append_printf(message, "the certificate of %s is not valid for the name %s",
                                ZSTR_VAL(wording->peer), ZSTR_VAL(wording->host));
        return true;
    case AURPAY_TRANSFER_CERTIFICATE_UNKNOWN_CA:
        append_unknown_ca(wording);
        return true;
    case AURPAY_TRANSFER_CERTIFICATE_REFUSED:
        smart_str_append_printf(message, "the certificate of %s was refused (%s)", ZSTR_VAL(wording->peer),
                                ZSTR_VAL(wording->words));
        return true;
    case AURPAY_TRANSFER_WRONG_PUBLIC_KEY:
        smart_str_append_printf(message,
                                "the public key of %s is not the one in the option pinned_public_key",
                                ZSTR_VAL(wording->peer));
        return true;
    default:
        return false;
    }
}

static void append_other_fault(const struct wording *wording)
{
    smart_str *message = wording->message;
    const char *peer = ZSTR_VAL(wording->peer), *words = ZSTR_VAL(wording->words);

    switch (wording->response->transfer) {
    case AURPAY_TRANSFER_NAME_NOT_RESOLVED:
        smart_str_append_printf(message, "the name %s could not be resolved", ZSTR_VAL(wording->host));
        break;
    case AURPAY_TRANSFER_NOT_CONNECTED:
        append_no_connection(wording);
        break;
    case AURPAY_TRANSFER_PROXY_REFUSED:
        append_proxy_refusal(wording);
        break;
    case AURPAY_TRANSFER_TLS_TOO_OLD:
        smart_str_append_printf(message, "%s does not support TLS 1.2 or later (%s)", peer, words);
        break;
    case AURPAY_TRANSFER_NOT_TLS:
        smart_str_append_printf(message, "%s does not speak TLS on this port, but perhaps plain http (%s)",
                                peer, words);
        break;
    case AURPAY_TRANSFER_TLS_FAILED:
        smart_str_append_printf(message, "the TLS handshake with %s failed (%s%s)", peer, words,
                                hides_certificate_faults(wording)
                                    ? "; through an https proxy, a bad certificate can look like this"
                                    : "");
        break;
    case AURPAY_TRANSFER_BROKEN:
        smart_str_appends(message, "the connection was lost ");
        append_step(wording);
        smart_str_append_printf(message, " (%s)", words);
        break;
    case AURPAY_TRANSFER_CONNECT_TIMED_OUT:
        append_timeout(wording, "connect_timeout", wording->options->connect_timeout_milliseconds);
        break;
    case AURPAY_TRANSFER_TIMED_OUT:
        append_timeout(wording, "timeout", wording->options->timeout_milliseconds);
        break;
    case AURPAY_TRANSFER_INTERRUPTED:
        smart_str_appends(message, "it was interrupted by a signal");
        break;
    default:
        smart_str_append_printf(message, "the transfer failed (%s)", words);
    }
}

/* Names the options that may be wrong: the one with the host, and ip_version. */
static void append_options_to_check(const struct wording *wording)
{
    const char *host = wording->response->at_proxy ? "proxy" : "base_uri";

    switch (wording->response->transfer) {
    case AURPAY_TRANSFER_NAME_NOT_RESOLVED:
    case AURPAY_TRANSFER_NOT_CONNECTED:
        if (wording->options->ip_version) {
            smart_str_append_printf(wording->message,
                                    "; check the options %s and ip_version (only IPv%d addresses are used)",
                                    host, (int)wording->options->ip_version);
            return;
        }
        break;
    case AURPAY_TRANSFER_CERTIFICATE_WRONG_HOST:
        break;
    case AURPAY_TRANSFER_NOT_TLS:
        smart_str_append_printf(wording->message, "; check the port in the option %s", host);
        return;
    default:
        return;
    }
    smart_str_append_printf(wording->message, "; check the option %s", host);
}

static bool is_without_connection(const struct aurpay_response *response)
{
    switch (response->transfer) {
    case AURPAY_TRANSFER_NAME_NOT_RESOLVED:
    case AURPAY_TRANSFER_NOT_CONNECTED:
        return true;
    case AURPAY_TRANSFER_CONNECT_TIMED_OUT:
    case AURPAY_TRANSFER_TIMED_OUT:
        return response->step == AURPAY_STEP_NAME || response->step == AURPAY_STEP_CONNECTION;
    default:
        return false;
    }
}

static void append_ignored_proxy(const struct wording *wording)
{
    const char *url = aurpay_buffer_string(&wording->call->core.request.url), *variable;

    if (wording->options->proxy || !is_without_connection(wording->response)) {
        return;
    }
    variable = php_aurpay_ignored_proxy_variable(url, ZSTR_VAL(wording->host));
    if (variable) {
        smart_str_append_printf(
            wording->message, "; the proxy in the environment variable %s is not used: set the option proxy",
            variable);
    }
}

void php_aurpay_fault_append(smart_str *message, const struct php_aurpay_failure *failure)
{
    struct wording wording = begin_wording(message, failure);

    if (!append_certificate_fault(&wording)) {
        append_other_fault(&wording);
    }
    append_options_to_check(&wording);
    append_ignored_proxy(&wording);
    end_wording(&wording);
}

static const char *reason_of(enum aurpay_transfer transfer)
{
    switch (transfer) {
    case AURPAY_TRANSFER_NAME_NOT_RESOLVED:
        return "Name";
    case AURPAY_TRANSFER_NOT_CONNECTED:
        return "Connection";
    case AURPAY_TRANSFER_PROXY_REFUSED:
        return "Proxy";
    case AURPAY_TRANSFER_CA_FILE_UNUSABLE:
        return "CaFile";
    case AURPAY_TRANSFER_CERTIFICATE_EXPIRED:
        return "CertificateExpired";
    case AURPAY_TRANSFER_CERTIFICATE_NOT_YET_VALID:
        return "CertificateNotYetValid";
    case AURPAY_TRANSFER_CERTIFICATE_WRONG_HOST:
        return "CertificateHost";
    case AURPAY_TRANSFER_CERTIFICATE_UNKNOWN_CA:
        return "CertificateAuthority";
    case AURPAY_TRANSFER_CERTIFICATE_REFUSED:
        return "Certificate";
    case AURPAY_TRANSFER_WRONG_PUBLIC_KEY:
        return "PublicKey";
    case AURPAY_TRANSFER_TLS_TOO_OLD:
        return "TlsVersion";
    case AURPAY_TRANSFER_NOT_TLS:
    case AURPAY_TRANSFER_TLS_FAILED:
        return "Tls";
    case AURPAY_TRANSFER_BROKEN:
        return "Lost";
    case AURPAY_TRANSFER_CONNECT_TIMED_OUT:
        return "ConnectTimeout";
    case AURPAY_TRANSFER_TIMED_OUT:
        return "Timeout";
    case AURPAY_TRANSFER_INTERRUPTED:
        return "Interrupted";
    case AURPAY_TRANSFER_COMPLETE:
    case AURPAY_TRANSFER_TOO_LARGE:
    case AURPAY_TRANSFER_FAILED:
        break;
    }
    return "Failed";
}

const char *php_aurpay_fault_reason(const struct aurpay_response *response)
{
    switch (response->transfer) {
    case AURPAY_TRANSFER_CA_FILE_UNUSABLE:
    case AURPAY_TRANSFER_CONNECT_TIMED_OUT:
    case AURPAY_TRANSFER_TIMED_OUT:
    case AURPAY_TRANSFER_INTERRUPTED:
        return reason_of(response->transfer);
    default:
        return response->at_proxy ? "Proxy" : reason_of(response->transfer);
    }
}
