/* The meaning of an attempt: the whole table, written from the design's errors and not from the code. */
#include "test.h"

#include "core/outcome.h"

/* One letter for each outcome keeps the table readable. */
#define SUCCESS 'S'
#define REFUSED 'R'
#define UNAUTHENTICATED 'A'
#define RATE_LIMITED 'L'
#define TRANSPORT_FAILED 'T'
#define FOREIGN_ANSWER 'F'
#define UNKNOWN 'U'

static const long statuses[] = {0, 200, 201, 204, 302, 400, 401, 403, 404, 429, 500, 502, 503};

static const char *const answer_names[] = {"none", "success", "refusal", "json", "foreign"};

static char letter(enum aurpay_outcome outcome)
{
    switch (outcome) {
    case AURPAY_OUTCOME_SUCCESS:
        return SUCCESS;
    case AURPAY_OUTCOME_REFUSED:
        return REFUSED;
    case AURPAY_OUTCOME_UNAUTHENTICATED:
        return UNAUTHENTICATED;
    case AURPAY_OUTCOME_RATE_LIMITED:
        return RATE_LIMITED;
    case AURPAY_OUTCOME_TRANSPORT_FAILED:
        return TRANSPORT_FAILED;
    case AURPAY_OUTCOME_FOREIGN_ANSWER:
        return FOREIGN_ANSWER;
    case AURPAY_OUTCOME_UNKNOWN:
        return UNKNOWN;
    }
    return '?';
}

static char classify(const struct aurpay_outcome_facts *facts)
{
    return letter(aurpay_outcome_classify(facts));
}

static void assert_row(bool is_read, bool sent, enum aurpay_answer answer, const char *expected)
{
    size_t i;

    assert_int_equal(strlen(expected), COUNT(statuses));
    for (i = 0; i < COUNT(statuses); i++) {
        struct aurpay_outcome_facts facts = {
            .is_read = is_read, .sent = sent, .answer = answer, .http_status = statuses[i]};

        if (classify(&facts) != expected[i]) {
            fail_msg("%s, %s, answer %s, status %ld: %c instead of %c", is_read ? "read" : "no read",
                     sent ? "sent" : "not sent", answer_names[answer], statuses[i], classify(&facts),
                     expected[i]);
        }
    }
}

/* Columns:                          0 200 201 204 302 400 401 403 404 429 500 502 503 */
static void test_a_call_that_is_not_a_read(void **state)
{
    (void)state;
    assert_row(false, true, AURPAY_ANSWER_NONE, "UUUUUUUUUUUUU");
    assert_row(false, true, AURPAY_ANSWER_SUCCESS, "USSSUUUUULUUU");
    assert_row(false, true, AURPAY_ANSWER_REFUSAL, "URRRURARRLUUU");
    assert_row(false, true, AURPAY_ANSWER_JSON, "UUUUURARRLUUU");
    assert_row(false, true, AURPAY_ANSWER_FOREIGN, "UUUUUUUUULUUU");
}

static void test_a_read(void **state)
{
    (void)state;
    assert_row(true, true, AURPAY_ANSWER_NONE, "TTTTTTTTTTTTT");
    assert_row(true, true, AURPAY_ANSWER_SUCCESS, "FSSSFFFFFLFFF");
    assert_row(true, true, AURPAY_ANSWER_REFUSAL, "FRRRFRARRLRRR");
    assert_row(true, true, AURPAY_ANSWER_JSON, "FFFFFRARRLFFF");
    assert_row(true, true, AURPAY_ANSWER_FOREIGN, "FFFFFFFFFLFFF");
}

static void test_what_was_not_sent_was_not_executed(void **state)
{
    (void)state;
    assert_row(false, false, AURPAY_ANSWER_NONE, "TTTTTTTTTTTTT");
    assert_row(true, false, AURPAY_ANSWER_NONE, "TTTTTTTTTTTTT");
}

