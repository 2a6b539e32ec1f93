/* What an answer says, by the provider's form of answers: yes or no, in which words, and which part of it is
 * the data. */
#include "envelope.h"

#include "zend_smart_str.h"

static zval *member(struct php_aurpay_answer *answer, const char *name)
{
    if (Z_TYPE(answer->content) != IS_ARRAY) {
        return NULL;
    }
    return zend_hash_str_find(Z_ARRVAL(answer->content), name, strlen(name));
}

static void take_words(struct php_aurpay_answer *answer, zval *words)
{
    if (words && Z_TYPE_P(words) == IS_STRING && Z_STRLEN_P(words)) {
        answer->words = zend_string_copy(Z_STR_P(words));
    }
}

static void foreign(struct php_aurpay_answer *answer, enum aurpay_answer kind, const char *problem)
{
    answer->kind = kind;
    answer->problem = problem;
}

static bool is_null(const zval *value)
{
    return value && Z_TYPE_P(value) == IS_NULL;
}

/* Sets the data of a success. A list that is null becomes an empty list; null for an object stays null. */
static void take_data(const struct aurpay_endpoint *endpoint, struct php_aurpay_answer *answer, zval *data)
{
    const struct aurpay_page_form *page = endpoint->page;

    if (endpoint->data == AURPAY_DATA_LIST && is_null(data)) {
        ZVAL_EMPTY_ARRAY(&answer->data);
    } else if (data) {
        ZVAL_COPY(&answer->data, data);
    }
    if (page && is_null(zend_hash_str_find(Z_ARRVAL(answer->data), page->list, strlen(page->list)))) {
        SEPARATE_ARRAY(&answer->data);
        ZVAL_EMPTY_ARRAY(zend_hash_str_find(Z_ARRVAL(answer->data), page->list, strlen(page->list)));
    }
}

/* A success. Its data must be an array, unless the endpoint allows anything. */
static void succeed(const struct aurpay_endpoint *endpoint, struct php_aurpay_answer *answer, zval *data)
{
    bool is_fit = endpoint->data == AURPAY_DATA_ANY || (data && Z_TYPE_P(data) == IS_ARRAY) ||
                  (endpoint->data == AURPAY_DATA_LIST && is_null(data));

    if (!is_fit) {
        foreign(answer, AURPAY_ANSWER_FOREIGN, "an envelope whose data is neither an object nor a list");
        return;
    }
    answer->kind = AURPAY_ANSWER_SUCCESS;
    take_data(endpoint, answer, data);
}

/* The first member that is there and not null; else one that is null, or NULL. */
static zval *first_member(struct php_aurpay_answer *answer, const char *const *names)
{
    zval *found = NULL;

    for (; *names && (!found || is_null(found)); names++) {
        zval *value = member(answer, *names);

        found = value ? value : found;
    }
    return found;
}

/* A list that comes in pages stands beside its meta, which tells the page: both go into what is answered. */
static void succeed_with_page(const struct aurpay_endpoint *endpoint, struct php_aurpay_answer *answer,
                              zval *list, zval *meta)
{
    const struct aurpay_page_form *form = endpoint->page;
    zval page, no_meta;

    if (!meta || Z_TYPE_P(meta) != IS_ARRAY) {
        ZVAL_EMPTY_ARRAY(&no_meta);
        meta = &no_meta;
    }
    array_init(&page);
    Z_TRY_ADDREF_P(list);
    add_assoc_zval(&page, form->list, list);
    Z_TRY_ADDREF_P(meta);
    add_assoc_zval(&page, form->meta, meta);
    succeed(endpoint, answer, &page);
    zval_ptr_dtor(&page);
}

static void open_data(const struct aurpay_envelope *form, const struct aurpay_endpoint *endpoint,
                      struct php_aurpay_answer *answer)
{
    zval *data = first_member(answer, form->data);
    bool is_beside_meta = form->meta && endpoint->page && endpoint->page->meta;

