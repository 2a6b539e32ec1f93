/* Faults that are known to be a library's, and that no caller can prevent. */
#ifndef AURPAY_TESTS_OOM_KNOWN_H
#define AURPAY_TESTS_OOM_KNOWN_H

#include "sweep.h"

/** Whether a crash is one of them. */
bool oom_known_crash(const struct oom_scenario *scenario, const struct oom_crash *crash);

/** Whether one of them leaks memory of that library. */
bool oom_known_leak(const struct oom_scenario *scenario, enum oom_library library);

/** Says which there are with the libraries of this machine. */
void oom_known_print(void);

#endif