/* An answer that came although the sent flag is not set is judged like any other. */
static void test_an_answer_weighs_more_than_the_flag(void **state)
{
    (void)state;
    assert_row(false, false, AURPAY_ANSWER_SUCCESS, "USSSUUUUULUUU");
    assert_row(false, false, AURPAY_ANSWER_REFUSAL, "URRRURARRLUUU");
    assert_row(false, false, AURPAY_ANSWER_JSON, "UUUUURARRLUUU");
    assert_row(false, false, AURPAY_ANSWER_FOREIGN, "UUUUUUUUULUUU");
    assert_row(true, false, AURPAY_ANSWER_SUCCESS, "FSSSFFFFFLFFF");
    assert_row(true, false, AURPAY_ANSWER_REFUSAL, "FRRRFRARRLRRR");
    assert_row(true, false, AURPAY_ANSWER_JSON, "FFFFFRARRLFFF");
    assert_row(true, false, AURPAY_ANSWER_FOREIGN, "FFFFFFFFFLFFF");
}

static char classify_envelope(long http_status, int64_t api_code, bool not_found_is_authentication)
{
    struct aurpay_outcome_facts facts = {
        .sent = true,
        .answer = AURPAY_ANSWER_REFUSAL,
        .http_status = http_status,
        .api_code = api_code,
        .not_found_is_authentication = not_found_is_authentication,
    };

    return classify(&facts);
}

static void test_the_envelopes_code_can_say_that_the_credentials_are_wrong(void **state)
{
    (void)state;
    assert_int_equal(classify_envelope(200, 401, false), UNAUTHENTICATED);
    assert_int_equal(classify_envelope(400, 401, false), UNAUTHENTICATED);
    assert_int_equal(classify_envelope(401, 1, false), UNAUTHENTICATED);
    assert_int_equal(classify_envelope(200, 400, false), REFUSED);
    assert_int_equal(classify_envelope(200, 403, false), REFUSED);
    assert_int_equal(classify_envelope(200, -1, false), REFUSED);
}

static void test_a_login_that_finds_nobody_is_wrong_credentials(void **state)
{
    (void)state;
    assert_int_equal(classify_envelope(404, 0, true), UNAUTHENTICATED);
    assert_int_equal(classify_envelope(200, 404, true), UNAUTHENTICATED);
    assert_int_equal(classify_envelope(404, 404, false), REFUSED);
    assert_int_equal(classify_envelope(200, 404, false), REFUSED);
    assert_int_equal(classify_envelope(403, 403, true), REFUSED);
}

/* "An undocumented 5xx, with an envelope or without": the envelope's content does not matter. */
static void test_no_code_of_an_envelope_settles_a_5xx(void **state)
{
    static const int64_t codes[] = {0, 1, 401, 404, 429, -1};
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(codes); i++) {
        assert_int_equal(classify_envelope(500, codes[i], true), UNKNOWN);
        assert_int_equal(classify_envelope(599, codes[i], false), UNKNOWN);
    }
}

static void test_rate_limiting_is_never_executed_whatever_the_body_is(void **state)
{
    static const enum aurpay_answer answers[] = {AURPAY_ANSWER_SUCCESS, AURPAY_ANSWER_REFUSAL,
                                                 AURPAY_ANSWER_JSON, AURPAY_ANSWER_FOREIGN};
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(answers); i++) {
        struct aurpay_outcome_facts facts = {
            .sent = true, .answer = answers[i], .http_status = 429, .api_code = 401};

        assert_int_equal(classify(&facts), RATE_LIMITED);
    }
}

