/* The time of the target `wire`: it passes only where nothing happens. */
#ifndef AURPAY_FUZZ_WIRE_CLOCK_H
#define AURPAY_FUZZ_WIRE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/** From now on the monotonic clock, also libcurl's, is this one, and it begins anew. */
void clock_start(void);

/** The system's clock again. */
void clock_stop(void);

/** Milliseconds pass. */
void clock_pass(int milliseconds);

/** Milliseconds since 1970, for signatures: it passes with the other clock. */
int64_t clock_wall(void);

#endif
