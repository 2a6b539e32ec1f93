#define OPENSSL_SUPPRESS_DEPRECATED

#include "foreign.h"

#include <openssl/err.h>

#define REASON 77

static bool has_foreign_error(const struct oom_process *process)
{
    return process->order->nth % 2 != 0;
}

void oom_foreign_put(const struct oom_process *process)
{
    ERR_clear_error();
    if (has_foreign_error(process)) {
        ERR_put_error(ERR_LIB_USER, 0, REASON, "foreign.c", 1);
    }
}

void oom_foreign_check(const struct oom_process *process, bool is_kept)
{
    unsigned long error = ERR_get_error();

    if (error && has_foreign_error(process) && ERR_GET_REASON(error) == REASON) {
        error = ERR_get_error();
    } else if (is_kept && has_foreign_error(process)) {
        oom_report_problem(process->report, "an error of others is gone from OpenSSL's queue");
    }
    if (error) {
        oom_report_problem(process->report, "an error was left in OpenSSL's queue: %08lx", error);
    }
    ERR_clear_error();
}
