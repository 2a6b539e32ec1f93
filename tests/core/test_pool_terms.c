/* A connection serves only attempts with the settings that it was made with, whatever libcurl offers: over
 * plain HTTP libcurl ignores ca_file and pin when it looks for a connection, so it offers a connection of
 * other settings. */
#include "test.h"

#include "fixture.h"

static void assert_performed(struct fixture *fixture, const char *method, bool is_reused)
{
    fixture_perform(fixture, method, "/a", strcmp(method, "GET") == 0 ? NULL : "{}");
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_int_equal(fixture->response.http_status, 200);
    assert_int_equal(fixture->response.reused_connection, is_reused);
    assert_string_equal(fixture->response.error, "");
}

/* A request with the fixture's settings finds only a connection of other settings; the next one finds its
 * own. */
static void assert_kept_apart(struct fixture *fixture, const char *method)
{
    struct server_counts before = server_count(fixture->server), after;

    assert_performed(fixture, method, false);
    assert_performed(fixture, method, true);
    after = server_count(fixture->server);
    assert_int_equal(after.accepted - before.accepted, 1);
    assert_int_equal(after.requests - before.requests, 2);
}

static void test_a_read_of_other_terms_takes_a_connection_of_its_own(void **state)
{
    struct fixture *fixture = *state;

    fixture_warm_up(fixture);
    fixture->settings.ca_file = "/ca.pem";
    assert_kept_apart(fixture, "GET");
    fixture->settings.ca_file = "/another.pem";
    assert_kept_apart(fixture, "GET");
    fixture->settings.pinned_public_key = "sha256//a";
    assert_kept_apart(fixture, "GET");
    fixture->settings.pinned_public_key = "sha256//A";
    assert_kept_apart(fixture, "GET");
}

static void test_any_other_call_of_other_terms_is_executed_once_on_one_of_its_own(void **state)
{
    struct fixture *fixture = *state;

    fixture_warm_up(fixture);
    fixture->settings.ca_file = "/ca.pem";
    assert_kept_apart(fixture, "POST");
    assert_int_equal(server_count(fixture->server).executed, 2);
}

/* The text of one setting is not mistaken for that of the next. */
static void test_which_setting_a_text_belongs_to_matters(void **state)
{
    struct fixture *fixture = *state;

    fixture->settings.ca_file = "x";
    fixture_warm_up(fixture);
    fixture->settings.ca_file = NULL;
    fixture->settings.pinned_public_key = "x";
    assert_kept_apart(fixture, "GET");
}

static void test_the_user_agent_is_none_of_the_terms(void **state)
{
    struct fixture *fixture = *state;

    fixture_warm_up(fixture);
    fixture->settings.user_agent = "another";
    assert_performed(fixture, "GET", true);
}

static void test_a_call_that_may_not_ride_along_fails_when_there_is_no_other_connection(void **state)
{
    struct fixture *fixture = *state;

    fixture->server->rubbish_from = 2;
    fixture_warm_up(fixture);
    fixture->settings.ca_file = "/ca.pem";
    fixture_perform(fixture, "POST", "/a", "{}");
    assert_int_not_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_int_equal(server_count(fixture->server).executed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_fixture(test_a_read_of_other_terms_takes_a_connection_of_its_own),
        test_with_fixture(test_any_other_call_of_other_terms_is_executed_once_on_one_of_its_own),
        test_with_fixture(test_which_setting_a_text_belongs_to_matters),
        test_with_fixture(test_the_user_agent_is_none_of_the_terms),
        test_with_fixture(test_a_call_that_may_not_ride_along_fails_when_there_is_no_other_connection),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
