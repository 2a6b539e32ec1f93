/* Shared by the tests of many calls at once: the calls, and what became of them. */
#ifndef AURPAY_TESTS_CORE_READS_H
#define AURPAY_TESTS_CORE_READS_H

#include "maker.h"

#define READS_MANY 12

/** READS_MANY reads. Zero-initialised memory is fit for use. */
struct reads {
    struct maker *maker;
    struct aurpay_call calls[READS_MANY];
    int begun, taken, dropped, most_at_once;
    /** Taken, and not over by themselves. */
    int interrupted;
    /** The call, counted from 1, at which beginning or taking fails; 0 for never. */
    int begin_fails_at, take_fails_at;
};

/** Makes all calls; @p code is as aurpay_call_perform_many sets it. Each call must be freed once, however it
 *  ends. */
enum aurpay_call_end reads_perform(struct reads *reads, struct maker *maker, enum aurpay_code *code);

#endif
