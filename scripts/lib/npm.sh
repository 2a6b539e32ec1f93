# The npm tools of tools/package.json.
# shellcheck shell=bash

. "$(dirname "${BASH_SOURCE[0]}")/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"

# Installs the tools into build/npm, in the pinned versions and without running their install scripts, and sets
# NODE_PATH. Does it again only if tools/package.json or the version of node changes.
require_npm_tools() {
    local folder
    require npm
    make_build_folder
    folder=$build/npm
    node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 18 ? 1 : 0)' ||
        die "node 18 or later is needed, but this is $(node --version)"
    (install_npm_tools "$folder") || die 'could not install the npm tools of tools/package.json'
    export NODE_PATH=$folder/node_modules
}

install_npm_tools() {
    local folder=$1 wanted
    wanted="$(sha256sum <"$root/tools/package.json") $(node --version)"
    lock_folder "$folder"
    if [[ "$(cat "$folder/installed" 2>/dev/null)" == "$wanted" ]]; then
        return 0
    fi
    rm -rf "$folder/node_modules" "$folder/installed"
    cp "$root/tools/package.json" "$folder/package.json"
    quietly "$folder/install.log" npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund \
        --no-package-lock --no-update-notifier || return
    [[ -e $folder/node_modules/newman/bin/newman.js ]] || return
    echo "$wanted" >"$folder/installed"
}
