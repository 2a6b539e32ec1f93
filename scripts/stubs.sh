#!/usr/bin/env bash
# Generates src/php/*_arginfo.h from stubs/*.stub.php, and those of the provider in tests/provider.
#
# usage: ./dev stubs [--check]
#
#   --check  changes nothing; prints the difference and fails if a committed file does not match its stub
#
# It needs the gen_stub.php of PHP 8.2: the output of other versions differs.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"

read_check_flag "$@"

require build stubs
make_build_folder
dir=$build/gen_stub
work=$dir/work
wanted_api=20220829

# Prints the path of PHP 8.2's gen_stub.php, which is in the build folder of phpize.
find_generator() {
    local php_config=${PHP_CONFIG:-php-config} api prefix path
    api=$("$php_config" --phpapi)
    [[ $api == "$wanted_api" ]] ||
        die "PHP 8.2 (API $wanted_api) is needed to generate from the stubs, but $php_config belongs to API $api"
    prefix=$("$php_config" --prefix)
    for path in "$prefix/lib/php/$api/build/gen_stub.php" "$prefix/lib/php/build/gen_stub.php"; do
        if [[ -f $path ]]; then
            echo "$path"
            return 0
        fi
    done
    die "there is no gen_stub.php under $prefix/lib/php"
}

# gen_stub.php looks for PHP-Parser in a folder beside it that has the wanted version in its name, and downloads it
# if it is missing. A link to Debian's php-parser in its place prevents the download.
prepare() {
    local generator version
    generator=$(find_generator)
    rm -rf "$dir/gen_stub.php" "$dir"/PHP-Parser-* "$work"
    mkdir -p "$work"
    cp "$generator" "$dir/gen_stub.php"
    # shellcheck disable=SC2016 # PHP's variable, not the shell's
    version=$(sed -n -E 's/^ *\$version = "([0-9.]+)";$/\1/p' "$dir/gen_stub.php")
    [[ -n $version ]] || die "$generator names no version of PHP-Parser"
    mkdir -p "$dir/PHP-Parser-$version/lib"
    ln -s /usr/share/php/PhpParser "$dir/PHP-Parser-$version/lib/PhpParser"
}

lock_folder "$dir"
prepare
cd "$root"
stubs=(stubs/*.stub.php tests/provider/stubs/*.stub.php)
[[ -e ${stubs[0]} ]] || die 'there are no stubs'
# gen_stub.php writes into the folder of the stub.
cp "${stubs[@]}" "$work/"
quietly "$dir/log" php -d 'error_reporting=E_ALL & ~E_DEPRECATED' "$dir/gen_stub.php" -f "$work" || die 'gen_stub.php failed'

differing=0
for stub in "${stubs[@]}"; do
    name=$(basename "$stub" .stub.php)_arginfo.h
    header=${stub%stubs/*}src/php/$name
    [[ -f $work/$name ]] || die "gen_stub.php wrote nothing for $stub"
    if [[ -n $check ]]; then
        diff -u -N --label "$header" --label "generated from $stub" "$header" "$work/$name" ||
            differing=$((differing + 1))
    elif ! cmp -s "$work/$name" "$header"; then
        cp "$work/$name" "$header"
        echo "wrote $header"
    fi
done
for header in src/php/*_arginfo.h; do
    [[ ! -f $header || -f $work/$(basename "$header") ]] ||
        die "$header has no stub in stubs/"
done
if [[ $differing -gt 0 ]]; then
    die "$differing of the generated files do not match their stubs: run ./dev stubs"
fi
[[ -z $check ]] || echo "${#stubs[@]} generated files match their stubs"
