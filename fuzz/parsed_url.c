#include "parsed_url.h"

#include <string.h>

#include <curl/curl.h>

static char *part(CURLU *url, CURLUPart which, bool *is_there)
{
    char *value = NULL, *copy;
    CURLUcode code = curl_url_get(url, which, &value, 0);

    if (is_there) {
        *is_there = code == CURLUE_OK;
    }
    copy = strdup(code == CURLUE_OK ? value : "");
    curl_free(value);
    fuzz_check(copy != NULL, "there is memory");
    return copy;
}

bool parsed_url_read(struct parsed_url *parsed, const char *url, unsigned int flags)
{
    CURLU *handle = curl_url();
    bool is_read = handle && curl_url_set(handle, CURLUPART_URL, url, flags) == CURLUE_OK;

    memset(parsed, 0, sizeof(*parsed));
    if (is_read) {
        parsed->scheme = part(handle, CURLUPART_SCHEME, NULL);
        parsed->host = part(handle, CURLUPART_HOST, NULL);
        parsed->path = part(handle, CURLUPART_PATH, NULL);
        parsed->query = part(handle, CURLUPART_QUERY, NULL);
        free(part(handle, CURLUPART_USER, &parsed->has_user));
        free(part(handle, CURLUPART_PASSWORD, &parsed->has_password));
        free(part(handle, CURLUPART_FRAGMENT, &parsed->has_fragment));
    }
    curl_url_cleanup(handle);
    return is_read;
}

void parsed_url_free(struct parsed_url *parsed)
{
    free(parsed->scheme);
    free(parsed->host);
    free(parsed->path);
    free(parsed->query);
}
