#!/usr/bin/env bash
# Runs the tests on one PHP of the matrix. Builds or installs that PHP first if needed.
#
# usage: scripts/matrix/run.sh NAME
#
# "./dev help matrix" lists the names. The last two lines are the versions with the number of leaks, and
# "N passed, N failed".

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/chroot.sh"
. "$root/scripts/lib/mirror.sh"
. "$root/scripts/lib/sums.sh"
. "$root/scripts/lib/php-build.sh"
. "$root/scripts/matrix/chroot.sh"

help_if_asked "${1:-}"
[[ $# -eq 1 ]] || bad_usage 'give the name of one PHP'
name=$1
make_build_folder
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Matches leak reports of a debug build of PHP, of LeakSanitizer and of valgrind.
leak_pattern='memory leaks detected ===|/Zend/.*: Freeing 0x|LeakSanitizer: detected|(definitely|indirectly) lost'

# Runs a test command and adds the numbers of its last line to the total.
run_tests() {
    local log=$work/log status=0
    "$@" 2>&1 | tee "$log" | sed -E '$d' || status=$?
    if ! read_sum "$log" "$status"; then
        tail -n 1 "$log"
        die "the tests on $name did not finish (status $status)"
    fi
    add_sum
}

# Prints which PHP, libcurl and OpenSSL the tests ran with. The arguments are the command of that PHP.
versions() {
    "$@" -r 'echo "PHP ", PHP_VERSION, PHP_ZTS ? " ZTS" : " NTS", PHP_DEBUG ? " debug" : "";'
    "$@" --ri aurpay | sed -n -E 's/^libcurl => /libcurl /p; s/^OpenSSL => (OpenSSL )?([^ ]+).*/OpenSSL \2/p' |
        while read -r line; do printf ', %s' "$line"; done
}

# Prints how many of the failed tests have a leak report.
count_leaks() {
    { grep -lE "$leak_pattern" "$1"/*.{out,mem,log} 2>/dev/null || true; } | sed 's/\.[a-z]*$//' | sort -u | wc -l
}

# Prints the last two lines: finish FAILURES-FOLDER LOOKS-FOR-LEAKS PHP-COMMAND...
finish() {
    local failures=$1 looks=$2 leaks='leaks not checked' line
    shift 2
    if [[ -n $looks ]]; then
        leaks="leaks in $(count_leaks "$failures") tests"
    fi
    line=$(versions "$@") || die "the PHP of $name does not print its versions"
    echo "$name: $line; $leaks"
    finish_sum
}

# Tests with a PHP that make_php built, and with its php-fpm. The test servers run in the system's PHP.
test_source_build() {
    local prefix=$1
    run_tests env PHPIZE="$prefix/bin/phpize" PHP_CONFIG="$prefix/bin/php-config" AURPAY_FPM="$prefix/sbin/php-fpm" \
        bash "$root/scripts/test.sh" --dir "test-$name" --phpt --skips-fail
    finish "$build/test-$name/failures" yes \
        "$prefix/bin/php" -n -d extension="$build/test-$name/obj/modules/aurpay.so"
}

test_debug() {
    require build run
    make_debug_zts
    test_source_build "$php_prefix"
}

test_asan() {
    require build run
    make_asan_zts
    export ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1 TEST_PHP_ARGS=--asan
    # Modules stay loaded, so that reports have the names of their functions. php-fpm never frees its copy of the
    # environment, so that leak is suppressed.
    echo 'leak:fpm_env_init_main' >"$work/lsan"
    export ZEND_DONT_UNLOAD_MODULES=1 LSAN_OPTIONS=suppressions=$work/lsan:print_suppressions=0
    test_source_build "$php_prefix"
}

# Prints valgrind suppressions for objects and arrays that are in a reference cycle when a script ends. Only a debug
# build of PHP frees them then, and debug-zts checks that.
engine_leaks() {
    local function
    for function in object_init_ex zend_array_dup; do
        printf '{\n%s\nMemcheck:Leak\nmatch-leak-kinds: definite\nfun:malloc\n...\nfun:%s\n}\n' "$function" "$function"
    done
}

# valgrind does not follow the test servers: see tests/support/README.md. With USE_TRACKED_ALLOC, memory_limit still
# works. PCRE's JIT is off, as its code reads whole words, beyond the end of a string.
test_valgrind() {
    require build run
    need valgrind command valgrind
    export TEST_PHP_ARGS='-m -d pcre.jit=0' ZEND_DONT_UNLOAD_MODULES=1 USE_TRACKED_ALLOC=1
    export VALGRIND_OPTS='--leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite'
    engine_leaks >"$work/valgrind"
    VALGRIND_OPTS+=" --suppressions=$work/valgrind"
    VALGRIND_OPTS+=' --trace-children-skip=*python*,*/php,*/php8*,*/php-fpm*,*openssl*'
    run_tests bash "$root/scripts/test.sh" --dir test-valgrind --phpt --skips-fail
    finish "$build/test-valgrind/failures" yes \
        php -n -d extension="$build/test-valgrind/obj/modules/aurpay.so"
}

# Runs a command in the copy of the checkout in $chroot.
in_copy() {
    in_chroot "$chroot" env -C /aurpay "$@"
}

# Runs the tests in the copy, and ./dev faults too: versions of libcurl differ most in how they handle failing
# connections.
test_copy() {
    copy_checkout "$chroot"
    run_tests in_copy bash scripts/test.sh --phpt --skips-fail
    run_tests in_copy bash scripts/faults.sh --calls 4000
}

# Prints the last two lines after tests in $chroot.
finish_chroot() {
    [[ $failed -eq 0 ]] || echo "build/test/failures is in $chroot/aurpay"
    finish "$chroot/aurpay/build/test/failures" '' in_copy php -n -d extension=/aurpay/build/test/obj/modules/aurpay.so
}

# Tests with the PHP of a Debian release.
test_release() {
    make_php_chroot "$1"
    test_copy
    finish_chroot
}

# Tests with the oldest supported libraries, libcurl 7.74 and OpenSSL 1.1.1 of Debian 11. The PHP of Debian 11 is too
# old, so a newer PHP is built there.
test_old_libraries() {
    make_chroot bullseye bullseye '' autoconf libsqlite3-dev libxml2-dev zlib1g-dev
    make_php_in_chroot
    test_copy
    test_newer_headers
    finish_chroot
}

# Builds the extension with the headers of the system's libcurl, and tests it with the older libcurl of the chroot. A
# host may load an older libcurl than the extension was built with: libcurl then refuses options that the headers
# define.
test_newer_headers() {
    local headers=build/newer-headers built=build/test-newer-headers/obj/modules/aurpay.so version information
    require build
    version=$(pkg-config --modversion libcurl)
    as_root rm -rf "$chroot/aurpay/$headers"
    as_root mkdir -p "$chroot/aurpay/$headers"
    as_root cp -r "$(dirname "$("${CC:-gcc}" -E -x c - <<<'#include <curl/curl.h>' |
        sed -n 's/^# [0-9]* "\(.*\/curl\/curl\.h\)".*/\1/p' | head -n 1)")" "$chroot/aurpay/$headers/"
    echo "dev: built with the headers of libcurl $version"
    run_tests in_copy env CFLAGS="-O2 -g -I/aurpay/$headers" bash scripts/test.sh --phpt --skips-fail \
        --dir test-newer-headers tests/at_most_once tests/errors tests/engine
    information=$(in_copy php -n -d extension="/aurpay/$built" --ri aurpay)
    [[ $information == *"libcurl (built with) => $version"$'\n'* ]] ||
        die "the tests were not built with the headers of libcurl $version"
}

# Builds PHP with the extension in it: ./configure --enable-aurpay in PHP's source, with ext/aurpay in $copy.
build_static() {
    local file log=$build/static
    unpack_php "$(system_php_version)" "$work/php"
    cd "$root"
    while read -r file; do
        install -D -m 644 "$file" "$copy/$file"
    done < <(php scripts/package/lists.php --files)
    echo 'dev: building PHP with the extension in it (about five minutes), logs: build/static-*.log' >&2
    quietly "$log-buildconf.log" env -C "$work/php" ./buildconf --force || die 'buildconf failed'
    quietly "$log-configure.log" env -C "$work/php" ./configure --enable-aurpay "${php_options[@]}" CFLAGS=-O1 ||
        die 'could not configure PHP with the extension'
    quietly "$log-make.log" make -C "$work/php" -s -j"$(cpu_count)" || die 'could not build PHP with the extension'
}

# Runs folders of tests in $copy with $php, and adds their numbers to the total. Each must have passed: a skipped test is
# a failure here, and so is one that passed only at the second attempt (WARNED).
run_static_tests() {
    local results=$work/results status=0 given found good
    : >"$results"
    given=$(cd "$copy/tests" && find "$@" -name '*.phpt' | wc -l)
    echo "dev: running $given tests" >&2
    (cd "$copy/tests" && NO_INTERACTION=1 REPORT_EXIT_STATUS=1 TEST_PHP_EXECUTABLE=$php "$php" -n \
        "$work/php/run-tests.php" -n -q --no-color --no-progress --show-diff -j"$(cpu_count)" -W "$results" "$@") \
        </dev/null || status=$?
    found=$(wc -l <"$results")
    good=$(grep -c $'^PASSED\t' "$results" || true)
    grep -v $'^PASSED\t' "$results" || true
    add_sum "$good" "$((found - good))"
    if [[ $found -ne $given ]]; then
        echo "run-tests.php has $found results for $given tests"
        add_sum 0 1
    elif [[ $good -eq $found && $status -ne 0 ]]; then
        echo "run-tests.php ended with status $status, though all tests passed"
        add_sum 0 1
    fi
}

# Tests with a PHP into which the extension is built. In the other folders of tests/, a test loads the extension by the
# name of its file, for another process or php-fpm; here is no such file.
test_static() {
    local php=$work/php/sapi/cli/php copy=$work/php/ext/aurpay
    local folders=(arguments at_most_once azpays callback decode enayapay errors money order pages)
    require build run
    . "$root/scripts/lib/system-tools.sh"
    use_system_tools
    build_static
    # Otherwise the tests would run without it, or with another one.
    [[ $'\n'$("$php" -n -m)$'\n' == *$'\n'aurpay$'\n'* ]] || die 'the extension is not in the PHP that was built'
    cp -r tests sandbox "$copy/"
    run_static_tests "${folders[@]}"
    finish "$work" '' "$php" -n
}

case $name in
    debug-zts) test_debug ;;
    asan-zts) test_asan ;;
    valgrind) test_valgrind ;;
    static) test_static ;;
    libcurl-7.74) test_old_libraries ;;
    php-8.[456]) test_release "${name#php-}" ;;
    *) bad_usage "there is no PHP '$name'" ;;
esac
