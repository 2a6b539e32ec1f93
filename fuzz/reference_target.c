#include "reference_target.h"

#include <string.h>

#define LONGEST 2048

/* RFC 3986: unreserved, sub-delims, `:` and `@`, and what separates. */
static const char path_bytes[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/";

static int hex_value(char byte)
{
    static const char digits[] = "0123456789abcdefABCDEF";
    const char *digit = byte ? strchr(digits, byte) : NULL;

    if (!digit) {
        return -1;
    }
    return (int)(digit - digits) < 16 ? (int)(digit - digits) : (int)(digit - digits) - 6;
}

int reference_target_read_escape(const char *text, size_t length)
{
    if (length < 3 || hex_value(text[1]) < 0 || hex_value(text[2]) < 0) {
        return -1;
    }
    return hex_value(text[1]) * 16 + hex_value(text[2]);
}

/* Whether a byte that is percent-encoded in a path could change it, or the request. */
static bool is_dangerous(int byte)
{
    return byte == '/' || byte == '\\' || byte == '.' || byte == '#' || byte == '\0' || byte == '\r' ||
           byte == '\n';
}

static bool has_fit_bytes(const char *text, size_t length, bool is_query)
{
    size_t i;

    for (i = 0; i < length; i++) {
        if (text[i] == '%') {
            int byte = reference_target_read_escape(text + i, length - i);

            if (byte < 0 || (!is_query && is_dangerous(byte))) {
                return false;
            }
        } else if (!text[i] || (!strchr(path_bytes, text[i]) && !(is_query && text[i] == '?'))) {
            return false;
        }
    }
    return true;
}

/* Whether a segment, up to its parameters if they are cut off, is a dot segment. */
static bool is_dot_segment(const char *segment, size_t length, bool cuts_parameters)
{
    const char *semicolon = memchr(segment, ';', length);

    if (cuts_parameters && semicolon) {
        length = (size_t)(semicolon - segment);
    }
    return (length == 1 && segment[0] == '.') || (length == 2 && memcmp(segment, "..", 2) == 0);
}

/* Whether a path has a dot segment, or an empty one before its end. */
static bool has_wrong_segment(const char *path, size_t length, bool cuts_parameters)
{
    size_t start = 1, i;

    for (i = 1; i <= length; i++) {
        if (i == length || path[i] == '/') {
            if (is_dot_segment(path + start, i - start, cuts_parameters) || (i < length && i == start)) {
                return true;
            }
            start = i + 1;
        }
    }
    return false;
}

bool reference_target_climbs(const char *path, size_t length)
{
    struct fuzz_text decoded = fuzz_text_copy("", 0);
    bool climbs;
    size_t i;

    for (i = 0; i < length; i++) {
        int byte = path[i] == '%' ? reference_target_read_escape(path + i, length - i) : -1;
        char plain = (char)(byte < 0 ? path[i] : byte);

        fuzz_text_append(&decoded, &plain, 1);
        i += byte < 0 ? 0 : 2;
    }
    climbs = has_wrong_segment(path, length, false) || has_wrong_segment(path, length, true) ||
             has_wrong_segment(decoded.bytes, decoded.length, false) ||
             has_wrong_segment(decoded.bytes, decoded.length, true);
    fuzz_text_free(&decoded);
    return climbs;
}

bool reference_target_is_fit(const char *text, size_t length)
{
    const char *query = memchr(text, '?', length);
    size_t path_length = query ? (size_t)(query - text) : length;

    return length >= 1 && length <= LONGEST && text[0] == '/' && has_fit_bytes(text, path_length, false) &&
           has_fit_bytes(text + path_length, length - path_length, true) &&
           !reference_target_climbs(text, path_length);
}
