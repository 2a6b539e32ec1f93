/* URLs: the base of an API and a callback are https (http on loopback alone, for the sandbox); URLs for a
 * browser and of a proxy may be http too. */
#include "test.h"

#include <curl/curl.h>

#include "core/validate.h"

#define BASE (1U << AURPAY_URL_BASE)
#define CALLBACK (1U << AURPAY_URL_CALLBACK)
#define BROWSER (1U << AURPAY_URL_BROWSER)
#define PROXY (1U << AURPAY_URL_PROXY)
#define ALL (BASE | CALLBACK | BROWSER | PROXY)

struct url {
    struct text text;
    /* The uses that accept the URL. */
    unsigned int kinds;
};

static void assert_fit(const struct url *urls, size_t count)
{
    static const char *const names[] = {"base", "callback", "browser", "proxy"};
    unsigned int kind, wrong = 0;
    size_t i;

    for (i = 0; i < count; i++) {
        for (kind = 0; kind < COUNT(names); kind++) {
            bool expected = (urls[i].kinds >> kind & 1U) != 0;

            enum aurpay_code code =
                aurpay_validate_url((enum aurpay_url_kind)kind, urls[i].text.bytes, urls[i].text.size);

            if (code != (expected ? AURPAY_OK : AURPAY_ERROR_INVALID)) {
                print_error("%s as %s: \"%s\"\n", expected ? "refused" : "taken", names[kind],
                            urls[i].text.bytes);
                wrong++;
            }
        }
    }
    assert_int_equal(wrong, 0);
}

static void test_https_is_taken_for_everything(void **state)
{
    static const struct url urls[] = {
        {TEXT("https://dashboard.aurpay.net"), ALL},  {TEXT("https://api.azpays.net/v1"), ALL},
        {TEXT("https://shop.example:8443/a/b"), ALL}, {TEXT("https://127.0.0.1"), ALL},
        {TEXT("https://[2001:db8::1]:8443/"), ALL},   {TEXT("https://xn--e1afmkfd.example/"), ALL},
    };

    (void)state;
    assert_fit(urls, COUNT(urls));
}

static void test_http_on_loopback_is_taken(void **state)
{
    static const struct url urls[] = {
        {TEXT("http://127.0.0.1"), ALL},  {TEXT("http://127.0.0.1:8080/api"), ALL},
        {TEXT("http://127.9.9.9/"), ALL}, {TEXT("http://127.255.255.254:1"), ALL},
        {TEXT("http://[::1]"), ALL},      {TEXT("http://[::1]:8080/api"), ALL},
        {TEXT("http://localhost"), ALL},  {TEXT("http://localhost:8080/api"), ALL},
    };

    (void)state;
    assert_fit(urls, COUNT(urls));
}

static void test_http_elsewhere_is_for_browsers_and_proxies(void **state)
{
    static const struct url urls[] = {
        {TEXT("http://shop.example/"), BROWSER | PROXY},
        {TEXT("http://127.0.0.1.evil.example/"), BROWSER | PROXY},
        {TEXT("http://localhost.evil/"), BROWSER | PROXY},
        {TEXT("http://localhost.evil.example:8080/"), BROWSER | PROXY},
        {TEXT("http://notlocalhost/"), BROWSER | PROXY},
        {TEXT("http://evil.example/127.0.0.1"), BROWSER | PROXY},
        {TEXT("http://evil.example:127/"), BROWSER | PROXY},
        {TEXT("http://126.0.0.1/"), BROWSER | PROXY},
        {TEXT("http://128.0.0.1/"), BROWSER | PROXY},
        {TEXT("http://10.0.0.1/"), BROWSER | PROXY},
        {TEXT("http://0.0.0.0/"), BROWSER | PROXY},
        {TEXT("http://1270.0.0.1/"), BROWSER | PROXY},
        {TEXT("http://127.0.0.1x/"), BROWSER | PROXY},
        {TEXT("http://127.0.0.x/"), BROWSER | PROXY},
        {TEXT("http://[::2]/"), BROWSER | PROXY},
        {TEXT("http://[::ffff:10.0.0.1]/"), BROWSER | PROXY},
        {TEXT("http://[2001:db8::1]/"), BROWSER | PROXY},
        {TEXT("http://evil.example/?http://127.0.0.1"), BROWSER | PROXY},
    };

    (void)state;
    assert_fit(urls, COUNT(urls));
}

