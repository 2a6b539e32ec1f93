#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "sweep.h"

#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "guard.h"
#include "known.h"

/* A process that takes longer hangs: without a failure each takes milliseconds. */
#define WATCHDOG_SECONDS 60

/* Problems that are shown of each row. */
#define MAX_SHOWN 5

/* Of LeakSanitizer, when it is there. */
__attribute__((weak)) int __lsan_do_recoverable_leak_check(void);

#define ALL_LIBRARIES ((1U << OOM_LIBRARIES) - 1)

/* A library whose allocations fail, or all of them together. */
struct library {
    const char *name;
    unsigned int bits;
};

/* A scenario with a library whose allocations fail in one way. */
struct row {
    const struct oom_scenario *scenario;
    const struct library *library;
    bool for_good;
    const struct oom_effort *effort;
    struct oom_report *report;
    /* The first report, in which nothing failed. */
    struct oom_report first;
    long processes;
    long skipped;
    long told[OOM_TOLD];
    long problems;
    /* Crashes in a library that are known (known.h). */
    long known;
};

void oom_report_problem(struct oom_report *report, const char *format, ...)
{
    va_list arguments;

    if (!report->problem[0]) {
        va_start(arguments, format);
        vsnprintf(report->problem, sizeof(report->problem), format, arguments);
        va_end(arguments);
    }
}

/* ---- in a process ---- */

void oom_process_begin(struct oom_process *process)
{
    process->report->stage = "while memory was short";
    oom_allocator_begin(process->order);
}

void oom_process_end(struct oom_process *process)
{
    oom_allocator_end();
    process->report->allocations = oom_allocator_count();
    process->report->failures = oom_allocator_failures();
    process->report->stage = "afterwards";
}

void oom_process_pause(struct oom_process *process, int where)
{
    char byte = (char)where;

    if (process->to_program < 0) {
        process->scenario->resume(process->scenario, where);
    } else if (write(process->to_program, &byte, 1) != 1 || read(process->from_program, &byte, 1) != 1) {
        _exit(2);
    }
}

static void count_live(struct oom_report *report, const long before[OOM_LIBRARIES])
{
    int i;

    for (i = 0; i < OOM_LIBRARIES; i++) {
        report->live[i] = oom_allocator_live(i) - before[i];
    }
}

/* Returns the status to exit with. */
static int run(const struct oom_scenario *scenario, struct oom_process *process)
{
    long before[OOM_LIBRARIES];
    int i;

    for (i = 0; i < OOM_LIBRARIES; i++) {
        before[i] = oom_allocator_live(i);
    }
    process->report->stage = "before";
    scenario->run(scenario, process);
    count_live(process->report, before);
    /* It takes longer than all the rest. A leak of the core is counted in any case. */
    if (process->order->libraries != 1U << OOM_CORE || !__lsan_do_recoverable_leak_check) {
        return 0;
    }
    process->report->stage = "with leaks";
    return __lsan_do_recoverable_leak_check() ? 3 : 0;
}

/* ---- in the program ---- */

static void must(bool condition, const char *what)
{
    if (!condition) {
        perror(what);
        exit(2);
    }
}

static void serve_pauses(const struct oom_scenario *scenario, int from_process, int to_process)
{
    char byte;

    while (read(from_process, &byte, 1) == 1) {
        scenario->resume(scenario, byte);
        /* A process that was killed meanwhile reads nothing. */
        (void)!write(to_process, &byte, 1);
    }
}

static void judge_end(struct oom_report *report, int status)
{
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM) {
        oom_report_problem(report, "hangs %s", report->stage);
    } else if (report->crash.place[0]) {
        oom_report_problem(report, "crashed %s, in %s%s", report->stage, report->crash.place,
                           report->crash.is_in_allocator ? ", in the allocator" : "");
    } else if (WIFSIGNALED(status)) {
        oom_report_problem(report, "killed %s: %s", report->stage, strsignal(WTERMSIG(status)));
    } else if (WEXITSTATUS(status) != 0) {
        oom_report_problem(report, "ended %s with status %d", report->stage, WEXITSTATUS(status));
    }
}

/* The core frees all. The libraries keep what they fetched or initialised once, but no more than without a
 * failure. */
