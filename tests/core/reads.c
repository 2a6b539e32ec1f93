#include "test.h"

#include "reads.h"

static bool begin_next(void *context, struct aurpay_call **call)
{
    struct reads *reads = context;
    int held;

    *call = NULL;
    if (reads->begun == READS_MANY) {
        return true;
    }
    if (reads->begun + 1 == reads->begin_fails_at) {
        return false;
    }
    *call = &reads->calls[reads->begun++];
    maker_begin(reads->maker, *call, &maker_read);
    held = reads->begun - reads->taken - reads->dropped;
    reads->most_at_once = held > reads->most_at_once ? held : reads->most_at_once;
    return true;
}

static bool take(void *context, struct aurpay_call *call)
{
    struct reads *reads = context;

    reads->taken++;
    reads->interrupted += call->response.transfer == AURPAY_TRANSFER_INTERRUPTED;
    aurpay_call_free(call);
    return reads->taken != reads->take_fails_at;
}

static void drop(void *context, struct aurpay_call *call)
{
    struct reads *reads = context;

    reads->dropped++;
    aurpay_call_free(call);
}

enum aurpay_call_end reads_perform(struct reads *reads, struct maker *maker, enum aurpay_code *code)
{
    const struct aurpay_calls calls = {reads, begin_next, take, drop};
    enum aurpay_call_end end;

    reads->maker = maker;
    end = aurpay_call_perform_many(&maker->caller, &calls, code);
    assert_int_equal(reads->taken + reads->dropped, reads->begun);
    return end;
}
