#!/usr/bin/env bash
# Makes calls in eight threads at the same time, with ThreadSanitizer, in the core alone and in PHP.
#
# usage: ./dev threads [CHECK...]
#
#   CHECK  runs only these checks: core embed
#
# core: the tests of tests/core that have threads, with some thousand calls. embed: tests/threads/embed.c runs
# tests/threads/calls.php in the threads of a PHP with --enable-zts, against a sandbox. The program and the extension
# are built with ThreadSanitizer, and PHP, libcurl and OpenSSL are not. So data races between the extension's own
# lines are found, and those inside of these libraries are not.
#
# The PHP is the one of "./dev matrix debug-zts".

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/php-build.sh"
. "$root/scripts/lib/sums.sh"

help_if_asked "${1:-}"
all_checks=(core embed)
checks=("$@")
[[ ${#checks[@]} -gt 0 ]] || checks=("${all_checks[@]}")
for check in "${checks[@]}"; do
    [[ " ${all_checks[*]} " == *" $check "* ]] || bad_usage "there is no check '$check'"
done

require build run unit
. "$root/scripts/lib/sandbox.sh"
cd "$root"
make_build_folder
dir=$build/threads
own_folder "$dir"
work=$(mktemp -d)
clean_up() {
    stop_sandbox
    rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

sanitize=-fsanitize=thread
export TSAN_OPTIONS=halt_on_error=0:exitcode=66
threads=8

check_core() {
    local program
    for program in test_threads test_pool_threads test_digest_memory; do
        make -s -f tests/core/Makefile -j"$(cpu_count)" BUILD=build/threads/core CC="${CC:-gcc}" \
            "SANITIZE=$sanitize" "build/threads/core/$program"
        AURPAY_TEST_ROUNDS=20 "$dir/core/$program" | tee "$dir/$program.output"
    done
    sed -n 's/^# /> /p' "$dir/test_threads.output"
}

check_embed() {
    local extension orders requests=150
    export PHPIZE=$php_prefix/bin/phpize PHP_CONFIG=$php_prefix/bin/php-config
    extension=$(CFLAGS="-O1 -g $sanitize" LDFLAGS=$sanitize bash scripts/build.sh --dir threads-php --print-path)
    # shellcheck disable=SC2046 # flags
    "${CC:-gcc}" -std=gnu11 -O1 -g -Wall -Wextra "$sanitize" \
        $("$PHP_CONFIG" --includes | sed 's/-I/-isystem /g') tests/threads/embed.c \
        -L"$php_prefix/lib" -Wl,-rpath,"$php_prefix/lib" -lphp -lpthread -o "$dir/embed"
    echo "extension=$extension" >"$dir/php.ini"
    start_sandbox --json
    export_merchant base_uri api_key api_token api_secret callback_token callback_secret
    "$dir/embed" "$dir/php.ini" "$root/tests/threads/calls.php" "$threads" "$requests" | tee "$dir/embed.output"
    # Each web request creates one order, and no more.
    # shellcheck disable=SC2016 # PHP expands it
    orders=$(php -r '
        $context = stream_context_create(["http" => ["header" => "API-Key: " . getenv("AURPAY_API_KEY")]]);
        $answer = file_get_contents(getenv("AURPAY_BASE_URI") . "/api/v2/order/?size=1", false, $context);
        echo json_decode($answer, true, 16, JSON_THROW_ON_ERROR)["data"]["total"];
    ')
    [[ $orders -eq $((threads * requests)) ]] || die "the sandbox has $orders orders, not $((threads * requests))"
    echo "> $(tail -n 1 "$dir/embed.output"), and the sandbox has $orders orders"
}

if [[ " ${checks[*]} " == *' embed '* ]]; then
    make_debug_zts
fi
run_checks "$dir" "${checks[@]}"
