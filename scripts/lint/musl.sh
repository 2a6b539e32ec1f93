#!/usr/bin/env bash
# For lint.sh: checks that the sources compile with the headers of musl, the C library of Alpine.
#
# usage: bash scripts/lint/musl.sh FOLDER CONFIG <LIST
#
# FOLDER is a folder for headers, CONFIG the folder of a build's config.h, and LIST are the names of the C sources, one
# per line. PHP's headers are this system's. Nothing is linked or run.

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/lib/library-headers.sh"

folder=$1
config=$2
copy_library_headers "$folder"
cd "$root"

# Checks sources: compile FLAGS... <LIST.
compile() {
    xargs -r -P "$(cpu_count)" -n 8 musl-gcc -fsyntax-only -D_GNU_SOURCE -Wall -Wextra -Wshadow -Wstrict-prototypes -Werror \
        "$@" -I. -Isrc -isystem "$folder"
}

mapfile -t files
[[ ${#files[@]} -gt 0 ]] || die 'there is no source to check'
core=()
bindings=()
for file in "${files[@]}"; do
    case $file in
        src/core/* | src/providers/*) core+=("$file") ;;
        *) bindings+=("$file") ;;
    esac
done
status=0
printf '%s\n' "${core[@]}" | compile -std=c11 || status=1
# shellcheck disable=SC2046 # flags
printf '%s\n' "${bindings[@]}" |
    compile -std=gnu11 -Wno-unused-parameter -DHAVE_CONFIG_H -DCOMPILE_DL_AURPAY -DZEND_COMPILE_DL_EXT=1 -I"$config" \
        $("${PHP_CONFIG:-php-config}" --includes | sed -E 's/-I/-isystem /g') || status=1
echo "checked ${#core[@]} sources of the core and ${#bindings[@]} others"
exit "$status"
