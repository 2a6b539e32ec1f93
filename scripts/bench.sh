#!/usr/bin/env bash
# Measures the extension against other HTTP clients and bare libcurl, or checks the counted figures.
#
# usage: ./dev bench [--quick] [MEASURE...]
#        ./dev bench --list | --check | --update-baseline
#
#   MEASURE            runs only these measures, and writes to build/bench/results instead of bench/results
#   --quick            runs one short repetition, to check that everything works
#   --list             lists the measures
#   --check            counts instructions, allocations, connections and round trips, and fails if a figure is more
#                      than 5 % worse than in bench/baseline.json; CI runs this
#   --update-baseline  counts them and writes the figures to bench/baseline.json
#
# bench/README.md explains how each figure is measured. Measuring over a network with a delay (first-call, details,
# --check) needs root. PHP_CONFIG chooses another PHP; AURPAY_FPM names its php-fpm.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"

help_if_asked "${1:-}"
needs_peers=yes
for argument in "$@"; do
    case $argument in
        --list | --check | --update-baseline)
            [[ $# -eq 1 ]] || bad_usage "$argument takes no other arguments"
            needs_peers=
            ;;
        --quick) ;;
        -*) bad_usage "unknown argument '$argument'" ;;
    esac
done

require build run bench
[[ ${1:-} != --list ]] || exec php "$root/bench/bench.php" --list
make_build_folder
dir=$build/bench
lock_folder "$dir"

# Prints the path of the first of the commands that exists. Daemons are in sbin.
program() {
    local name
    for name in "$@"; do
        PATH=$PATH:/usr/sbin:/usr/local/sbin command -v "$name" && return
    done
    die "there is no $1"
}

compile() {
    local name=$1
    shift
    quietly "$dir/$name.log" "${CC:-gcc}" -std=c11 -D_GNU_SOURCE -O2 -Wall -Wextra -Wshadow -Wstrict-prototypes -Werror \
        -o "$dir/$name" "$root/bench/$name.c" "$@" || die "could not compile bench/$name.c"
}

read -r -a libraries < <(pkg-config --cflags --libs libcurl libcrypto)
compile limit "${libraries[@]}"
compile delay
[[ -z $needs_peers ]] || bash "$root/scripts/bench/peers.sh"

php_config=${PHP_CONFIG:-php-config}
BENCH_EXTENSION=$(bash "$root/scripts/build.sh" --dir bench-extension --print-path)
# With some versions of libcurl, the pool must not reuse easy handles (src/core/pool.c). This second build always
# reuses them, so that both cases are counted.
BENCH_EXTENSION_KEEPING_HANDLES=$(CFLAGS="${CFLAGS:--O2 -g} -DAURPAY_BENCH_KEEPS_HANDLES" \
    bash "$root/scripts/build.sh" --dir bench-extension-keeping-handles --print-path)
BENCH_PHP=$("$php_config" --php-binary)
BENCH_FPM=${AURPAY_FPM:-$(program "php-fpm$("$php_config" --version | cut -d. -f1,2)" php-fpm)}
BENCH_NGINX=$(program nginx)
export BENCH_EXTENSION BENCH_EXTENSION_KEEPING_HANDLES BENCH_PHP BENCH_FPM BENCH_NGINX
# The bench itself runs in the system's PHP, even if it measures another PHP.
exec php "$root/bench/bench.php" "$@"
