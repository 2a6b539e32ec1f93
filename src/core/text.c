#include "text.h"

#include <stdlib.h>
#include <string.h>

#include <openssl/crypto.h>

char *aurpay_text_copy(const char *bytes, size_t length)
{
    char *copy = malloc(length + 1);

    if (copy) {
        memcpy(copy, bytes, length);
        copy[length] = '\0';
    }
    return copy;
}

void aurpay_text_wipe(char *text, size_t length)
{
    if (text) {
        OPENSSL_cleanse(text, length);
        free(text);
    }
}