static void judge_live(const struct oom_scenario *scenario, struct oom_report *report,
                       const struct oom_report *first)
{
    int i;

    if (report->live[OOM_CORE] != 0) {
        oom_report_problem(report, "%ld blocks of the core were not freed", report->live[OOM_CORE]);
    }
    for (i = OOM_CORE + 1; i < OOM_LIBRARIES; i++) {
        if (report->live[i] > first->live[i] && !oom_known_leak(scenario, i)) {
            oom_report_problem(report, "%ld more blocks of %s were not freed than without a failure",
                               report->live[i] - first->live[i], oom_allocator_name(i));
        }
    }
}

/* Runs the scenario in a process. What it says on stderr goes to `output`. */
static void run_process(const struct row *row, const struct oom_order *order, int output)
{
    struct oom_process process = {row->scenario, order, row->report, -1, -1};
    int up[2], down[2], status;
    pid_t pid;

    memset(row->report, 0, sizeof(*row->report));
    must(pipe2(up, O_CLOEXEC) == 0 && pipe2(down, O_CLOEXEC) == 0, "pipe");
    if (row->scenario->prepare) {
        row->scenario->prepare(row->scenario);
    }
    fflush(stdout);
    pid = fork();
    must(pid >= 0, "fork");
    if (pid == 0) {
        process.to_program = up[1];
        process.from_program = down[0];
        close(up[0]);
        close(down[1]);
        dup2(output, STDERR_FILENO);
        alarm(WATCHDOG_SECONDS);
        oom_crash_watch(&row->report->crash);
        oom_guard_keep();
        _exit(run(row->scenario, &process));
    }
    close(up[1]);
    close(down[0]);
    serve_pauses(row->scenario, up[0], down[1]);
    close(up[0]);
    close(down[1]);
    must(waitpid(pid, &status, 0) == pid, "waitpid");
    judge_end(row->report, status);
}

static void copy_output(FILE *output)
{
    char line[1024];
    int lines = 0;

    rewind(output);
    while (lines++ < 40 && fgets(line, sizeof(line), output)) {
        printf("      | %s", line);
    }
}

static void print_problem(const struct row *row, long nth)
{
    if (nth) {
        printf("  ! allocation %ld%s: %s\n", nth, row->for_good ? " and all later ones" : "",
               row->report->problem);
    } else {
        printf("  ! without a failure: %s\n", row->report->problem);
    }
    if (row->report->detail[0]) {
        printf("      while memory was short: %s\n", row->report->detail);
    }
}

static void show_problem(const struct row *row, long nth, FILE *output)
{
    if (row->problems > MAX_SHOWN) {
        return;
    }
    print_problem(row, nth);
    copy_output(output);
    /* No name of a scenario has a quote. */
    if (nth) {
        printf("      again: ./dev oom --part %s%s --only '%s' %s %ld%s\n", row->effort->part,
               __lsan_do_recoverable_leak_check ? " --sanitize" : "", row->scenario->name, row->library->name,
               nth, row->for_good ? " on" : "");
    }
}

/* One process, in which the Nth allocation fails; with 0, none. Whether one has failed. */
static bool try(struct row *row, long nth)
{
    const struct oom_order order = {row->library->bits, nth, row->for_good};
    struct oom_report *report = row->report;
    FILE *output = tmpfile();

    must(output != NULL, "tmpfile");
    run_process(row, &order, fileno(output));
    if (row->scenario->judge) {
        row->scenario->judge(row->scenario, report, nth == 0);
    }
    if (nth == 0) {
        row->first = *report;
    }
    judge_live(row->scenario, report, &row->first);
    if (report->failures) {
        row->processes++;
    }
    if (report->failures && !report->crash.place[0]) {
        row->told[report->told]++;
    }
    if (oom_known_crash(row->scenario, &report->crash)) {
        row->known++;
    } else if (report->problem[0]) {
        row->problems++;
        show_problem(row, nth, output);
    }
    fclose(output);
    return report->failures > 0;
}

/* Each of the first allocations, and samples of the later ones. How many allocations there are is not the
 * same each time: it ends when none fails. */
static void try_each(struct row *row)
{
    const struct oom_effort *effort = row->effort;
    long total = row->first.allocations, step = 1, nth = 1;

    if (effort->each && total > effort->each + effort->samples) {
        step = (total - effort->each) / effort->samples + 1;
    }
    while (try(row, nth) || nth < total) {
        bool is_sampled = step > 1 && nth >= effort->each;
        long distance = is_sampled ? step : 1;

        if (step > 1 && nth == effort->each) {
            distance = 1 + (long)(effort->seed % (unsigned long)step);
        }
        row->skipped += distance - 1;
        nth += distance;
    }
    row->skipped = row->skipped < total ? row->skipped : total;
}

