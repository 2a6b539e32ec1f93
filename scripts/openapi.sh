#!/usr/bin/env bash
# Checks the OpenAPI description of the sandbox, and compares recorded traffic with it.
#
# usage: ./dev openapi [--lint] [COLLECTION]
#
#   --lint      only checks the description itself
#   COLLECTION  as for ./dev collection; if there is none, its requests and published answers are skipped, with
#               a note
#
# The sandbox records the traffic of its own tests, of the extension's tests that use it, of ./dev demo and of
# ./dev collection. Each recorded request and answer must match the description, and an answer may have no extra
# members. Requests that were refused as malformed or for their credentials are exempt. The answers that the vendor
# has published must match too. Each described operation must have succeeded at least once. The check itself is
# tested: it must find the mistakes in copies that were broken on purpose.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/npm.sh"
. "$root/scripts/lib/sums.sh"

collection=
only_lint=
while [[ $# -gt 0 ]]; do
    case $1 in
        --lint) only_lint=yes ;;
        -h | --help) show_help && exit 0 ;;
        -*) bad_usage "unknown argument '$1'" ;;
        *)
            [[ -f $1 ]] || bad_usage "there is no collection '$1'"
            collection=$(realpath -- "$1")
            ;;
    esac
    shift
done
if [[ -z $collection && -f $root/../shared/api-docs/aurpay.postman_collection.json ]]; then
    collection=$(realpath -- "$root/../shared/api-docs/aurpay.postman_collection.json")
fi

groups=(npm)
[[ -n $only_lint ]] || groups+=(build run)
require "${groups[@]}"
require_npm_tools
cd "$root"
make_build_folder
dir=$build/openapi
traffic=$dir/traffic
description=sandbox/openapi/aurpay.json

# Runs a step: step KIND NAME COMMAND... If KIND is "counted", the numbers of its last line, "N passed, N failed", are
# added to the total. If KIND is "1-check", the step is one check: its own numbers belong to another command.
step() {
    local kind=$1 name=$2 log=$dir/$2.log status
    shift 2
    run_logged "$log" "$@"
    if read_sum "$log" "$status" && [[ $kind == counted ]]; then
        add_sum
        echo "==== $name"
        cat "$log"
    elif [[ $status -eq 0 ]]; then
        add_sum 1 0
        echo "==== $name: $(tail -n 1 "$log")"
    else
        add_sum 0 1
        echo "==== $name: FAILED"
        cat "$log"
    fi
}

# Runs a command that uses sandboxes, and records their traffic: record NAME COMMAND...
record() {
    local name=$1 file=$traffic/$1.jsonl
    shift
    AURPAY_SANDBOX_TRAFFIC=$file step 1-check "$name" "$@"
    if [[ ! -s $file ]]; then
        add_sum 0 1
        echo "$name recorded no traffic"
    fi
}

lock_folder "$dir"
step counted lint node scripts/openapi/openapi.js lint "$description"
if [[ -z $only_lint ]]; then
    rm -rf "$traffic"
    mkdir -p "$traffic"
    record sandbox bash scripts/test.sh --sandbox
    record extension bash scripts/test.sh tests/sandbox tests/transaction tests/wallet tests/lightning tests/pages
    record demo bash scripts/demo.sh
    if [[ -n $collection ]]; then
        record collection bash scripts/collection.sh "$collection"
    else
        echo "==== skipped: the vendor's collection, which is missing"
    fi
    step counted replay node scripts/openapi/openapi.js replay \
        "$description" "$traffic" ${collection:+"$collection"}
fi
finish_sum
