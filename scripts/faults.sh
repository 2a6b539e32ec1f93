#!/usr/bin/env bash
# Calls every method through random network faults, and checks how often it ran and what it reported.
#
# usage: ./dev faults [--calls N] [--seed N] [--peers]
#        ./dev faults [--calls N] [--seed N] --peers --php 8.5
#
#   --calls N  makes N calls (default: 10000), split over six processes: two each for plain HTTP, HTTP/1.1
#              over TLS, and HTTP/2
#   --seed N   repeats the calls and faults of an earlier run (default: a new seed each time, which is printed)
#   --peers    also makes the calls with ext-curl and Guzzle, and prints a Markdown table that compares them; leaves
#              out endless answers, as those two set no size limit
#   --php 8.5  with --peers: makes calls that are not reads from web requests of php-fpm with PHP 8.5, where ext-curl,
#              Guzzle and Symfony HttpClient can keep connections from one web request to the next. Compares them with
#              and without that: N calls with each, then N again while unrequested bytes also arrive during calls. The
#              counts are in build/faults/peers.json. Runs in a chroot of Debian sid, which needs root; it is in
#              build/chroots or $AURPAY_CHROOT_CACHE
#
# tests/faults/suite/Table.php lists the right outcome after each fault. tests/faults/README.md explains how the
# server counts. The last line counts kinds of faults: a kind passes if all its calls do.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/composer.sh"
. "$root/scripts/lib/system-tools.sh"
. "$root/scripts/lib/chroot.sh"
. "$root/scripts/lib/mirror.sh"
. "$root/scripts/matrix/chroot.sh"

calls=10000
seed=
peers=
version=
while [[ $# -gt 0 ]]; do
    case $1 in
        --calls) calls=${2:?--calls needs a number} && shift ;;
        --seed) seed=${2:?--seed needs a number} && shift ;;
        --peers) peers=yes ;;
        --php)
            [[ ${2:-} == 8.5 ]] || bad_usage '--php needs 8.5'
            version=$2
            shift
            ;;
        -h | --help) show_help && exit 0 ;;
        *) bad_usage "unknown argument '$1'" ;;
    esac
    shift
done
[[ $calls =~ ^[1-9][0-9]*$ ]] || bad_usage "--calls needs a positive number, not '$calls'"
seed=${seed:-$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')}
[[ $seed =~ ^[0-9]+$ ]] || bad_usage "--seed needs a number, not '$seed'"
[[ -z $version || -n $peers ]] || bad_usage '--php is for --peers'
[[ -z $version || $EUID -eq 0 ]] || die '--php needs a chroot: run it as root'
command="./dev faults${peers:+ --peers}${version:+ --php $version} --calls $calls --seed $seed"

# Compares the clients in web requests, in the chroot of ./dev matrix. Composer runs outside of it, where it knows this
# machine's certificates.
compare_in_web_requests() {
    local chroot_shares=("$root" "$build") folder=$build/faults/php$version php
    require chroot
    make_php_chroot "$version"
    build_in_chroot
    php=$(in_chroot "$chroot" php -r 'echo PHP_VERSION;')
    require_composer_packages tests/faults/composer.json "$folder" "$php"
    exec 9>&-
    echo "$command"
    # shellcheck disable=SC2154 # build_in_chroot sets it
    in_chroot "$chroot" env AURPAY_EXTENSION="$extension" php -d extension="$extension" \
        "$root/tests/faults/suite/web/run.php" "$calls" "$seed" "$folder/vendor/autoload.php" "$build/faults/peers.json"
}

make_build_folder
cd "$root"
if [[ -n $version ]]; then
    compare_in_web_requests
    exit
fi
require build run
use_system_tools
extension=$(bash scripts/build.sh --print-path)
arguments=("$extension" "$calls" "$seed")
if [[ -n $peers ]]; then
    require_composer_packages tests/faults/composer.json "$build/faults"
    arguments+=("$build/faults/vendor/autoload.php")
fi
echo "$command"
exec php -d extension="$extension" tests/faults/suite/run.php "${arguments[@]}" 9>&-
