/* What the files of the Zend binding share: classes, their objects, and the one path of a call. */
#ifndef PHP_AURPAY_BINDING_H
#define PHP_AURPAY_BINDING_H

#include "../../php_aurpay.h"
#include "../core/call.h"
#include "../core/credentials.h"
#include "../core/endpoint.h"
#include "../core/outcome.h"
#include "../core/request.h"
#include "../core/response.h"
#include "compat.h"
#include "object.h"

#include "zend_smart_str.h"

/* ---- classes, registered once at start-up ---- */

extern zend_class_entry *php_aurpay_ce_credentials;
extern zend_class_entry *php_aurpay_ce_client;
extern zend_class_entry *php_aurpay_ce_order;
extern zend_class_entry *php_aurpay_ce_transaction;
extern zend_class_entry *php_aurpay_ce_wallet;
extern zend_class_entry *php_aurpay_ce_lightning;
extern zend_class_entry *php_aurpay_ce_algorithm;
extern zend_class_entry *php_aurpay_ce_callback_reason;
extern zend_class_entry *php_aurpay_ce_payment_reason;
extern zend_class_entry *php_aurpay_ce_transport_reason;

void php_aurpay_register_exceptions(void);
void php_aurpay_register_constants(void);
void php_aurpay_register_credentials(void);
void php_aurpay_register_client(void);
void php_aurpay_register_order(void);
void php_aurpay_register_transaction(void);
void php_aurpay_register_wallet(void);
void php_aurpay_register_lightning(void);
void php_aurpay_register_pages(void);
void php_aurpay_register_azpays(void);
void php_aurpay_register_enayapay(void);
void php_aurpay_register_callback(void);

/* ---- objects ---- */

struct php_aurpay_credentials {
    struct aurpay_credentials credentials;
    struct php_aurpay_object object;
};

/** What a Client was made with. Strings are NULL when not given; free with php_aurpay_options_free. */
struct php_aurpay_options {
    /** Without a slash at the end; NULL for the provider's. */
    zend_string *base_uri;
    zend_string *ca_file;
    zend_string *pinned_public_key;
    zend_string *proxy;
    zend_string *user_agent;
    zend_long timeout_milliseconds;
    zend_long connect_timeout_milliseconds;
    /** 4, 6, or 0 for both. */
    zend_long ip_version;
    zend_long retries;
    zend_long max_response_bytes;
    /** Reads at the same time, where one method makes many. */
    zend_long concurrency;
    /** An object, or undefined. */
    zval logger;
    /** Its public method log, which the object's class keeps; NULL without a logger. */
    zend_function *logger_method;
    /** A Closure of the callable that was given, resolved in the scope that gave it; or undefined. */
    zval handler;
};

/** What Client::lastResponse() tells. */
struct php_aurpay_last_response {
    /** False before the first call. */
    bool is_set;
    char method[8];
    /** Target without its query. */
    zend_string *path;
    zend_string *trace_id;
    long http_status;
    const char *http_version;
    bool reused_connection;
    int retries;
    struct aurpay_timings timings;
};

struct php_aurpay_client {
    const struct aurpay_provider *provider;
    /** A copy of its own, wiped with the object. */
    struct aurpay_credentials credentials;
    struct php_aurpay_options options;
    struct php_aurpay_last_response last_response;
    struct php_aurpay_object object;
};

/** What is in an object of the class. NULL, and an \Error, when its constructor did not complete. */
struct php_aurpay_credentials *php_aurpay_credentials_fetch(zend_object *object);

/** The same for a client of any provider. Any object that is no client is refused as well. */
struct php_aurpay_client *php_aurpay_client_fetch(zend_object *object);

/** Makes a client of a provider; for create_object of its class. */
zend_object *php_aurpay_client_create(zend_class_entry *ce, const struct aurpay_provider *provider);

/** The constructor of a client whose credentials are one string: token and options. */
void php_aurpay_client_construct(INTERNAL_FUNCTION_PARAMETERS, enum aurpay_credentials_kind kind);

/** The method request() of every client. */
void php_aurpay_client_request(INTERNAL_FUNCTION_PARAMETERS);

/** The method lastResponse() of every client. */
void php_aurpay_client_last_response(INTERNAL_FUNCTION_PARAMETERS);

/** Each throws \ValueError and answers false when the argument is not fit for its use: for a password or an
 *  id, empty or blank; for a key, token or secret, also with white space at an end; for one that a header
 *  carries, also with bytes that a header cannot carry. */
