#!/usr/bin/env bash
# Compiles what ./dev bench measures, and runs the bench. The other clients are in build/bench/peers already.
#
# usage: scripts/bench/run.sh [ARGUMENTS of ./dev bench]

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/lib/build-folder.sh"

help_if_asked "${1:-}"
make_build_folder
dir=$build/bench
lock_folder "$dir"
# A run that was killed leaves its servers' files.
rm -rf "$dir/tmp"
php_config=${PHP_CONFIG:-php-config}

# Prints the path of the first of the commands that exists. Daemons are in sbin.
program() {
    local name
    for name in "$@"; do
        PATH=$PATH:/usr/sbin:/usr/local/sbin command -v "$name" && return
    done
    die "there is no $1"
}

# Compiles sources of bench/ to a file in the build folder: compile FILE SOURCES AND OPTIONS...
compile() {
    local file=$1
    shift
    (cd "$root/bench" && quietly "$dir/$file.log" "${CC:-gcc}" -D_GNU_SOURCE -O2 -Wall -Wextra -Wshadow \
        -Wstrict-prototypes -Werror -o "$dir/$file" "$@") || die "could not compile $file of the bench"
}

read -r -a libraries < <(pkg-config --cflags --libs libcurl libcrypto)
read -r -a php_headers < <("$php_config" --includes)
compile limit -std=c11 limit.c bare.c "${libraries[@]}"
compile delay -std=c11 delay.c
# PHP's own headers have unused parameters, and need the compiler's extensions.
compile bare.so -std=gnu11 -shared -fPIC "${php_headers[@]/#-I/-isystem}" bare_extension.c bare.c "${libraries[@]}"

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