static void print_row(const struct row *row, struct oom_sums *sums)
{
    printf("%-58s %-8s %-5s %7ld %7ld %7ld %7ld %7ld %6ld  %s\n", row->scenario->name, row->library->name,
           row->for_good ? "on" : "once", row->first.allocations, row->processes, row->told[OOM_SUCCEEDED],
           row->told[OOM_FAILED], row->told[OOM_IN_DOUBT], row->known, row->problems ? "FAILED" : "passed");
    fflush(stdout);
    sums->passed += row->problems == 0;
    sums->failed += row->problems > 0;
    sums->processes += row->processes;
    sums->skipped += row->skipped;
}

void oom_sweep_print_head(void)
{
    printf("%-58s %-8s %-5s %7s %7s %7s %7s %7s %6s\n", "scenario", "library", "fails", "allocs", "tried",
           "success", "failure", "doubt", "known");
}

static void sweep_row(struct row *row, struct oom_sums *sums)
{
    (void)try(row, 0);
    if (!row->problems && row->first.allocations == 0) {
        if (row->scenario->libraries & row->library->bits) {
            row->problems++;
            printf("  ! %s: %s allocates nothing\n", row->scenario->name, row->library->name);
        } else {
            return;
        }
    }
    if (!row->problems) {
        try_each(row);
    }
    print_row(row, sums);
}

/* The Nth allocation, in this process, for a debugger. Before, another process runs without a failure. */
static void run_here(struct row *row, struct oom_sums *sums)
{
    const struct oom_scenario *scenario = row->scenario;
    const struct oom_order order = {row->library->bits, row->effort->nth, row->effort->for_good};
    struct oom_report *report = row->report;
    struct oom_process process = {scenario, &order, report, -1, -1};
    int status;

    (void)try(row, 0);
    if (row->problems) {
        sums->failed++;
        return;
    }
    memset(report, 0, sizeof(*report));
    if (scenario->prepare) {
        scenario->prepare(scenario);
    }
    oom_allocator_trace();
    status = run(scenario, &process);
    if (status) {
        oom_report_problem(report, "ended %s with status %d", report->stage, status);
    }
    if (scenario->judge) {
        scenario->judge(scenario, report, false);
    }
    judge_live(scenario, report, &row->first);
    if (!report->failures) {
        oom_report_problem(report, "nothing failed: there are %ld allocations", report->allocations);
    }
    if (report->problem[0]) {
        print_problem(row, order.nth);
    }
    printf("%s, %s: %ld allocations, %ld failed; %s; %s\n", scenario->name, row->library->name,
           report->allocations, report->failures, report->detail, report->problem[0] ? "FAILED" : "passed");
    sums->passed += !report->problem[0];
    sums->failed += report->problem[0] != '\0';
}

static bool is_chosen(const char *chosen, const char *name)
{
    return !chosen || strcmp(chosen, name) == 0;
}

static void sweep_library(const struct oom_scenario *scenario, const struct oom_effort *effort,
                          const struct library *library, struct oom_report *report, struct oom_sums *sums)
{
    struct row once = {.scenario = scenario, .library = library, .effort = effort, .report = report};
    struct row on = once;

    on.for_good = true;
    if (!is_chosen(effort->library, library->name)) {
        return;
    }
    if (effort->nth) {
        once.for_good = effort->for_good;
        run_here(&once, sums);
        return;
    }
    /* One failure anywhere is that of its library. */
    if (library->bits != ALL_LIBRARIES) {
        sweep_row(&once, sums);
    }
    sweep_row(&on, sums);
}

void oom_sweep(const struct oom_scenario *scenario, const struct oom_effort *effort, struct oom_sums *sums)
{
    const struct library all = {OOM_ALL_LIBRARIES, ALL_LIBRARIES};
    struct oom_report *report;
    int i;

    if (effort->is_list) {
        printf("    '%s'\n", scenario->name);
        return;
    }
    if (!is_chosen(effort->scenario, scenario->name)) {
        return;
    }
    sums->scenarios++;
    report = mmap(NULL, sizeof(*report), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    must(report != MAP_FAILED, "mmap");
    for (i = 0; i < OOM_LIBRARIES; i++) {
        const struct library library = {oom_allocator_name(i), 1U << i};

        sweep_library(scenario, effort, &library, report, sums);
    }
    sweep_library(scenario, effort, &all, report, sums);
    munmap(report, sizeof(*report));
}
