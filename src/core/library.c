/* dladdr under -std=c11. */
#if !defined(_WIN32) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif

#include "library.h"

#include <curl/curl.h>

#ifdef _WIN32
#include <stdint.h>
#include <windows.h>

void aurpay_library_keep(void)
{
    HMODULE module;

    (void)GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_PIN,
                             (LPCSTR)(uintptr_t)curl_multi_init, &module);
}
#else
#include <dlfcn.h>

void aurpay_library_keep(void)
{
    Dl_info library = {0};

    /* Never closed, so that it stays. Without a name this is the program, which stays anyway. */
    (void)dladdr((const void *)curl_multi_init, &library);
    (void)dlopen(library.dli_fname, RTLD_LAZY | RTLD_NOLOAD);
}
#endif
