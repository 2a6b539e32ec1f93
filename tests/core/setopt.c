#include "setopt.h"

CURLcode setopt_forward(CURLcode (*setopt)(CURL *easy, CURLoption option, ...), CURL *easy, CURLoption option,
                        va_list arguments)
{
    if (option < CURLOPTTYPE_OBJECTPOINT) {
        return setopt(easy, option, va_arg(arguments, long));
    }
    if (option < CURLOPTTYPE_FUNCTIONPOINT || option >= CURLOPTTYPE_BLOB) {
        return setopt(easy, option, va_arg(arguments, void *));
    }
    if (option < CURLOPTTYPE_OFF_T) {
        return setopt(easy, option, va_arg(arguments, void (*)(void)));
    }
    return setopt(easy, option, va_arg(arguments, curl_off_t));
}