bool php_aurpay_check_not_blank(zend_string *value, uint32_t argument);
bool php_aurpay_check_secret(zend_string *value, uint32_t argument);
bool php_aurpay_check_header_secret(zend_string *value, uint32_t argument);

/* ---- memory that outlives a bail-out ---- */

/** The first member of a malloc-owned struct that is to be freed after the request when a bail-out jumped
 *  over the code that would have done it. */
struct php_aurpay_anchored {
    /** Neighbours in the module's globals. Fibers may release them in any order. */
    struct php_aurpay_anchored *previous;
    struct php_aurpay_anchored *next;
    /** Frees the struct this is the first member of. */
    void (*free_it)(struct php_aurpay_anchored *anchored);
};

void php_aurpay_anchor(struct php_aurpay_anchored *anchored, void (*free_it)(struct php_aurpay_anchored *));

/** Takes it out of the globals and frees it. */
void php_aurpay_release(struct php_aurpay_anchored *anchored);

/** Frees what bail-outs left behind; for after the request. */
void php_aurpay_release_all(void);

/** An anchored buffer for what is needed only for a moment. Throws and answers NULL when there is no
 *  memory. */
struct aurpay_buffer *php_aurpay_scratch_create(size_t limit);
void php_aurpay_scratch_free(struct aurpay_buffer *buffer);

/* ---- options ---- */

/** Reads the options of a client. Throws \ValueError or \TypeError and answers false; there is then nothing
 *  to free. Code of the shop can run meanwhile (an autoloader, a handler of warnings).
 *  @param given NULL for none
 *  @param argument which argument of the running method they are, for the message
 *  @param options to be freed with php_aurpay_options_free */
bool php_aurpay_options_read(HashTable *given, uint32_t argument, struct php_aurpay_options *options);

/** Takes options of zeroes as well. */
void php_aurpay_options_free(struct php_aurpay_options *options);

/* ---- what must not be shown ---- */

/** Secrets that one call's parameters may hold. */
#define PHP_AURPAY_MAX_SECRETS 8

/** What is masked in everything that is shown of a call. */
struct php_aurpay_secrets {
    /** Names the fields of answers that carry a token. */
    const struct aurpay_provider *provider;
    /** The client's. */
    const struct aurpay_credentials *credentials;
    /** Passwords, card numbers, one-time passwords, …: of the caller's arguments. Held by reference count,
     *  for the caller's variables can be written to while the call goes on. */
    zend_string *values[PHP_AURPAY_MAX_SECRETS];
    size_t count;
};

/** The client's credentials, and nothing else yet. */
struct php_aurpay_secrets php_aurpay_secrets_of(const struct php_aurpay_client *client);

/** Holds the value until php_aurpay_secrets_release. */
void php_aurpay_secrets_add(struct php_aurpay_secrets *secrets, zend_string *value);
void php_aurpay_secrets_release(struct php_aurpay_secrets *secrets);

/* ---- a call ---- */

/** What a method passes to the call path. */
struct php_aurpay_arguments {
    const struct aurpay_endpoint *endpoint;
    /** Replaces `{id}`; NULL when the path has none. Checked by the call. */
    zend_string *id;
    /** NULL for none. */
    HashTable *params;
    /** Of one of the merchant's users; NULL where there are none. */
    zend_string *user_token;
    /** Which arguments of the running method these are, for messages. */
    uint32_t id_argument;
    uint32_t params_argument;
};

/** Everything a call owns. */
struct php_aurpay_call {
    struct php_aurpay_anchored anchored;
    /** The call as the core makes it. */
    struct aurpay_call core;
    struct php_aurpay_secrets secrets;
    /** What names the record that is asked for, by the endpoint's row; empty where nothing does. A copy: user
     *  code that runs meanwhile may write to the caller's variable. */
    struct aurpay_buffer record;
    /** Of one of many: what its result is filed under. Borrowed from the arguments. */
    zend_string *id;
    /** Of many, it is not the last one that was asked for. */
    bool is_before_last;
};

/** Makes a call: checks and encodes the parameters by the endpoint's row, signs, sends, decodes, and answers
 *  the envelope's data in @p return_value or throws. */
void php_aurpay_call(struct php_aurpay_client *client, const struct php_aurpay_arguments *arguments,
                     zval *return_value);