/* The API's own verdict on a call: its envelope under 2xx or 4xx, JSON under 4xx, or the status 429. */
static bool settles(const struct aurpay_outcome_facts *facts)
{
    bool is_2xx = facts->http_status / 100 == 2, is_4xx = facts->http_status / 100 == 4;

    switch (facts->answer) {
    case AURPAY_ANSWER_SUCCESS:
    case AURPAY_ANSWER_REFUSAL:
        return is_2xx || is_4xx;
    case AURPAY_ANSWER_JSON:
        return is_4xx;
    case AURPAY_ANSWER_FOREIGN:
        return facts->http_status == 429;
    case AURPAY_ANSWER_NONE:
        break;
    }
    return false;
}

static void assert_invariants(const struct aurpay_outcome_facts *facts)
{
    char outcome = classify(facts);

    if (!facts->is_read && facts->sent && !settles(facts)) {
        assert_int_equal(outcome, UNKNOWN);
    }
    if (facts->is_read) {
        assert_int_not_equal(outcome, UNKNOWN);
    } else {
        assert_int_not_equal(outcome, FOREIGN_ANSWER);
    }
    if (outcome == SUCCESS) {
        assert_int_equal(facts->answer, AURPAY_ANSWER_SUCCESS);
        assert_int_equal(facts->http_status / 100, 2);
    }
    if (outcome == TRANSPORT_FAILED) {
        assert_true(facts->is_read || !facts->sent);
    }
}

/* For every status and every code that means something: a call that is not a read, was sent and got no
 * verdict is never "nothing was executed". */
static void test_an_unsettled_call_is_never_taken_for_not_executed(void **state)
{
    static const int64_t codes[] = {0, 1, 401, 404, 429, 500, -1, INT64_MAX};
    struct aurpay_outcome_facts facts = {.http_status = 0};
    unsigned int bits, code, answer;

    (void)state;
    for (facts.http_status = 0; facts.http_status < 1000; facts.http_status++) {
        for (answer = AURPAY_ANSWER_NONE; answer <= AURPAY_ANSWER_FOREIGN; answer++) {
            for (bits = 0; bits < 8 * COUNT(codes); bits++) {
                code = bits / 8;
                facts.is_read = bits & 1U;
                facts.sent = bits & 2U;
                facts.not_found_is_authentication = bits & 4U;
                facts.answer = (enum aurpay_answer)answer;
                facts.api_code = codes[code];
                assert_invariants(&facts);
            }
        }
    }
}

/* With EnayaPay the HTTP status is the answer: 302 "already registered" is no redirect there. */
static void test_a_documented_status_is_a_verdict(void **state)
{
    static const long documented[] = {201, 203, 302, 400, 404, 406, 502, 503};
    struct aurpay_outcome_facts facts = {.sent = true, .is_documented_status = true};
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(documented); i++) {
        facts.http_status = documented[i];
        facts.is_documented_authentication = false;
        facts.answer = AURPAY_ANSWER_SUCCESS;
        assert_int_equal(classify(&facts), SUCCESS);
        facts.answer = AURPAY_ANSWER_REFUSAL;
        assert_int_equal(classify(&facts), REFUSED);
        facts.is_documented_authentication = true;
        assert_int_equal(classify(&facts), UNAUTHENTICATED);
        facts.answer = AURPAY_ANSWER_FOREIGN;
        assert_int_equal(classify(&facts), UNKNOWN);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_call_that_is_not_a_read),
        cmocka_unit_test(test_a_read),
        cmocka_unit_test(test_what_was_not_sent_was_not_executed),
        cmocka_unit_test(test_an_answer_weighs_more_than_the_flag),
        cmocka_unit_test(test_the_envelopes_code_can_say_that_the_credentials_are_wrong),
        cmocka_unit_test(test_a_login_that_finds_nobody_is_wrong_credentials),
        cmocka_unit_test(test_no_code_of_an_envelope_settles_a_5xx),
        cmocka_unit_test(test_rate_limiting_is_never_executed_whatever_the_body_is),
        cmocka_unit_test(test_a_documented_status_is_a_verdict),
        cmocka_unit_test(test_an_unsettled_call_is_never_taken_for_not_executed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
