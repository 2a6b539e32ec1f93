#!/usr/bin/env bash
# Generates src/php/*_arginfo.h from stubs/*.stub.php, and those of the provider in tests/provider.
#
# usage: ./dev stubs [--check]
#
#   --check  changes nothing, and fails with the difference when a committed file is not what its
#            stub says
#
# The generator is the gen_stub.php that comes with PHP 8.2 and no other: their output differs.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"

read_check_flag "$@"

require build stubs
make_build_folder
dir=$build/gen_stub
work=$dir/work
wanted_api=20220829

# Prints the path of PHP 8.2's generator, which phpize knows as a file of its build folder.
find_generator() {
    local php_config=${PHP_CONFIG:-php-config} api prefix path
    api=$("$php_config" --phpapi)
    [[ $api == "$wanted_api" ]] ||
        die "the stubs are generated with PHP 8.2 (API $wanted_api), and $php_config is of API $api"
    prefix=$("$php_config" --prefix)
    for path in "$prefix/lib/php/$api/build/gen_stub.php" "$prefix/lib/php/build/gen_stub.php"; do
        if [[ -f $path ]]; then
            echo "$path"
            return 0
        fi
    done
    die "there is no gen_stub.php under $prefix/lib/php"
}

# The generator wants PHP-Parser beside it, in a folder with the version that it names, and would
# download it otherwise. Debian's php-parser does the same.
prepare() {
    local generator version
    generator=$(find_generator)
    rm -rf "$dir/gen_stub.php" "$dir"/PHP-Parser-* "$work"
    mkdir -p "$work"
    cp "$generator" "$dir/gen_stub.php"
    # shellcheck disable=SC2016 # PHP's variable, not the shell's
    version=$(sed -n -E 's/^ *\$version = "([0-9.]+)";$/\1/p' "$dir/gen_stub.php")
    [[ -n $version ]] || die "$generator does not say which PHP-Parser it wants"
    mkdir -p "$dir/PHP-Parser-$version/lib"
    ln -s /usr/share/php/PhpParser "$dir/PHP-Parser-$version/lib/PhpParser"
}

lock_folder "$dir"
prepare
cd "$root"
stubs=(stubs/*.stub.php tests/provider/stubs/*.stub.php)
[[ -e ${stubs[0]} ]] || die 'there are no stubs'
# The generator writes beside the stub.
cp "${stubs[@]}" "$work/"
quietly "$dir/log" php -d 'error_reporting=E_ALL & ~E_DEPRECATED' "$dir/gen_stub.php" -f "$work" || die 'gen_stub.php failed'

differing=0
for stub in "${stubs[@]}"; do
    name=$(basename "$stub" .stub.php)_arginfo.h
    header=${stub%stubs/*}src/php/$name
    [[ -f $work/$name ]] || die "gen_stub.php made nothing of $stub"
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