/* A minus turns it into a name, which a name server could answer. */
static void test_a_name_that_only_reads_like_loopback_is_not_loopback(void **state)
{
    static const struct url urls[] = {
        {TEXT("http://127.-0.0.1/"), BROWSER | PROXY},
        {TEXT("http://127.0.0.-0/"), BROWSER | PROXY},
    };

    (void)state;
    assert_fit(urls, COUNT(urls));
}

static void test_credentials_are_for_proxies_alone(void **state)
{
    static const struct url urls[] = {
        {TEXT("https://user:pass@shop.example/"), PROXY},
        {TEXT("https://user@shop.example/"), PROXY},
        {TEXT("https://:pass@shop.example/"), PROXY},
        {TEXT("http://user:pass@proxy.example:3128"), PROXY},
        {TEXT("http://127.0.0.1@evil.example/"), PROXY},
        {TEXT("https://127.0.0.1:80@evil.example/"), PROXY},
        {TEXT("http://localhost:80@evil.example/"), PROXY},
    };

    (void)state;
    assert_fit(urls, COUNT(urls));
}

static void test_a_base_has_no_query(void **state)
{
    static const struct url urls[] = {
        {TEXT("https://shop.example/cb?order=1&key=a%20b"), CALLBACK | BROWSER | PROXY},
        {TEXT("https://shop.example?x"), CALLBACK | BROWSER | PROXY},
        {TEXT("https://shop.example/?"), CALLBACK | BROWSER | PROXY},
        {TEXT("https://shop.example?"), CALLBACK | BROWSER | PROXY},
    };

    (void)state;
    assert_fit(urls, COUNT(urls));
}

/* Below it stands every target, which must not leave it. libcurl itself resolves the dots of the others. */
static void test_the_path_of_a_base_is_a_target(void **state)
{
    static const struct url urls[] = {
        {TEXT("https://shop.example/a%20b/"), ALL},
        {TEXT("https://shop.example/a%2fb"), CALLBACK | BROWSER | PROXY},
        {TEXT("https://shop.example/%2e%2e/a"), CALLBACK | BROWSER | PROXY},
        {TEXT("https://shop.example/a;b/..;c/d"), CALLBACK | BROWSER | PROXY},
        {TEXT("https://shop.example/a//b"), CALLBACK | BROWSER | PROXY},
        {TEXT("https://shop.example/a%zz"), CALLBACK | BROWSER | PROXY},
    };

    (void)state;
    assert_fit(urls, COUNT(urls));
}

static void test_a_fragment_is_for_browsers_alone(void **state)
{
    static const struct url urls[] = {
        {TEXT("https://shop.example/#/cashier/1"), BROWSER},
        {TEXT("https://shop.example/a?b#c"), BROWSER},
        {TEXT("https://shop.example#c"), BROWSER},
    };

    (void)state;
    assert_fit(urls, COUNT(urls));
}

/* libcurl takes dot segments out of a URL that it parses. The request line would keep them: servers would
 * take them out, or refuse the signature. */
