/* A changed CA file is noticed, and a new pool replaces the one that was verified with it. */
#include "test.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/trust.h"
#include "fixture.h"

static char folder[] = "/tmp/aurpay-trust-XXXXXX";
static char file[64];

/* Made so far. An address does not tell: libcurl may get the memory of the handle that it has just freed. */
static int multis, shares;

/* The linker's --wrap requires these names (see the Makefile). */
/* NOLINTBEGIN(bugprone-reserved-identifier) */
CURLM *__real_curl_multi_init(void);
CURLM *__wrap_curl_multi_init(void);
CURLSH *__real_curl_share_init(void);
CURLSH *__wrap_curl_share_init(void);

CURLM *__wrap_curl_multi_init(void)
{
    multis++;
    return __real_curl_multi_init();
}

CURLSH *__wrap_curl_share_init(void)
{
    shares++;
    return __real_curl_share_init();
}
/* NOLINTEND(bugprone-reserved-identifier) */

static int make_folder(void **state)
{
    (void)state;
    if (!mkdtemp(folder)) {
        return -1;
    }
    snprintf(file, sizeof(file), "%s/ca.pem", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(file);
    return rmdir(folder);
}

static void write_file(const char *path, const char *content)
{
    FILE *stream = fopen(path, "w");

    assert_non_null(stream);
    assert_true(fputs(content, stream) >= 0);
    assert_int_equal(fclose(stream), 0);
}

/* Sets the modification time. */
static void set_time(const char *path, time_t seconds, long nanoseconds)
{
    const struct timespec times[2] = {{seconds, nanoseconds}, {seconds, nanoseconds}};

    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static bool has_changed(struct aurpay_trusted_file **files)
{
    bool changed = false;

    assert_int_equal(aurpay_trust_check(files, file, &changed), AURPAY_OK);
    return changed;
}

static void test_every_kind_of_change_is_noticed(void **state)
{
    struct aurpay_trusted_file *files = NULL;
    char other[80];

    (void)state;
    snprintf(other, sizeof(other), "%s.new", file);
    write_file(file, "1");
    set_time(file, 1000, 5);
    assert_false(has_changed(&files));
    assert_false(has_changed(&files));
    /* A changed time, down to nanoseconds. */
    set_time(file, 1000, 6);
    assert_true(has_changed(&files));
    set_time(file, 1001, 5);
    assert_true(has_changed(&files));
    set_time(file, 1000, 5);
    assert_false(has_changed(&files));
    /* A changed size. */
    write_file(file, "12");
    set_time(file, 1000, 5);
    assert_true(has_changed(&files));
    /* Another file of the same size and time in the same place. */
    aurpay_trust_forget(&files);
    assert_false(has_changed(&files));
    write_file(other, "34");
    set_time(other, 1000, 5);
    assert_int_equal(rename(other, file), 0);
    assert_true(has_changed(&files));
    /* No file at all, and then one again. */
    aurpay_trust_forget(&files);
    assert_false(has_changed(&files));
    assert_int_equal(unlink(file), 0);
    assert_true(has_changed(&files));
    aurpay_trust_forget(&files);
    assert_false(has_changed(&files));
    write_file(file, "1");
    assert_true(has_changed(&files));
    aurpay_trust_forget(&files);
    assert_null(files);
}

static void test_so_many_files_that_it_is_time_to_forget_them_count_as_a_change(void **state)
{
    struct aurpay_trusted_file *files = NULL;
    bool changed = false;
    int count = 0;

    (void)state;
    while (!changed) {
        char path[32];

        snprintf(path, sizeof(path), "/nowhere/%d", count++);
        assert_int_equal(aurpay_trust_check(&files, path, &changed), AURPAY_OK);
    }
    assert_between(count, 10, 100);
    aurpay_trust_forget(&files);
}

static bool refreshed(struct fixture *fixture, bool is_https)
{
    int multis_before = multis, shares_before = shares;

    assert_int_equal(aurpay_pool_refresh(fixture->pool, is_https, file), AURPAY_OK);
    /* Either both are replaced or neither. */
    assert_int_equal(multis - multis_before, shares - shares_before);
    return multis > multis_before;
}

static void test_a_pool_is_replaced_when_its_file_has_changed_and_keeps_its_counts(void **state)
{
    struct fixture *fixture = *state;

    write_file(file, "1");
    fixture_warm_up(fixture);
    assert_false(refreshed(fixture, true));
    write_file(file, "12");
    assert_false(refreshed(fixture, false));
    assert_true(refreshed(fixture, true));
    assert_false(refreshed(fixture, true));
    fixture_perform(fixture, "GET", "/a", NULL);
    assert_false(fixture->response.reused_connection);
    assert_int_equal(aurpay_pool_statistics(fixture->pool).requests, 2);
    assert_int_equal(aurpay_pool_statistics(fixture->pool).connections_opened, 2);
}

static void end_call(struct fixture *fixture, struct aurpay_exchange *exchange)
{
    (void)aurpay_transport_drive(fixture->pool, &exchange, 1, aurpay_clock_monotonic() + 10000,
                                 &fixture->interrupt);
    aurpay_transport_finish(exchange);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
}

static void test_a_pool_is_not_replaced_under_a_call_but_after_it(void **state)
{
    struct fixture *fixture = *state;
    struct aurpay_exchange *exchange;

    write_file(file, "1");
    assert_false(refreshed(fixture, true));
    exchange = fixture_start(fixture, "GET", "/a", NULL);
    write_file(file, "12");
    assert_false(refreshed(fixture, true));
    end_call(fixture, exchange);
    assert_true(refreshed(fixture, true));
}

/* Its first use is a call inside another call. */
static void test_a_file_that_was_first_used_under_a_call_is_known(void **state)
{
    struct fixture *fixture = *state;
    struct aurpay_exchange *exchange = fixture_start(fixture, "GET", "/a", NULL);

    write_file(file, "1");
    assert_false(refreshed(fixture, true));
    end_call(fixture, exchange);
    write_file(file, "12");
    assert_true(refreshed(fixture, true));
}

static void test_a_file_that_was_another_under_a_call_and_is_itself_again_has_changed(void **state)
{
    struct fixture *fixture = *state;
    struct aurpay_exchange *exchange;
    char aside[80];

    snprintf(aside, sizeof(aside), "%s.aside", file);
    write_file(file, "1");
    assert_false(refreshed(fixture, true));
    exchange = fixture_start(fixture, "GET", "/a", NULL);
    assert_int_equal(rename(file, aside), 0);
    write_file(file, "2");
    assert_false(refreshed(fixture, true));
    assert_int_equal(rename(aside, file), 0);
    assert_false(refreshed(fixture, true));
    end_call(fixture, exchange);
    assert_true(refreshed(fixture, true));
    assert_false(refreshed(fixture, true));
}

/* What is learned of a file by one attempt, and another. */
static bool is_doubted_after(enum aurpay_transfer first, double first_tls, enum aurpay_step step,
                             enum aurpay_transfer second)
{
    struct aurpay_trusted_file *files = NULL;
    struct aurpay_response response = {.transfer = first, .step = step, .timings = {.tls = first_tls}};
    bool has_changed, is_doubted;

    assert_int_equal(aurpay_trust_check(&files, "/dev/null", &has_changed), AURPAY_OK);
    assert_int_equal(aurpay_trust_check(&files, "/dev/zero", &has_changed), AURPAY_OK);
    aurpay_trust_learn(files, "/dev/null", &response);
    response = (struct aurpay_response){.transfer = second, .step = AURPAY_STEP_TLS};
    aurpay_trust_learn(files, "/dev/null", &response);
    is_doubted = aurpay_trust_is_doubted(files, "/dev/null");
    assert_false(aurpay_trust_is_doubted(files, "/dev/zero"));
    assert_false(aurpay_trust_is_doubted(files, "/dev/full"));
    aurpay_trust_forget(&files);
    return is_doubted;
}

static void test_a_file_is_in_doubt_when_a_server_is_refused_or_no_handshake_has_succeeded(void **state)
{
    const enum aurpay_transfer whole = AURPAY_TRANSFER_COMPLETE, broken = AURPAY_TRANSFER_TLS_FAILED,
                               refused = AURPAY_TRANSFER_CERTIFICATE_UNKNOWN_CA;

    (void)state;
    assert_false(is_doubted_after(whole, 1, AURPAY_STEP_BEGINNING, whole));
    assert_false(is_doubted_after(whole, 1, AURPAY_STEP_BEGINNING, broken));
    assert_true(is_doubted_after(whole, 1, AURPAY_STEP_BEGINNING, refused));
    assert_true(is_doubted_after(broken, 0, AURPAY_STEP_TLS, whole));
    assert_false(is_doubted_after(AURPAY_TRANSFER_NOT_CONNECTED, 0, AURPAY_STEP_CONNECTION, whole));
    assert_false(is_doubted_after(AURPAY_TRANSFER_BROKEN, 1, AURPAY_STEP_ANSWER, broken));
}

/* The list is full, or was emptied during the call. */
static void test_a_failure_with_a_file_that_is_not_listed_puts_no_other_in_doubt(void **state)
{
    const struct aurpay_response refused = {.transfer = AURPAY_TRANSFER_CERTIFICATE_UNKNOWN_CA,
                                            .step = AURPAY_STEP_TLS};
    struct aurpay_trusted_file *files = NULL;
    bool has_changed;

    (void)state;
    aurpay_trust_learn(files, "/dev/full", &refused);
    assert_null(files);
    assert_int_equal(aurpay_trust_check(&files, "/dev/null", &has_changed), AURPAY_OK);
    assert_int_equal(aurpay_trust_check(&files, "/dev/zero", &has_changed), AURPAY_OK);
    aurpay_trust_learn(files, "/dev/full", &refused);
    assert_false(aurpay_trust_is_doubted(files, "/dev/null"));
    assert_false(aurpay_trust_is_doubted(files, "/dev/zero"));
    assert_false(aurpay_trust_is_doubted(files, "/dev/full"));
    aurpay_trust_forget(&files);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_kind_of_change_is_noticed),
        cmocka_unit_test(test_so_many_files_that_it_is_time_to_forget_them_count_as_a_change),
        cmocka_unit_test(test_a_file_is_in_doubt_when_a_server_is_refused_or_no_handshake_has_succeeded),
        cmocka_unit_test(test_a_failure_with_a_file_that_is_not_listed_puts_no_other_in_doubt),
        test_with_fixture(test_a_pool_is_replaced_when_its_file_has_changed_and_keeps_its_counts),
        test_with_fixture(test_a_pool_is_not_replaced_under_a_call_but_after_it),
        test_with_fixture(test_a_file_that_was_first_used_under_a_call_is_known),
        test_with_fixture(test_a_file_that_was_another_under_a_call_and_is_itself_again_has_changed),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
