/* What may stand on a request line: plainly written, and independent of src/core/validate.c. */
#ifndef AURPAY_FUZZ_REFERENCE_TARGET_H
#define AURPAY_FUZZ_REFERENCE_TARGET_H

#include "text.h"

/** Whether a text is a path with an optional query by the rules of validate.h. */
bool reference_target_is_fit(const char *text, size_t length);

/** Whether some server reads a dot segment or an empty one in the path: with its percent-encoding, or with it
 *  resolved; with the parameters behind a semicolon, or without them. */
bool reference_target_climbs(const char *path, size_t length);

/** The byte that the percent-encoding at the start of @p text stands for; -1 when it is none. */
int reference_target_read_escape(const char *text, size_t length);

#endif