static void test_a_base_has_no_dot_segments(void **state)
{
    static const struct url urls[] = {
        {TEXT("https://shop.example/a/../b"), CALLBACK | BROWSER | PROXY},
        {TEXT("https://shop.example/./api"), CALLBACK | BROWSER | PROXY},
        {TEXT("https://shop.example/api/.."), CALLBACK | BROWSER | PROXY},
        {TEXT("https://shop.example/.."), CALLBACK | BROWSER | PROXY},
        {TEXT("https://shop.example/."), CALLBACK | BROWSER | PROXY},
        {TEXT("http://127.0.0.1:8080/a/../b"), CALLBACK | BROWSER | PROXY},
        {TEXT("https://shop.example/a/..;x/b"), CALLBACK | BROWSER | PROXY},
        {TEXT("https://shop.example/a//../b"), CALLBACK | BROWSER | PROXY},
        {TEXT("https://shop.example/.well-known/a..b/..c"), ALL},
    };

    (void)state;
    assert_fit(urls, COUNT(urls));
}

/* Text appended to a base that ends in `#` would never reach the server. */
static void test_an_empty_fragment_is_a_fragment(void **state)
{
    static const struct url urls[] = {
        {TEXT("https://shop.example/#"), BROWSER},
        {TEXT("https://shop.example#"), BROWSER},
        {TEXT("https://shop.example/cb?order=1#"), BROWSER},
    };

    (void)state;
    assert_fit(urls, COUNT(urls));
}

/* libcurl reads one slash and three as two; the signature and other readers do not. */
static void test_exactly_two_slashes_stand_before_the_host(void **state)
{
    static const struct url urls[] = {
        {TEXT("https:/shop.example/"), 0},    {TEXT("https:///shop.example/"), 0},
        {TEXT("https:////shop.example/"), 0}, {TEXT("https:shop.example"), 0},
        {TEXT("http:/127.0.0.1/"), 0},        {TEXT("http:///127.0.0.1/"), 0},
    };

    (void)state;
    assert_fit(urls, COUNT(urls));
}

static void test_other_schemes_and_relative_urls_are_refused(void **state)
{
    static const struct url urls[] = {
        {TEXT("ftp://shop.example/"), 0},
        {TEXT("file:///etc/passwd"), 0},
        {TEXT("gopher://127.0.0.1/"), 0},
        {TEXT("ws://127.0.0.1/"), 0},
        {TEXT("javascript:alert(1)"), 0},
        {TEXT("data:text/html,x"), 0},
        {TEXT("mailto:a@shop.example"), 0},
        {TEXT("//x"), 0},
        {TEXT("//shop.example/"), 0},
        {TEXT("/path"), 0},
        {TEXT("shop.example"), 0},
        {TEXT("shop.example:443/x"), 0},
        {TEXT("localhost:8080"), 0},
        {TEXT("://shop.example"), 0},
        {TEXT("httpss://shop.example"), 0},
        {TEXT("https"), 0},
        {TEXT("https:"), 0},
        {TEXT("https://"), 0},
        {TEXT("https:///"), 0},
        {TEXT("https://:443/"), 0},
        {TEXT("https://?x"), 0},
        {TEXT("socks5://127.0.0.1:1080"), 0},
        {TEXT(""), 0},
        {TEXT(":"), 0},
    };

    (void)state;
    assert_fit(urls, COUNT(urls));
}

static void test_urls_with_bytes_that_do_not_belong_are_refused(void **state)
{
    static const struct url urls[] = {
        {TEXT(" https://shop.example/"), 0},
        {TEXT("https://shop.example/ "), 0},
        {TEXT("https://shop.example/a b"), 0},
        {TEXT("https://shop.example/\n"), 0},
        {TEXT("https://shop.example/\r\nX: y"), 0},
        {TEXT("https://shop.example/\t"), 0},
        {TEXT("https://shop.example\0.evil/"), 0},
        {TEXT("https://shop.example/\0"), 0},
        {TEXT("https://shop.example\\@evil/"), 0},
        {TEXT("https:\\\\shop.example"), 0},
        {TEXT("https://shop.example/\x7f"), 0},
        {TEXT("https://sh op.example/"), 0},
        {TEXT("https://[::1/"), 0},
        {TEXT("https://[]/"), 0},
        {TEXT("https://[shop.example]/"), 0},
        {TEXT("https://shop.example:x/"), 0},
        {TEXT("https://shop.example:65536/"), 0},
        {TEXT("https://shop.example:-1/"), 0},
    };

    (void)state;
    assert_fit(urls, COUNT(urls));
}

