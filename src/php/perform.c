/* The core makes the calls (src/core/call.h). Here is what it asks of PHP meanwhile: interrupts, settings,
 * and the option `handler`. */
#include "perform.h"

#include "ca_setting.h"
#include "exceptions.h"
#include "handler.h"

/* Signal handlers run at once, and the call continues unless one of them throws or exits. The call must not
 * end on every interrupt: profilers interrupt every few milliseconds, and while an exception is pending the
 * engine does not run handlers, so the signal would be lost. */
static bool is_interrupted(void *context)
{
    (void)context;
    php_aurpay_run_interrupts();
    return EG(exception) != NULL;
}

static const char *text_or_null(const zend_string *string)
{
    return string ? ZSTR_VAL(string) : NULL;
}

static void read_settings(void *context, struct aurpay_attempt_settings *settings)
{
    const struct php_aurpay_client *client = context;
    const struct php_aurpay_options *options = &client->options;

    settings->ca_file = php_aurpay_ca_setting_of(options).file;
    settings->pinned_public_key = text_or_null(options->pinned_public_key);
    settings->proxy = text_or_null(options->proxy);
    settings->user_agent = options->user_agent ? ZSTR_VAL(options->user_agent) : "aurpay-php/" AURPAY_VERSION;
    settings->connect_timeout_milliseconds = (long)options->connect_timeout_milliseconds;
    settings->ip_version = (int)options->ip_version;
}

static bool ask_handler(void *context, const struct aurpay_request *request, struct aurpay_response *response)
{
    struct php_aurpay_client *client = context;

    return php_aurpay_handler_perform(&client->options.handler, request, response);
}

static struct aurpay_caller caller_of(struct php_aurpay_client *client)
{
    const struct aurpay_caller caller = {
        .context = client,
        .is_interrupted = is_interrupted,
        .read_settings = read_settings,
        .stand_in = Z_ISUNDEF(client->options.handler) ? NULL : ask_handler,
        .provider = client->provider,
        .credentials = &client->credentials,
        .pool = &AURPAY_G(pool),
        .limits = {.idle_connections = (long)AURPAY_G(max_idle_connections),
                   .idle_seconds = (long)AURPAY_G(max_idle_seconds),
                   .lifetime_seconds = (long)AURPAY_G(max_connection_seconds)},
        .retries = (int)client->options.retries,
        .concurrency = (size_t)client->options.concurrency,
    };

    return caller;
}

bool php_aurpay_perform(struct php_aurpay_client *client, struct php_aurpay_call *call)
{
    const struct aurpay_caller caller = caller_of(client);
    enum aurpay_code code;
    enum aurpay_call_end end;

    /* The destructor of an argument may have thrown after it was read: that of a Stringable, or of a date
     * whose last reference the call held. */
    if (EG(exception)) {
        return false;
    }
    end = aurpay_call_perform(&caller, &call->core, &code);
    php_aurpay_throw_code(code);
    return end == AURPAY_CALL_DONE || end == AURPAY_CALL_IN_DOUBT;
}

bool php_aurpay_perform_many(struct php_aurpay_client *client, const struct aurpay_calls *calls)
{
    const struct aurpay_caller caller = caller_of(client);
    enum aurpay_code code;
    enum aurpay_call_end end = aurpay_call_perform_many(&caller, calls, &code);

    php_aurpay_throw_code(code);
    return end == AURPAY_CALL_DONE;
}
