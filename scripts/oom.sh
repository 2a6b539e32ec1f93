#!/usr/bin/env bash
# Lets each memory allocation fail, and checks what calls report, and that the next ones succeed.
#
# usage: ./dev oom [--full] [--sanitize] [--seed N] [--part PART]... [--only SCENARIO [LIBRARY [N [on]]]]
#        ./dev oom --part php [--only METHOD]
#
#   --full       every allocation, every scenario on new connections, too, and all parts; takes hours
#   --sanitize   with AddressSanitizer, UBSAN and LeakSanitizer; takes three times as long. Not for the part php
#   --seed N     chooses the samples (default: a new seed each time, which is printed)
#   --part PART  only this part: plain, tls, http2, untrusted, self-signed, wrong-host, expired, local, php
#   --only ...   one scenario, as the table names it; with LIBRARY, only the allocations of that library; with N, only
#                the Nth, in one process, for a debugger; with "on", all later ones, too. Needs one --part. For the
#                part php, one method, as the table names it. A name that is not there lists all of them
#
# Allocations of our own code, libcurl, OpenSSL, nghttp2 and brotli fail: the Nth alone ("once"), or all from the Nth on
# ("on"). Each time a new process makes a call, cold or on a warm connection, that is answered or broken in some way, and
# then calls with memory. Without --full the first allocations of each scenario fail, and samples of the later ones; the
# last lines say how many were left out. The part "php" does the same with each method of the extension; there, each
# allocation always fails.
#
# Columns: allocations; how many failed; how often it succeeded all the same, failed without doubt, or may have been
# executed; and crashes that are known faults of a library (tests/oom/known.c).

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/system-tools.sh"
. "$root/scripts/lib/sums.sh"

# The longest come first, so that two at a time end together.
all_parts=(http2 tls plain php untrusted wrong-host local self-signed expired)
parts=()
full=
build_name=guarded
sanitizers=
seed=
arguments=()
has_only=
while [[ $# -gt 0 ]]; do
    case $1 in
        --full) full=yes && arguments+=(--full) ;;
        --sanitize)
            build_name=sanitized
            sanitizers='-fsanitize=address,undefined -fno-sanitize-recover=all'
            ;;
        --seed) seed=${2:?--seed needs a number} && shift ;;
        --part) parts+=("${2:?--part needs a name}") && shift ;;
        --only)
            has_only=yes
            only_count=$#
            arguments+=("$@")
            break
            ;;
        -h | --help) show_help && exit 0 ;;
        *) bad_usage "unknown argument '$1'" ;;
    esac
    shift
done
# Bash 3.2 takes an empty array for an unset one.
for part in ${parts[@]+"${parts[@]}"}; do
    [[ " ${all_parts[*]} " == *" $part "* ]] || bad_usage "there is no part '$part'; choose from: ${all_parts[*]}"
done
if [[ -n $has_only ]]; then
    [[ ${#parts[@]} -eq 1 ]] || bad_usage '--only needs one --part'
    [[ $only_count -gt 1 ]] || bad_usage '--only needs a name'
    [[ ${parts[0]} != php || $only_count -eq 2 ]] || bad_usage 'for the part php, one METHOD follows --only'
fi
command=(./dev oom)
for part in ${parts[@]+"${parts[@]}"}; do
    command+=(--part "$part")
    if [[ $part == php ]]; then
        [[ -z $sanitizers ]] || bad_usage 'the part php cannot run with --sanitize: PHP itself has no AddressSanitizer'
        [[ -z $seed || ${#parts[@]} -gt 1 ]] || bad_usage 'the part php takes no samples, so --seed changes nothing'
    fi
done
[[ -z $sanitizers ]] || command+=(--sanitize)
if [[ ${#parts[@]} -eq 0 ]]; then
    parts=("${all_parts[@]:0:7}")
    [[ -z $full ]] || parts=("${all_parts[@]}")
    if [[ -n $sanitizers ]]; then
        echo 'The part php is left out: it cannot run with --sanitize.'
        all_parts=("${parts[@]}")
        parts=()
        for part in "${all_parts[@]}"; do
            [[ $part == php ]] || parts+=("$part")
        done
    fi
fi
seed=${seed:-$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')}
[[ $seed =~ ^[0-9]+$ ]] || bad_usage "--seed needs a number, not '$seed'"

require build run unit
cd "$root"
make_build_folder
use_system_tools
dir=$build/oom
lock_folder "$dir"
logs=$dir/logs
rm -rf "$logs"
mkdir -p "$logs"
program=$dir/$build_name/oom

make_oom() {
    make -s -f tests/oom/Makefile -j"$(cpu_count)" BUILD="build/oom/$build_name" "SANITIZE=$sanitizers" \
        "CC=${CC:-gcc}" "$@"
}

echo "building the program, log: ${logs/#"$build"/build}/make.log"
quietly "$logs/make.log" make_oom || die 'the program does not build'

# Fails if the core allocates by functions that tests/oom does not replace.
check_allocators() {
    local functions others
    functions=$(make_oom undefined)
    [[ -n $functions ]] || die 'no function that src/core calls was found'
    others=$(grep -xE \
        'v?asprintf|getline|getdelim|aligned_alloc|posix_memalign|memalign|reallocarray|open_memstream|fopen|realpath|getaddrinfo|scandir|qsort|wcsdup' \
        <<<"$functions" || true)
    [[ -z $others ]] || die "src/core allocates by functions that tests/oom/Makefile does not wrap: $others"
}

check_allocators
[[ ${parts[*]} == php ]] || command+=(--seed "$seed")
# A command that can be pasted.
printf '%q ' "${command[@]}" "${arguments[@]}" | sed 's/ $/\n/'
if [[ -n $has_only && ${parts[0]} == php ]]; then
    exec bash scripts/oom/php.sh "${arguments[@]}" 9>&-
elif [[ -n $has_only ]]; then
    exec "$program" "${parts[0]}" --seed "$seed" "${arguments[@]}" 9>&-
fi

# Runs a part; its output and its seconds go to files.
run_part() {
    local part=$1 began=$SECONDS status=0
    if [[ $part == php ]]; then
        bash scripts/oom/php.sh >"$logs/$part.log" 2>&1 </dev/null 9>&- || status=$?
    else
        "$program" "$part" --seed "$seed" "${arguments[@]}" >"$logs/$part.log" 2>&1 </dev/null 9>&- || status=$?
    fi
    echo "$status $((SECONDS - began))" >"$logs/$part.status"
}

# The server and its client take turns, so that two parts fill two processors.
running=0
for part in "${parts[@]}"; do
    if [[ $running -ge $(cpu_count) ]]; then
        wait -n
        running=$((running - 1))
    fi
    echo "$part begins, log: ${logs/#"$build"/build}/$part.log"
    run_part "$part" &
    running=$((running + 1))
done
wait

table=()
for part in "${parts[@]}"; do
    read -r status seconds <"$logs/$part.status"
    echo "==== $part"
    sed '$d' "$logs/$part.log"
    read_sum "$logs/$part.log" "$status" || {
        tail -n 1 "$logs/$part.log"
        step_passed=0
        step_failed=1
    }
    add_sum
    table+=("$(printf '%-12s %5d passed %5d failed %5d s' "$part" "$step_passed" "$step_failed" "$seconds")")
    echo
done
printf '%s\n' "${table[@]}"
finish_sum