static void test_a_url_has_2048_bytes_at_most(void **state)
{
    char url[2050];

    (void)state;
    memset(url, 'a', sizeof(url));
    memcpy(url, "https://shop.example/", strlen("https://shop.example/"));
    url[2048] = '\0';
    assert_int_equal(aurpay_validate_url(AURPAY_URL_CALLBACK, url, 2048), AURPAY_OK);
    url[2048] = 'a';
    url[2049] = '\0';
    assert_int_equal(aurpay_validate_url(AURPAY_URL_CALLBACK, url, 2049), AURPAY_ERROR_INVALID);
}

/* Whether libcurl accepts the text as a URL for a browser, without user and password. */
static bool libcurl_takes(const char *text)
{
    CURLU *url = curl_url();
    char *scheme = NULL, *user = NULL;
    bool takes = curl_url_set(url, CURLUPART_URL, text, 0) == CURLUE_OK &&
                 curl_url_get(url, CURLUPART_SCHEME, &scheme, 0) == CURLUE_OK &&
                 (strcmp(scheme, "https") == 0 || strcmp(scheme, "http") == 0) &&
                 curl_url_get(url, CURLUPART_USER, &user, 0) == CURLUE_NO_USER;

    curl_free(scheme);
    curl_free(user);
    curl_url_cleanup(url);
    return takes;
}

/* Our check accepts most URLs without asking libcurl. */
static void test_no_url_is_taken_that_libcurl_refuses(void **state)
{
    static const char *const pieces[] = {
        "shop", "example", ".", ".", "-", "a", "7",    "127", "0x7f", "xn--a", "/", "/", "?",  "#", ":", "@",
        "%",    "%2f",     "=", "&", "[", "]", ":443", ":0",  "é",    "_",     "~", "*", "\"", "<", "{", "|"};
    unsigned int number = 42, taken = 0, i, piece;

    (void)state;
    for (i = 0; i < 50000; i++) {
        char url[256] = "https://shop";
        bool ours;

        for (piece = 0; piece < 1 + i % 9; piece++) {
            number = number * 1103515245U + 12345U;
            strcat(url, pieces[(number >> 16) % COUNT(pieces)]);
        }
        ours = aurpay_validate_url(AURPAY_URL_BROWSER, url, strlen(url)) == AURPAY_OK;
        taken += ours ? 1 : 0;
        assert_for_case(!ours || libcurl_takes(url), url);
    }
    assert_between(taken, 1000, 49000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_https_is_taken_for_everything),
        cmocka_unit_test(test_http_on_loopback_is_taken),
        cmocka_unit_test(test_http_elsewhere_is_for_browsers_and_proxies),
        cmocka_unit_test(test_a_name_that_only_reads_like_loopback_is_not_loopback),
        cmocka_unit_test(test_credentials_are_for_proxies_alone),
        cmocka_unit_test(test_a_base_has_no_query),
        cmocka_unit_test(test_the_path_of_a_base_is_a_target),
        cmocka_unit_test(test_a_fragment_is_for_browsers_alone),
        cmocka_unit_test(test_a_base_has_no_dot_segments),
        cmocka_unit_test(test_an_empty_fragment_is_a_fragment),
        cmocka_unit_test(test_exactly_two_slashes_stand_before_the_host),
        cmocka_unit_test(test_other_schemes_and_relative_urls_are_refused),
        cmocka_unit_test(test_urls_with_bytes_that_do_not_belong_are_refused),
        cmocka_unit_test(test_a_url_has_2048_bytes_at_most),
        cmocka_unit_test(test_no_url_is_taken_that_libcurl_refuses),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
