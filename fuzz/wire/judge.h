/* What must hold for every attempt and every call of the target `wire`, whatever the server did. */
#ifndef AURPAY_FUZZ_WIRE_JUDGE_H
#define AURPAY_FUZZ_WIRE_JUDGE_H

#include "core/call.h"

/** Forgets all attempts. */
void judge_begin(void);

/** Judges a call that is over. Its attempts were judged when they ended.
 *  @param number the number in its path */
void judge_call(const struct aurpay_call *call, int number, int max_retries);

/** Judges how a single call ended. */
void judge_end(const struct aurpay_call *call, int number, enum aurpay_call_end end, enum aurpay_code code);

/** The last call was honestly answered: it must have its answer. */
void judge_success(const struct aurpay_call *call, int number, enum aurpay_call_end end);

#endif
