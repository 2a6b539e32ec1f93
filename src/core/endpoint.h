/* How a provider describes itself: const tables of endpoints, read by one call path. A new endpoint is a
 * row. */
#ifndef AURPAY_CORE_ENDPOINT_H
#define AURPAY_CORE_ENDPOINT_H

#include "common.h"
#include "credentials.h"

enum aurpay_parameter_type {
    /** Non-empty text. An int is taken too, and written as text. */
    AURPAY_PARAMETER_STRING,
    /** Non-empty text. No int: a phone number that became an int has lost its plus sign and its leading
     *  zero. */
    AURPAY_PARAMETER_TEXT,
    /** Non-empty text whose value must never be shown (a password, a card number). No int: it may begin with
     *  0. */
    AURPAY_PARAMETER_SECRET,
    /** An amount greater than zero: int, decimal string, or a float that is exactly a short decimal. Written
     *  as an unquoted JSON number, digit for digit. */
    AURPAY_PARAMETER_MONEY,
    AURPAY_PARAMETER_BOOLEAN,
    /** An int between minimum and maximum. */
    AURPAY_PARAMETER_INTEGER,
    /** An absolute http or https URL that a browser is sent to. */
    AURPAY_PARAMETER_URL,
    /** An https URL (http on loopback) that the platform calls with the merchant's key. */
    AURPAY_PARAMETER_CALLBACK_URL,
    /** "YYYY-MM-DDThh:mm:ss" in UTC, or a DateTimeInterface. */
    AURPAY_PARAMETER_DATE
};

struct aurpay_parameter {
    /** The API's own field name; NULL ends a list. */
    const char *name;
    enum aurpay_parameter_type type;
    bool required;
    /** Bounds of AURPAY_PARAMETER_INTEGER, both included. */
    long minimum;
    long maximum;
};

/** The rows of a list of parameters: name and type, as in AURPAY_REQUIRED("price", MONEY). */
#define AURPAY_REQUIRED(field, kind)                                       \
    {                                                                      \
        .name = (field), .type = AURPAY_PARAMETER_##kind, .required = true \
    }
#define AURPAY_OPTIONAL(field, kind)                     \
    {                                                    \
        .name = (field), .type = AURPAY_PARAMETER_##kind \
    }
/** An optional int and its bounds, both included. */
#define AURPAY_INTEGER(field, from, to)                                                       \
    {                                                                                         \
        .name = (field), .type = AURPAY_PARAMETER_INTEGER, .minimum = (from), .maximum = (to) \
    }
#define AURPAY_END_OF_PARAMETERS \
    {                            \
        .name = NULL             \
    }

/** Rows that several lists have, to be defined once: #define PAGING AURPAY_ROWS(AURPAY_INTEGER(…), …). */
#define AURPAY_ROWS(...) __VA_ARGS__

/** Where the parameters go. */
enum aurpay_encoding {
    /** Into the query. */
    AURPAY_ENCODING_QUERY,
    /** Into a JSON body. Without parameters there is no body. */
    AURPAY_ENCODING_JSON,
    /** Into a form body (application/x-www-form-urlencoded). */
    AURPAY_ENCODING_FORM
};

/** What an HTTP status means, where the status is the answer. */
enum aurpay_status_meaning {
    AURPAY_STATUS_SUCCESS,
    AURPAY_STATUS_REFUSED,
    /** Refused because of the key, the token or the password. */
    AURPAY_STATUS_UNAUTHENTICATED
};

struct aurpay_documented_status {
    /** 0 ends a list. */
    long http_status;
    enum aurpay_status_meaning meaning;
    /** The documents' description, for answers without a message of their own. */
    const char *words;
};

/** The rows of a list of statuses, as in AURPAY_STATUS(404, REFUSED, "user not registered"). */
#define AURPAY_STATUS(status, says, description)                                         \
    {                                                                                    \
        .http_status = (status), .meaning = AURPAY_STATUS_##says, .words = (description) \
    }
#define AURPAY_END_OF_STATUSES \
    {                          \
        .http_status = 0       \
    }

/** What the data of a success is. */
enum aurpay_data {
    /** An object. A list is accepted, too. */
    AURPAY_DATA_OBJECT,
    /** A list. An object is accepted, too. null is an empty list: services written in Go send it. */
    AURPAY_DATA_LIST,
    /** Anything, or nothing. */
    AURPAY_DATA_ANY
};

/** The form of a list that comes in pages: the names of its members in what a method answers. */
struct aurpay_page_form {
    /** The parameter that asks for a page, AURPAY_INTEGER from 1 on. */
    const char *parameter;
    /** The list; null is an empty one. */
    const char *list;
    /** The member that contains `number` and `last`; NULL when they are beside the list. If the envelope has
     *  the meta beside the data, the result has list and meta under these names. */
    const char *meta;
    /** Which page it is, counted from 1. */
    const char *number;
    /** The number of the last page. */
    const char *last;
};

