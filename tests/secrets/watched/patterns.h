/* The texts to look for. They are kept in a form that does not contain them, so that the search never finds
 * itself. */
#ifndef AURPAY_PATTERNS_H
#define AURPAY_PATTERNS_H

#include <stdbool.h>
#include <stddef.h>

/** The shortest text. */
#define AURPAY_PATTERN_MIN 8

/** Adds a text of at least AURPAY_PATTERN_MIN bytes and its name. Both are copied. */
bool aurpay_patterns_add(const char *text, size_t length, const char *name);

/** Forgets all. */
void aurpay_patterns_clear(void);

/** The name of the first text that occurs in the memory; NULL when none does. Sets where it begins. */
const char *aurpay_patterns_find(const void *memory, size_t size, size_t *offset);

/** Where the next search would begin that finds all occurrences: for counting. */
typedef void (*aurpay_patterns_found)(const char *name, void *context);
void aurpay_patterns_find_all(const void *memory, size_t size, aurpay_patterns_found found, void *context);

#endif