    if (is_beside_meta && data && (Z_TYPE_P(data) == IS_ARRAY || is_null(data))) {
        succeed_with_page(endpoint, answer, data, first_member(answer, form->meta));
    } else {
        succeed(endpoint, answer, data);
    }
}

static bool is_bool(const zval *value)
{
    return value && (Z_TYPE_P(value) == IS_TRUE || Z_TYPE_P(value) == IS_FALSE);
}

/* An envelope that has a code is known by it, any other by the member that says yes or no. */
static void open_envelope(const struct aurpay_envelope *form, const struct aurpay_endpoint *endpoint,
                          struct php_aurpay_answer *answer)
{
    zval *code = form->code ? member(answer, form->code) : NULL;
    zval *success = member(answer, form->success);

    take_words(answer, member(answer, form->words));
    if (form->code ? !code || Z_TYPE_P(code) != IS_LONG : !is_bool(success)) {
        foreign(answer, AURPAY_ANSWER_JSON, "JSON without the API's envelope");
        return;
    }
    answer->code = code ? Z_LVAL_P(code) : 0;
    if (answer->code != 0 || (success && Z_TYPE_P(success) == IS_FALSE)) {
        answer->kind = AURPAY_ANSWER_REFUSAL;
    } else if (success && Z_TYPE_P(success) == IS_TRUE) {
        open_data(form, endpoint, answer);
    } else {
        foreign(answer, AURPAY_ANSWER_FOREIGN, "an envelope that says neither yes nor no");
    }
}

/* The words of a refusal without an envelope. NULL when it says nothing. */
static zend_string *refusal_words(const struct aurpay_envelope *form, struct php_aurpay_answer *answer)
{
    zval *details = form->words_by_field ? member(answer, form->words_by_field) : NULL;
    zval *message = member(answer, form->words);
    zend_string *field;
    smart_str words = {0};
    zval *texts, *text;

    if (message && Z_TYPE_P(message) == IS_STRING) {
        return zend_string_copy(Z_STR_P(message));
    }
    if (details && Z_TYPE_P(details) == IS_STRING) {
        return zend_string_copy(Z_STR_P(details));
    }
    if (!details || Z_TYPE_P(details) != IS_ARRAY) {
        return NULL;
    }
    ZEND_HASH_FOREACH_STR_KEY_VAL(Z_ARRVAL_P(details), field, texts) {
        text = Z_TYPE_P(texts) == IS_ARRAY ? zend_hash_index_find(Z_ARRVAL_P(texts), 0) : texts;
        if (field && text && Z_TYPE_P(text) == IS_STRING) {
            smart_str_append_printf(&words, "%s%s: %s", words.s ? "; " : "", ZSTR_VAL(field),
                                    Z_STRVAL_P(text));
        }
    }
    ZEND_HASH_FOREACH_END();
    if (!words.s) {
        return NULL;
    }
    smart_str_0(&words);
    return smart_str_extract(&words);
}

/* The HTTP status is the answer. A success with a code other than 0 is a refusal all the same. */
static void open_http_status(const struct aurpay_envelope *form, const struct aurpay_endpoint *endpoint,
                             long http_status, struct php_aurpay_answer *answer)
{
    const struct aurpay_documented_status *status = aurpay_endpoint_status_of(endpoint, http_status);
    zval *code = form->code ? member(answer, form->code) : NULL;
    bool is_refused;

    if (!status) {
        foreign(answer, AURPAY_ANSWER_JSON, "an undocumented HTTP status");
        answer->words = refusal_words(form, answer);
        answer->fallback_words = answer->problem;
        answer->code = http_status;
        return;
    }
    is_refused = status->meaning != AURPAY_STATUS_SUCCESS;
    answer->code = is_refused ? http_status : 0;
    if (code && Z_TYPE_P(code) == IS_LONG && Z_LVAL_P(code) != 0) {
        answer->code = Z_LVAL_P(code);
        is_refused = true;
    }
    if (is_refused) {
        answer->kind = AURPAY_ANSWER_REFUSAL;
        answer->words = refusal_words(form, answer);
        answer->fallback_words = status->words;
        return;
    }
    answer->kind = AURPAY_ANSWER_SUCCESS;
    if (Z_ISUNDEF(answer->content)) {
        ZVAL_EMPTY_ARRAY(&answer->data);
    } else {
        ZVAL_COPY(&answer->data, &answer->content);
    }
}