/** How an answer names its record. It must be the record that was asked for. An answer may leave the name
 *  out. */
struct aurpay_record_form {
    /** Members of the data, NULL-terminated. It suffices if one of them names the record. */
    const char *const *members;
    /** The parameter that named the record; NULL when the id in the path did. */
    const char *parameter;
};

/** How to find out whether a call was executed when its answer is lost. */
enum aurpay_recovery_kind {
    /** `endpoint` tells whether `what`. */
    AURPAY_RECOVERY_ASK,
    /** Repeating `what` is harmless. */
    AURPAY_RECOVERY_REPEAT,
    /** `endpoint` sends `what`, which replaces the lost answer. */
    AURPAY_RECOVERY_RENEW,
    /** No call tells whether `what`: `endpoint`, a list of them, holds nothing of the caller's own. Making
     *  another is safe. */
    AURPAY_RECOVERY_MAKE_ANOTHER
};

struct aurpay_endpoint;

/** The facts for a sentence in a message. The binding writes the sentence: it knows the names of the
 *  methods. */
struct aurpay_recovery {
    enum aurpay_recovery_kind kind;
    /** NULL for AURPAY_RECOVERY_REPEAT. */
    const struct aurpay_endpoint *endpoint;
    /** Part of the sentence: "the order was refunded", "the login", "a new code". */
    const char *what;
    /** The end of the sentence: why it is so, and what to mind; or NULL. */
    const char *why;
};

struct aurpay_endpoint {
    /** Upper case. GET is a read and may be retried; anything else is put on the wire once. */
    const char *method;
    /** The path below the base URI; `{id}` is replaced by the call's id. */
    const char *path;
    enum aurpay_encoding encoding;
    /** Documented parameters, or NULL when there are none. Others are refused: a misspelt one would be sent
     *  without effect. */
    const struct aurpay_parameter *parameters;
    /** Undocumented parameters are sent as they are: for request(). */
    bool accepts_any_parameters;
    /** The envelope's 404 means wrong credentials (login). */
    bool not_found_is_authentication;
    /** The statuses that are answers of this endpoint, or NULL where the envelope alone is the answer. */
    const struct aurpay_documented_status *statuses;
    enum aurpay_data data;
    /** The form of a list that comes in pages; NULL for anything else. */
    const struct aurpay_page_form *page;
    /** NULL where answers name no record. */
    const struct aurpay_record_form *record;
    /** NULL for reads, and where no call tells and a repeated call may execute it twice. */
    const struct aurpay_recovery *recovery;
};

/** One header that carries a credential. */
struct aurpay_authorization {
    const char *header;
    /** What stands before the token, "" for nothing. */
    const char *prefix;
};

/** The form of a provider's answers: the names of their members. */
struct aurpay_envelope {
    /** true for a success, false for a refusal. NULL where there is no envelope: the HTTP status is the
     *  answer and the body its data, and an empty body with a documented status is an answer too. */
    const char *success;
    /** The API's own code: an int, 0 for a success; NULL where there is none. An envelope with a code always
     *  has it. */
    const char *code;
    /** The API's own words. */
    const char *words;
    /** Without an envelope, the member that replaces a missing `words`: a text, or texts by field. */
    const char *words_by_field;
    /** The members with the data, NULL-terminated. The first that is present and not null is used. NULL
     *  without an envelope. */
    const char *const *data;
    /** As `data`, for the meta of a paged list that is beside the data; else NULL. */
    const char *const *meta;
    /** The trace id; NULL where there is none. */
    const char *trace_id;
};

struct aurpay_provider {
    /** Without a slash at the end. */
    const char *base_uri;
    /** NULL-terminated names of the fields that are money wherever they stand in an answer. */
    const char *const *money_fields;
    /** NULL-terminated names of the fields that carry a token, wherever they stand: no exception shows
     *  them. */
    const char *const *secret_fields;
    /** NULL-terminated names of the parameters of type AURPAY_PARAMETER_SECRET, for requests without a row
     *  (request()); NULL for none. */
    const char *const *secret_parameters;
    struct aurpay_envelope envelope;
    /** The header of a trace id, for answers whose envelope has none; NULL for none. */
    const char *trace_header;
    /** The statuses of an endpoint that has no row (request()), where the HTTP status is the answer; else
     *  NULL. */
    const struct aurpay_documented_status *statuses;
    struct aurpay_authorization api_key;
    struct aurpay_authorization access_token;
    /** For calls on behalf of a merchant's user; without a header where there are none. */
    struct aurpay_authorization user_token;
};

/** Whether repeating the call changes nothing on the server. */
bool aurpay_endpoint_is_read(const struct aurpay_endpoint *endpoint);

/** The endpoint's row of that status, or NULL. */
const struct aurpay_documented_status *aurpay_endpoint_status_of(const struct aurpay_endpoint *endpoint,
                                                                 long http_status);

#endif
