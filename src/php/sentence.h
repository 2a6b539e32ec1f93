/* Lists in sentences. */
#ifndef PHP_AURPAY_SENTENCE_H
#define PHP_AURPAY_SENTENCE_H

#include "compat.h"

#include "zend_smart_str.h"

/** Appends the element at @p index of a list of @p count elements: "a, b and c". */
static inline void php_aurpay_sentence_append(smart_str *sentence, const char *element, size_t index,
                                              size_t count)
{
    if (index) {
        smart_str_appends(sentence, index + 1 < count ? ", " : " and ");
    }
    smart_str_appends(sentence, element);
}

#endif
