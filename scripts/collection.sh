#!/usr/bin/env bash
# Runs the vendor's Postman collection against the sandbox and compares each answer with the documented one.
#
# usage: ./dev collection [--skip-when-missing] [COLLECTION]
#
#   COLLECTION           the vendor's aurpay.postman_collection.json, which is not part of the project
#                        (default: ../shared/api-docs/aurpay.postman_collection.json beside the checkout)
#   --skip-when-missing  prints a note and succeeds if there is no collection
#
# newman sends the collection's requests over http and over https, and runs its scripts, which sign them. Only the
# host, the order ids in paths, the masked keys and the format of "auth" are replaced. An answer must match the saved
# example for its request: HTTP status, code, message, result, and all members with their JSON types. If no example
# is saved, the answer must say that it is invented.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/npm.sh"

collection=
skip=
while [[ $# -gt 0 ]]; do
    case $1 in
        --skip-when-missing) skip=yes ;;
        -h | --help) show_help && exit 0 ;;
        -*) bad_usage "unknown argument '$1'" ;;
        *)
            [[ -z $collection ]] || bad_usage 'give only one collection'
            collection=$1
            ;;
    esac
    shift
done
collection=${collection:-${root%/*}/shared/api-docs/aurpay.postman_collection.json}
if [[ ! -f $collection ]]; then
    message="the vendor's collection is missing: $collection"
    [[ -n $skip ]] || die "$message"
    echo "skipped: $message"
    # No test passed.
    echo '0 passed, 0 failed'
    exit 0
fi

collection=$(realpath -- "$collection")
require run npm
require_npm_tools
. "$root/scripts/lib/sandbox.sh"
cd "$root"
make_build_folder
dir=$build/collection
lock_folder "$dir"
# Both folders hold keys, even if only a sandbox's.
rm -rf "$dir/http" "$dir/https"
trap stop_sandbox EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# Runs the collection over http or https, and writes newman's report to build/collection.
run_collection() {
    local folder=$dir/$1 ca
    shift
    (umask 077 && mkdir -p "$folder")
    start_sandbox "$@"
    (umask 077 && echo "$merchant" >"$folder/merchant.json")
    ca=$(node -p 'JSON.parse(process.argv[1]).ca_file ?? ""' "$merchant")
    NODE_EXTRA_CA_CERTS=$ca node scripts/collection/collection.js prepare \
        "$collection" "$folder/merchant.json" "$folder"
    # Ignore newman's status: the collection's own script fails on every request without a body. The report, which
    # is checked below, has the other failures.
    NO_PROXY='*' no_proxy='*' node "$NODE_PATH/newman/bin/newman.js" run "$folder/collection.json" \
        --environment "$folder/environment.json" --reporters json --reporter-json-export "$folder/report.json" \
        ${ca:+--ssl-extra-ca-certs "$ca"} --timeout-request 20000 --suppress-exit-code \
        --color off >"$folder/newman.log" 2>&1 </dev/null || true
    stop_sandbox
    [[ -s $folder/report.json ]] || {
        cat "$folder/newman.log" >&2
        die 'newman wrote no report'
    }
}

run_collection http
run_collection https --tls
node scripts/collection/collection.js check "$collection" \
    "http=$dir/http/report.json" "https=$dir/https/report.json"
