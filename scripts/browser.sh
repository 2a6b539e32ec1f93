#!/usr/bin/env bash
# Tests the sandbox's pages in a real browser: Chromium, driven by puppeteer, checked with axe.
#
# usage: ./dev browser [--screenshots] [WORDS...]
#
#   --screenshots  also writes the screenshots of docs/images/sandbox
#   WORDS          runs only tests whose title contains one of these
#
# The tests are the files *.test.mjs in sandbox/tests/browser. Each starts its own sandboxes and shops on free ports.
# When a test fails, a picture of its last page is kept in build/browser.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/npm.sh"

arguments=()
while [[ $# -gt 0 ]]; do
    case $1 in
        --screenshots) arguments+=("$1") ;;
        -h | --help) show_help && exit 0 ;;
        -*) bad_usage "unknown argument '$1'" ;;
        *) arguments+=("$1") ;;
    esac
    shift
done

require run browser
require_npm_tools
cd "$root"
dir=$build/browser
lock_folder "$dir"
rm -f "$dir"/*.png
AURPAY_CHROMIUM=$(command -v chromium)
export AURPAY_CHROMIUM
exec node sandbox/tests/browser/run.mjs "$dir" ${arguments[@]+"${arguments[@]}"} 9>&- </dev/null
