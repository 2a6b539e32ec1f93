#!/usr/bin/env bash
# Runs the phpt tests on debug, sanitizer and newer builds of PHP, and with the oldest and newest libraries.
#
# usage: ./dev matrix [NAME...]
#
#   debug-zts  the system's version of PHP built from Debian's source with --enable-debug and
#              --enable-zts: a test fails if engine memory is not freed
#   asan-zts   as debug-zts, but with clang, ASAN, UBSAN and LeakSanitizer in PHP and the extension
#   php-8.4    PHP 8.4 of Debian 13, in a chroot
#   php-8.5    PHP 8.5 of Debian experimental, with the newest libraries (libcurl 8.23), in a chroot
#   libcurl-7.74
#              the system's version of PHP, built from Debian's source, with the oldest supported libraries
#              (libcurl 7.74 and OpenSSL 1.1.1 of Debian 11), in a chroot; some tests run again with the
#              extension built with the headers of the system's libcurl
#   valgrind   the system's PHP under valgrind
#   php-8.6    PHP 8.6 of Debian experimental, in a chroot
#   static     the system's version of PHP built from Debian's source with the extension in it, not as a
#              shared object. It is built each time, which takes about six minutes. Only ten folders of tests run:
#              arguments, at_most_once, azpays, callback, decode, enayapay, errors, money, order and pages. In the
#              others, tests load the extension by the name of its file, and there is none
#
# "The system's version" is the one that Debian's mirrors have the source of, or the nearest available one.
#
# In a chroot, ./dev faults runs too, with 4,000 calls.
#
# Without NAME, the first five run. A PHP that cannot be built or installed is a failure. Builds and chroots are
# reused: AURPAY_PHP_CACHE names the folder of the PHP builds (default: build/php), AURPAY_CHROOT_CACHE the folder
# of the chroots (default: build/chroots; it belongs to root, so remove it as root).

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/sums.sh"

help_if_asked "${1:-}"
known=(debug-zts asan-zts php-8.4 php-8.5 libcurl-7.74 valgrind php-8.6 static)
names=("$@")
[[ ${#names[@]} -gt 0 ]] || names=("${known[@]:0:5}")
for name in "${names[@]}"; do
    [[ " ${known[*]} " == *" $name "* ]] || bad_usage "there is no PHP '$name'; choose from: ${known[*]}"
done

logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

table=()

# Runs the tests on one PHP. The output must end with a line with the versions and a line "N passed, N failed". If it
# does not, the tests did not run, which is one failure.
run_one() {
    local name=$1 log=$logs/$1 began=$SECONDS status line
    echo "==== $name"
    run_shown "$log" bash "$root/scripts/matrix/run.sh" "$name"
    read_sum "$log" "$status" || {
        step_passed=0
        step_failed=1
    }
    add_sum
    line=$(sed -n "s/^$name: //p" "$log" | tail -n 1)
    table+=("$(printf '%-12s %5d passed %5d failed %5d s  %s' \
        "$name" "$step_passed" "$step_failed" "$((SECONDS - began))" "${line:-could not be tested}")")
    echo
}

for name in "${names[@]}"; do
    run_one "$name"
done
printf '%s\n' "${table[@]}"
finish_sum
