/* Shared by the tests that put a function of their own in front of curl_easy_setopt. */
#ifndef AURPAY_TESTS_CORE_SETOPT_H
#define AURPAY_TESTS_CORE_SETOPT_H

#include <stdarg.h>

#include <curl/curl.h>

/** Calls @p setopt with the one argument in @p arguments, whose type depends on the option. */
CURLcode setopt_forward(CURLcode (*setopt)(CURL *easy, CURLoption option, ...), CURL *easy, CURLoption option,
                        va_list arguments);

#endif