/** Makes a call for each of @p ids (valid ids, as strings), at the same time and under one deadline, and
 *  answers an array of what each answered, or of the exception that says why not, by id. Each answer is
 *  decoded, and its memory freed, as it ends. Throws only what is not one call's: an exception of the handler
 *  or a signal handler. */
void php_aurpay_call_many(struct php_aurpay_client *client, const struct aurpay_endpoint *endpoint,
                          HashTable *ids, zval *return_value);

/** Makes attempts until the call has its answer, or a fault that is no reason to try again.
 *  @return false when the exception that was thrown is all there is to say */
bool php_aurpay_perform(struct php_aurpay_client *client, struct php_aurpay_call *call);

/** As php_aurpay_perform, for many. */
bool php_aurpay_perform_many(struct php_aurpay_client *client, const struct aurpay_calls *calls);

/** Makes a call that needs no credentials, by a client of its own.
 *  @param ce the client's class
 *  @param options_argument which argument of the running method the options are */
void php_aurpay_client_call_anonymously(zend_class_entry *ce, HashTable *options, uint32_t options_argument,
                                        const struct php_aurpay_arguments *arguments, zval *return_value);

/** Checks a call's arguments as the call would, and sends nothing. Throws and answers false when one is
 *  refused. */
bool php_aurpay_check_arguments(struct php_aurpay_client *client,
                                const struct php_aurpay_arguments *arguments);

/* ---- classes that hold nothing but a client, and the shapes of their methods ---- */

/** Makes the class's objects hold a client. */
void php_aurpay_resource_register(zend_class_entry *ce);

/** The body of a client's method that answers an object of such a class for it. */
void php_aurpay_resource_create(INTERNAL_FUNCTION_PARAMETERS, zend_class_entry *ce);

/** The body of every such class's constructor. */
void php_aurpay_resource_construct(INTERNAL_FUNCTION_PARAMETERS);

/** The client of $this. When $this is not constructed, $this itself, which php_aurpay_client_fetch then
 *  refuses. */
zend_object *php_aurpay_resource_client(zval *self);

/** Bodies of methods, by what they take: nothing; one array; an array that may be left out; an id; an
 *  iterable of ids, which are read at the same time. Each parses the arguments and makes the call. */
void php_aurpay_method_without_arguments(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                                         const struct aurpay_endpoint *endpoint);
void php_aurpay_method_with_params(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                                   const struct aurpay_endpoint *endpoint);
void php_aurpay_method_with_filter(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                                   const struct aurpay_endpoint *endpoint);
void php_aurpay_method_with_id(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                               const struct aurpay_endpoint *endpoint);
void php_aurpay_method_with_ids(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                                const struct aurpay_endpoint *endpoint);

/** A method that takes a filter that may be left out, and answers all of a list's pages (Pages). */
void php_aurpay_method_each(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                            const struct aurpay_endpoint *endpoint);

/** Puts the parameters into the request's query or body, and those that are secret among the call's secrets.
 *  Throws and answers false when one is missing, unknown or malformed. */
bool php_aurpay_encode(struct php_aurpay_call *call, const struct php_aurpay_arguments *arguments);

/** Makes texts of the dates among the parameters: an object can be another date when the call is made again.
 *  Throws and answers false when one is refused.
 *  @param params php_aurpay_snapshot's */
bool php_aurpay_fix_dates(const struct php_aurpay_arguments *arguments, zval *params);

/** A decoded answer; free with php_aurpay_answer_free. */
struct php_aurpay_answer {
    enum aurpay_answer kind;
    /** The whole answer as arrays, or undefined when it is not JSON. */
    zval content;
    /** Of a success: what the method answers; undefined when there is none. */
    zval data;
    /** The API's own code, 0 when there is none. */
    zend_long code;
    /** The API's own words, not yet cleaned; NULL when there are none. */
    zend_string *words;
    /** Ours, for a refusal without words of its own; static text, not to be masked. NULL for none. */
    const char *fallback_words;
    /** What is wrong with an answer that is not the API's; static text, NULL when nothing is. */
    const char *problem;
    /** Of a success for another record than the call's: which of the two, cleaned for a message; else
     *  NULL. */
    zend_string *other_record;
};

void php_aurpay_answer_free(struct php_aurpay_answer *answer);

/** The length of the UTF-8 byte order mark that a text begins with; 0 when there is none. */
size_t php_aurpay_byte_order_mark(const char *text, size_t length);

