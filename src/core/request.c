#include "request.h"

#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "signer.h"
#include "text.h"

#define URL_LIMIT (16 * 1024)

void aurpay_request_init(struct aurpay_request *request, const char *method)
{
    memset(request, 0, sizeof(*request));
    request->method = method;
    aurpay_buffer_init(&request->url, URL_LIMIT);
    aurpay_buffer_init(&request->body, AURPAY_REQUEST_BODY_LIMIT);
}

/* The first slash behind the authority: `https://host:port` is the origin, the rest belongs to the target. */
static size_t origin_length(const char *base_uri)
{
    const char *authority = strstr(base_uri, "://");
    const char *slash = strchr(authority ? authority + 3 : base_uri, '/');

    return slash ? (size_t)(slash - base_uri) : strlen(base_uri);
}

enum aurpay_code aurpay_request_set_target(struct aurpay_request *request, const char *base_uri,
                                           const char *path, const char *id)
{
    static const char placeholder[] = "{id}";
    const char *hole = strstr(path, placeholder);
    enum aurpay_code code;

    aurpay_buffer_clear(&request->url);
    request->target_offset = origin_length(base_uri);
    code = aurpay_buffer_append_string(&request->url, base_uri);
    if (code) {
        return code;
    }
    if (!hole) {
        return aurpay_buffer_append_string(&request->url, path);
    }
    if (!id) {
        return AURPAY_ERROR_INVALID;
    }
    code = aurpay_buffer_append(&request->url, path, (size_t)(hole - path));
    if (!code) {
        code = aurpay_buffer_append_string(&request->url, id);
    }
    if (!code) {
        code = aurpay_buffer_append_string(&request->url, hole + sizeof(placeholder) - 1);
    }
    return code;
}

const char *aurpay_request_target(const struct aurpay_request *request)
{
    return aurpay_buffer_string(&request->url) + request->target_offset;
}

static void clear_headers(struct aurpay_request *request)
{
    while (request->header_count) {
        char *line = request->headers[--request->header_count].line;

        aurpay_text_wipe(line, strlen(line));
    }
}

static char *append(char *end, const char *text, size_t length)
{
    memcpy(end, text, length);
    return end + length;
}

/* Adds a header whose value is `prefix` followed by `value`. */
static enum aurpay_code add_header(struct aurpay_request *request, const char *name, const char *prefix,
                                   const char *value)
{
    size_t lengths[] = {strlen(name), strlen(prefix), strlen(value)};
    bool is_empty = lengths[1] + lengths[2] == 0;
    struct aurpay_header *header = &request->headers[request->header_count];
    char *end;

    if (request->header_count == AURPAY_REQUEST_MAX_HEADERS) {
        return AURPAY_ERROR_LIMIT;
    }
    header->name = name;
    header->line = malloc(lengths[0] + lengths[1] + lengths[2] + sizeof(": "));
    if (!header->line) {
        return AURPAY_ERROR_MEMORY;
    }
    end = append(header->line, name, lengths[0]);
    end = is_empty ? append(end, ";", 1) : append(end, ": ", 2);
    header->value = end;
    end = append(end, prefix, lengths[1]);
    end = append(end, value, lengths[2]);
    *end = '\0';
    request->header_count++;
    return AURPAY_OK;
}

static enum aurpay_code add_signature_headers(struct aurpay_request *request,
                                              struct aurpay_credentials *credentials, const char *date)
{
    struct aurpay_signing_input input = {
        .method = request->method,
        .target = aurpay_request_target(request),
        .date = date,
        .body = aurpay_buffer_string(&request->body),
        .body_length = request->body.length,
    };
    struct aurpay_signature_header headers[AURPAY_SIGNATURE_HEADERS];
    struct aurpay_signature signature;
    enum aurpay_code code = aurpay_signer_sign_request(credentials, &input, &signature);
    size_t i;

    aurpay_signer_headers(credentials, date, &signature, headers);
    for (i = 0; !code && i < AURPAY_SIGNATURE_HEADERS; i++) {
        code = add_header(request, headers[i].name, "", headers[i].value);
    }
    aurpay_signer_free_signature(&signature);
    return code;
}

static enum aurpay_code add_credentials(struct aurpay_request *request,
                                        const struct aurpay_provider *provider,
                                        struct aurpay_credentials *credentials, int64_t wall_milliseconds)
{
    const struct aurpay_authorization *authorization;
    char date[AURPAY_DATE_SIZE];
    enum aurpay_code code;

    switch (credentials->kind) {
    case AURPAY_CREDENTIALS_NONE:
        return AURPAY_OK;
    case AURPAY_CREDENTIALS_SIGNATURE:
        code = aurpay_clock_format_date(wall_milliseconds, date);
        return code ? code : add_signature_headers(request, credentials, date);
    case AURPAY_CREDENTIALS_API_KEY:
    case AURPAY_CREDENTIALS_ACCESS_TOKEN:
        break;
    }
    authorization =
        credentials->kind == AURPAY_CREDENTIALS_API_KEY ? &provider->api_key : &provider->access_token;
    return add_header(request, authorization->header, authorization->prefix, credentials->token);
}

enum aurpay_code aurpay_request_authorize(struct aurpay_request *request,
                                          const struct aurpay_provider *provider,
                                          struct aurpay_credentials *credentials, const char *user_token,
                                          int64_t wall_milliseconds)
{
    enum aurpay_code code;

    clear_headers(request);
    code = add_header(request, "Accept", "", "application/json");
    if (!code && request->content_type) {
        code = add_header(request, "Content-Type", "", request->content_type);
    }
    if (!code) {
        code = add_credentials(request, provider, credentials, wall_milliseconds);
    }
    if (!code && user_token) {
        code = add_header(request, provider->user_token.header, provider->user_token.prefix, user_token);
    }
    return code;
}

void aurpay_request_free(struct aurpay_request *request)
{
    clear_headers(request);
    aurpay_buffer_free(&request->url);
    aurpay_buffer_free(&request->body);
}
