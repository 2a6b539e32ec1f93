#!/usr/bin/env bash
# Makes the program of the fuzzer "decode": builds PHP and the extension with ASAN and UBSAN, as ./dev matrix asan-zts does.
#
# usage: scripts/fuzz/decode.sh PROGRAM
#
#   PROGRAM  the file to write: it runs fuzz/fuzz_decode.php

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/php-build.sh"

help_if_asked "${1:-}"
[[ $# -eq 1 ]] || bad_usage 'give the file to write'
program=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

require build
make_build_folder
make_asan_zts
extension=$(PHPIZE="$php_prefix/bin/phpize" PHP_CONFIG="$php_prefix/bin/php-config" \
    bash "$root/scripts/build.sh" --dir fuzz-asan-zts --print-path)
mkdir -p "$(dirname "$program")"
cat >"$program" <<EOF
#!/usr/bin/env bash
export FUZZ_PHP='$php_prefix/bin/php' FUZZ_EXTENSION='$extension' ZEND_DONT_UNLOAD_MODULES=1
export ASAN_OPTIONS=\${ASAN_OPTIONS:-detect_leaks=1} UBSAN_OPTIONS=\${UBSAN_OPTIONS:-print_stacktrace=1}
exec php '$root/fuzz/fuzz_decode.php' "\$@"
EOF
chmod +x "$program"
