/* What needs no server: signatures, callbacks, the encryption of an IPIN, the pass over numbers in JSON. */
#ifndef AURPAY_TESTS_OOM_LOCAL_H
#define AURPAY_TESTS_OOM_LOCAL_H

#include "sweep.h"

void oom_local_sweep(const struct oom_effort *effort, struct oom_sums *sums);

#endif
