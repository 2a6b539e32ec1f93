/* Runs a scenario again and again, each time in a process of its own in which another allocation fails. */
#ifndef AURPAY_TESTS_OOM_SWEEP_H
#define AURPAY_TESTS_OOM_SWEEP_H

#include "allocator.h"
#include "crash.h"

/** What came of that which had no memory. */
enum oom_told {
    /** It succeeded all the same. */
    OOM_SUCCEEDED,
    /** It failed, and nothing is in doubt: a read, a call that was not sent, a calculation. */
    OOM_FAILED,
    /** It is a call that is not a read, and it may have been executed. */
    OOM_IN_DOUBT,
    /** How many there are. */
    OOM_TOLD
};

/** What a process reports, in memory that it shares with the program. */
struct oom_report {
    /** The first promise that was broken, or "". */
    char problem[512];
    /** What the process does, for messages about one that crashes or hangs. Static text. */
    const char *stage;
    struct oom_crash crash;
    /** Allocations of the ordered libraries, and how many of them failed. */
    long allocations;
    long failures;
    enum oom_told told;
    /** The same in detail, for messages. */
    char detail[384];
    /** Blocks that were not freed when all was over. */
    long live[OOM_LIBRARIES];
};

struct oom_scenario;

/** A process with a failing allocation. */
struct oom_process {
    const struct oom_scenario *scenario;
    const struct oom_order *order;
    struct oom_report *report;
    /** -1 in the program itself, when it runs under a debugger. */
    int to_program;
    int from_program;
};

struct oom_scenario {
    char name[96];
    /** For the functions below. */
    const void *data;
    /** The libraries that allocate in it, a bit for each. The scenario fails if one of them does not. */
    unsigned int libraries;
    /** In the program, before each process; or NULL. */
    void (*prepare)(const struct oom_scenario *scenario);
    /** In the process. */
    void (*run)(const struct oom_scenario *scenario, struct oom_process *process);
    /** In the program, when the process calls oom_process_pause() with `where`; or NULL. */
    void (*resume)(const struct oom_scenario *scenario, int where);
    /** In the program, when the process has ended; or NULL. It may report a problem.
     *  @param is_first no allocation failed: this is how it should be */
    void (*judge)(const struct oom_scenario *scenario, struct oom_report *report, bool is_first);
};

/** The name of all libraries together. */
#define OOM_ALL_LIBRARIES "all"

struct oom_effort {
    /** What is run, for messages. */
    const char *part;
    /** Only prints the names of the scenarios. */
    bool is_list;
    /** Each of the first allocations fails, up to this one; 0 for all. */
    long each;
    /** Of the later ones at most so many, at equal distances. */
    long samples;
    /** Chooses the first of those. */
    unsigned int seed;
    /** Only this scenario, library (as it is printed) and allocation, in this process; NULL and 0 for all. */
    const char *scenario;
    const char *library;
    long nth;
    bool for_good;
};

struct oom_sums {
    /** That were chosen. */
    long scenarios;
    long passed;
    long failed;
    /** Processes with a failing allocation. */
    long processes;
    /** Allocations that were left out. */
    long skipped;
};

/** Prints a row for each library, and what was found. */
void oom_sweep(const struct oom_scenario *scenario, const struct oom_effort *effort, struct oom_sums *sums);

void oom_sweep_print_head(void);

/** Notes a problem; the first counts. */
__attribute__((format(printf, 2, 3))) void oom_report_problem(struct oom_report *report, const char *format,
                                                              ...);

/** In a process: allocations fail from here on, as ordered. */
void oom_process_begin(struct oom_process *process);

/** Everything has memory again. */
void oom_process_end(struct oom_process *process);

/** Lets the program act in between.
 *  @param where below 128 */
void oom_process_pause(struct oom_process *process, int where);

#endif
