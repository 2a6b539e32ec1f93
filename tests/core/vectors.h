/* Reads tests/vectors: signatures that the vendor's own script made. */
#ifndef AURPAY_TESTS_CORE_VECTORS_H
#define AURPAY_TESTS_CORE_VECTORS_H

#include <jansson.h>

/** The `cases` of a file, by its path from the checkout's root. Fails the test when there are none.
 *  @param document receives what the caller is to json_decref */
json_t *vectors_load(const char *path, json_t **document);

/** A member, which must be a string. */
const char *vectors_text(json_t *object, const char *name);

#endif
