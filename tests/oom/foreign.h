/* OpenSSL's error queue: what others have put there stays, and nothing of ours is added. */
#ifndef AURPAY_TESTS_OOM_FOREIGN_H
#define AURPAY_TESTS_OOM_FOREIGN_H

#include "sweep.h"

/** Empties the queue. In every second process an error of somebody else is then put there. */
void oom_foreign_put(const struct oom_process *process);

/** Empties the queue.
 *  @param is_kept false where libcurl clears the queue itself: it does before it uses TLS */
void oom_foreign_check(const struct oom_process *process, bool is_kept);

#endif