/** Decodes a JSON text to arrays with exact decimals. A byte order mark before it is ignored (RFC 8259, 8.1).
 *  False when it is not JSON, or is nested too deeply; *@p problem then says so.
 *  @param json ends in a NUL that @p length does not count */
bool php_aurpay_decode_json(const char *json, size_t length, const char *const *money_fields, zval *value,
                            const char **problem);

/** Decodes the response's body and opens the envelope. */
void php_aurpay_decode_answer(const struct aurpay_provider *provider, struct php_aurpay_call *call,
                              struct php_aurpay_answer *answer);

/** Reads the provider's form of an answer: sets kind, data, code, words and problem from the content. A
 *  success for another record than the call's is none. */
void php_aurpay_open_envelope(const struct aurpay_provider *provider, const struct php_aurpay_call *call,
                              struct php_aurpay_answer *answer);

/** The endpoint's row of that status, or NULL. */
const struct aurpay_documented_status *php_aurpay_documented_status(const struct aurpay_endpoint *endpoint,
                                                                    long http_status);

/** The trace id of a response (header or envelope) as a new string, or NULL. */
zend_string *php_aurpay_trace_id(const struct php_aurpay_call *call, const struct php_aurpay_answer *answer);

/** Asks the client's handler in place of the network. False when it threw, or answered something else than an
 *  array of status, headers and body, or of fault and sent (then a \TypeError or \ValueError is thrown). */
bool php_aurpay_handler_perform(zval *handler, const struct aurpay_request *request,
                                struct aurpay_response *response);

/* ---- errors ---- */

/** What is known when a call fails. */
struct php_aurpay_failure {
    const struct php_aurpay_call *call;
    const struct php_aurpay_options *options;
    const struct php_aurpay_answer *answer;
    zend_string *trace_id;
    enum aurpay_outcome outcome;
};

/** Writes one line about a call to the client's logger. What the logger throws goes to the SAPI's log and is
 *  counted; only the end of the script or of the Fiber is left in EG(exception). */
void php_aurpay_logger_write(struct php_aurpay_client *client, const struct php_aurpay_failure *failure);

/** Whether what is on its way is no exception but the end of the script (exit) or of a Fiber that is
 *  destroyed. */
bool php_aurpay_is_exiting(void);

/** What went wrong on the wire or with the answer. Appends nothing when the API said yes or no. */
void php_aurpay_append_problem(smart_str *message, const struct php_aurpay_failure *failure);

/** The one place that turns a failed call into an exception. */
void php_aurpay_throw_failure(const struct php_aurpay_failure *failure);

/** What went wrong on the wire, with whom, and what to set: "10.0.0.1:443 refused the connection". */
void php_aurpay_append_fault(smart_str *message, const struct php_aurpay_failure *failure);

/** The case of TransportReason for it. */
const char *php_aurpay_transport_reason(const struct aurpay_response *response);

/** Throws CallbackException. @p name is the case of CallbackReason; @p body is the decoded body of a callback
 *  whose token and signature are right, else NULL. */
void php_aurpay_throw_callback(const char *name, const char *message, zval *body);

/** Throws ResponseException for an answer that has the API's envelope but not the content it should have. */
void php_aurpay_throw_response(const char *message);

/** Throws PaymentException with the order's detail. @p name is the case of PaymentReason. */
void php_aurpay_throw_payment(const struct php_aurpay_secrets *secrets, const char *name, zval *detail,
                              const char *format, ...) AURPAY_PRINTF(4, 5);

/** Throws what a core function's code means where it cannot happen in normal use (no memory, no digest). */
void php_aurpay_throw_code(enum aurpay_code code);

/* ---- what may be shown ---- */

/** A copy of text from outside for a message or a log: control characters become blanks, it is cut at a sane
 *  length, and the secrets are masked should it echo them. */
zend_string *php_aurpay_clean_text(const char *text, size_t length, const struct php_aurpay_secrets *secrets);

/** Makes @p masked a deep copy of what a server said, in which the secrets and the provider's secret fields
 *  are masked. */
void php_aurpay_mask_value(zval *masked, zval *value, const struct php_aurpay_secrets *secrets);

/** The call's target without its query, as a new string. Secrets are masked in it: a key can be given for
 *  an id. */
zend_string *php_aurpay_path_of(const struct php_aurpay_call *call);

#endif
