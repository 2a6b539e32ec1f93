#!/usr/bin/env bash
# Builds the libraries that the sandbox's pages use, from npm packages of pinned versions.
#
# usage: ./dev assets [--check]
#
#   --check  changes nothing; prints the difference and fails if a committed file is not what would be built
#
# The sandbox itself needs no package: the built files are committed in sandbox/public. Each begins with the package's
# name, version and licence. tools/package.json has the versions.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/npm.sh"

read_check_flag "$@"

require_npm_tools
cd "$root"
dir=$build/assets
lock_folder "$dir"

# Prints a package's script with its licence on top: build_asset PACKAGE SCRIPT.
build_asset() {
    local folder=$NODE_PATH/$1
    [[ -s $folder/LICENSE && -s $folder/$2 ]] || die "the npm package $1 lacks its LICENSE or $2"
    echo '/*!'
    echo " * $1 $(node -p 'require(process.argv[1]).version' "$folder/package.json"), built by ./dev assets. Do not edit."
    echo ' *'
    sed -e 's|^| * |' -e 's| *$||' "$folder/LICENSE"
    echo ' */'
    cat "$folder/$2"
}

# QR codes for the cashier. uqr: 27 KB in one module without dependencies, its LICENSE in the package, released in 2026,
# and it chooses the alphanumeric mode by itself (qrcode-generator is twice as large and has no licence file).
asset=sandbox/public/cashier/uqr.js
build_asset uqr dist/index.mjs >"$dir/uqr.js"

if [[ -n $check ]]; then
    diff -u -N --label "$asset" --label "built from npm's uqr" "$asset" "$dir/uqr.js" ||
        die "$asset is not what ./dev assets builds: run ./dev assets"
    echo "$asset is what its npm package gives"
elif ! cmp -s "$dir/uqr.js" "$asset"; then
    cp "$dir/uqr.js" "$asset"
    echo "wrote $asset"
fi