/* ---- the record ---- */

/* Whether a member names the record. An int is compared as its decimal text. */
static bool is_name_of(const zval *member, const struct aurpay_buffer *record)
{
    char digits[MAX_LENGTH_OF_LONG + 1];
    bool is_same;

    if (Z_TYPE_P(member) == IS_LONG) {
        is_same =
            (size_t)snprintf(digits, sizeof(digits), ZEND_LONG_FMT, Z_LVAL_P(member)) == record->length &&
            memcmp(digits, record->data, record->length) == 0;
        ZEND_SECURE_ZERO(digits, sizeof(digits));
        return is_same;
    }
    return Z_TYPE_P(member) == IS_STRING &&
           zend_string_equals_cstr(Z_STR_P(member), record->data, record->length);
}

static zend_string *quote(const char *text, size_t length, const struct php_aurpay_secrets *secrets)
{
    zend_string *clean = php_aurpay_redact_text(text, length, secrets);
    zend_string *quoted = zend_strpprintf(0, "\"%s\"", ZSTR_VAL(clean));

    zend_string_release(clean);
    return quoted;
}

/* Its value for a message, quoted. */
static zend_string *show_name(const zval *member, const struct php_aurpay_secrets *secrets)
{
    char digits[MAX_LENGTH_OF_LONG + 1];
    zend_string *quoted;

    if (Z_TYPE_P(member) == IS_LONG) {
        quoted =
            quote(digits, (size_t)snprintf(digits, sizeof(digits), ZEND_LONG_FMT, Z_LVAL_P(member)), secrets);
        ZEND_SECURE_ZERO(digits, sizeof(digits));
        return quoted;
    }
    if (Z_TYPE_P(member) != IS_STRING) {
        return zend_string_init(ZEND_STRL("no text"), 0);
    }
    return quote(Z_STRVAL_P(member), Z_STRLEN_P(member), secrets);
}

/* An answer about another record is not this call's answer, whatever it says: the server, or something
 * between, has mixed up answers. An answer that names no record is accepted; null counts as no name. */
static void check_record(const struct php_aurpay_call *call, struct php_aurpay_answer *answer)
{
    const struct aurpay_record_form *form = call->core.endpoint->record;
    const char *const *name, *other_name = NULL;
    zval *found = NULL;
    zend_string *shown, *asked_for;

    if (!form || !call->record.length || Z_TYPE(answer->data) != IS_ARRAY) {
        return;
    }
    for (name = form->members; *name; name++) {
        zval *value = zend_hash_str_find(Z_ARRVAL(answer->data), *name, strlen(*name));

        if (!value || Z_TYPE_P(value) == IS_NULL) {
            continue;
        }
        if (is_name_of(value, &call->record)) {
            return;
        }
        if (!found) {
            found = value;
            other_name = *name;
        }
    }
    if (!found) {
        return;
    }
    shown = show_name(found, &call->secrets);
    asked_for = quote(call->record.data, call->record.length, &call->secrets);
    answer->other_record =
        zend_strpprintf(0, "its %s is %s, not %s", other_name, ZSTR_VAL(shown), ZSTR_VAL(asked_for));
    zend_string_release(shown);
    zend_string_release(asked_for);
    foreign(answer, AURPAY_ANSWER_FOREIGN, "the answer for another record");
}

void php_aurpay_envelope_open(const struct aurpay_provider *provider, const struct php_aurpay_call *call,
                              struct php_aurpay_answer *answer)
{
    if (provider->envelope.success) {
        open_envelope(&provider->envelope, call->core.endpoint, answer);
    } else {
        open_http_status(&provider->envelope, call->core.endpoint, call->core.response.http_status, answer);
    }
    if (answer->kind == AURPAY_ANSWER_SUCCESS) {
        check_record(call, answer);
    }
}
