#!/usr/bin/env bash
# Runs the core under libFuzzer, with ASAN and UBSAN: random input, guided by the code that it reaches.
#
# usage: ./dev fuzz [--keep] [TARGET...] [MINUTES]
#
#   TARGET   runs only these: NAME of fuzz/fuzz_NAME.c or .php (default: all of them)
#   MINUTES  how long each target runs (default: 1)
#   --keep   adds the inputs that reached new code to fuzz/corpus/NAME/, which is then as small as possible
#
# Two targets run at a time. Each first runs every input in fuzz/corpus/NAME/ and every input that failed before. Then
# it looks for new ones. build/fuzz/NAME/ has what it finds, for the next run too: found/ those that reached new code,
# crashes/ those that failed. fuzz/README.md explains what to do with a failure. A target counts as one test. It fails,
# too, if its inputs have reached no function of src/.
#
# The target decode runs the whole extension, in the PHP of ./dev matrix asan-zts. It is built if it is not there yet, which
# takes some minutes. No libFuzzer guides it, but the kinds of tokens that follow each other.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/sums.sh"

keep=
minutes=1
targets=()
while [[ $# -gt 0 ]]; do
    case $1 in
        --keep) keep=yes ;;
        -h | --help) show_help && exit 0 ;;
        [0-9]*) minutes=$1 ;;
        *)
            [[ -e $root/fuzz/fuzz_$1.c || -e $root/fuzz/fuzz_$1.php ]] || bad_usage "there is no target '$1'"
            targets+=("$1")
            ;;
    esac
    shift
done
[[ $minutes =~ ^[1-9][0-9]*$ ]] || bad_usage "MINUTES must be a positive number, not '$minutes'"

require fuzz
cd "$root"
make_build_folder
dir=$build/fuzz
lock_folder "$dir"
if [[ ${#targets[@]} -eq 0 ]]; then
    mapfile -t targets < <(find fuzz -name 'fuzz_*.c' -o -name 'fuzz_*.php' | sed 's|^fuzz/fuzz_\(.*\)\..*$|\1|' | sort)
fi
echo 'building the fuzzers (a minute or two, if nothing is built yet), log: build/fuzz/make.log'
quietly "$dir/make.log" make -s -f fuzz/Makefile -j"$(cpu_count)" BUILD=build/fuzz "${targets[@]/#/build/fuzz/fuzz_}" ||
    die 'the fuzzers do not build'
# Only builds must not meet: another ./dev fuzz may run meanwhile.
exec 9>&-

export UBSAN_OPTIONS=print_stacktrace=1
# Freed memory that is kept, to find its use, counts for the limit below.
export ASAN_OPTIONS=quarantine_size_mb=64

# Sets $options, the flags of a target's program. An input may take 30 seconds and 1 GB: what takes more hangs or grows
# without bound, also on a slow machine.
set_options() {
    local flag
    options=(-timeout=30 -report_slow_units=30 -rss_limit_mb=1024 "-artifact_prefix=build/fuzz/$1/crashes/")
    [[ ! -e fuzz/$1.dict ]] || options+=("-dict=fuzz/$1.dict")
    if [[ -e fuzz/$1.options ]]; then
        while read -r flag; do
            [[ $flag != -* ]] || options+=("$flag")
        done <"fuzz/$1.options"
    fi
}

# Prints why a target's program failed, and the command that repeats it: show_failure NAME LOG.
show_failure() {
    local name=$1 log=$2 input report
    input=$(sed -n 's/.*Test unit written to //p' "$log" | tail -n 1)
    [[ -n $input ]] || input=$(sed -n 's/^Running: //p' "$log" | tail -n 1)
    # In one piece, as another target may print something meanwhile.
    report=$(grep -vE '^(#[0-9]|Running: |Executed |INFO: |(UN)?COVERED_|\s+NEW_FUNC)' "$log" | head -n 80)
    echo "==== $name failed"$'\n'"$report"
    echo "---- failed: $name; the whole output is in $log"
    [[ -z $input ]] ||
        echo "to repeat it, in ${root@Q}: UBSAN_OPTIONS=$UBSAN_OPTIONS ASAN_OPTIONS=$ASAN_OPTIONS" \
            "build/fuzz/fuzz_$name ${options[*]} $input"
}

# Runs the inputs that are known. Fails if there are none.
replay() {
    local name=$1 log=$dir/$1/replay.log inputs
    mapfile -t inputs < <(find "fuzz/corpus/$name" "build/fuzz/$name/crashes" -type f ! -name '.*' 2>/dev/null | sort)
    if [[ ${#inputs[@]} -eq 0 ]]; then
        echo "---- failed: $name has no input in fuzz/corpus/$name"
        return 1
    fi
    if ! "build/fuzz/fuzz_$name" "${options[@]}" "${inputs[@]}" >"$log" 2>&1; then
        show_failure "$name" "$log"
        return 1
    fi
    replayed=$(grep -c '^Executed ' "$log" || true)
    if [[ $replayed -ne ${#inputs[@]} ]]; then
        echo "---- failed: $name ran $replayed of ${#inputs[@]} known inputs"
        return 1
    fi
}

# Tests whether the inputs have come to the code under test: reaches_src NAME LOG. libFuzzer lists each function that
# was reached, with its file; the program of decode says how many texts the extension has decoded.
reaches_src() {
    if [[ -e fuzz/fuzz_$1.php ]]; then
        grep -q '^stat::decoded_by_the_extension: *[1-9]' "$2"
    else
        # grep -q would end before the first one has written all.
        grep '^COVERED_FUNC: ' "$2" | grep -cF " $root/src/" >/dev/null
    fi
}

# Looks for new inputs.
explore() {
    local name=$1 log=$dir/$1/fuzz.log executions reached
    if ! "build/fuzz/fuzz_$name" "${options[@]}" "-max_total_time=$((minutes * 60))" -print_final_stats=1 \
        -print_coverage=1 "build/fuzz/$name/found" "fuzz/corpus/$name" >"$log" 2>&1; then
        show_failure "$name" "$log"
        return 1
    fi
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    reached=$(sed -n -E 's/.* cov: ([0-9]+) ft: ([0-9]+) corp: ([0-9]+).*/\1 edges, \2 features, corpus \3/p' "$log" |
        tail -n 1)
    # It runs each known input once before it looks for others.
    if [[ ${executions:-0} -le $replayed || -z $reached ]]; then
        echo "---- failed: $name made ${executions:-0} executions; its output is in $log"
        return 1
    fi
    if ! reaches_src "$name" "$log"; then
        echo "---- failed: $name has reached no function of src/; its output is in $log"
        return 1
    fi
    printf '%-10s %s known inputs; %s executions in %s min, %s/s; %s\n' "$name" "$replayed" "$executions" "$minutes" \
        "$((executions / (minutes * 60)))" "$reached"
}

# Merges what was found into the committed corpus. Inputs with a name were chosen by someone, and stay; the others, which
# libFuzzer has named by their hash, are chosen anew.
keep_found() {
    local name=$1 corpus=fuzz/corpus/$1 merged=$dir/$1/merged file
    rm -rf "$merged"
    mkdir "$merged"
    find "$corpus" -type f | grep -vE '/[0-9a-f]{40}$' | xargs -r -d '\n' cp -t "$merged"
    if ! "build/fuzz/fuzz_$name" "${options[@]}" -set_cover_merge=1 -use_counters=0 "$merged" "$corpus" \
        "build/fuzz/$name/found" >"$dir/$name/merge.log" 2>&1; then
        show_failure "$name" "$dir/$name/merge.log"
        return 1
    fi
    find "$corpus" -type f | grep -E '/[0-9a-f]{40}$' | xargs -r -d '\n' rm
    for file in "$merged"/*; do
        [[ -e $corpus/$(basename "$file") ]] || cp "$file" "$corpus/"
    done
    rm -rf "$merged"
    printf '%-10s %s inputs in %s\n' "$name" "$(find "$corpus" -type f | wc -l)" "$corpus"
}

# Runs a target. Leaves the file `passed` if all went well.
run_target() {
    local name=$1 options replayed=0
    rm -f "$dir/$name/passed"
    mkdir -p "$dir/$name"/{found,crashes}
    set_options "$name"
    echo "$name begins, log: build/fuzz/$name/fuzz.log"
    replay "$name" && explore "$name" && { [[ -z $keep ]] || keep_found "$name"; } && : >"$dir/$name/passed"
}

# shellcheck disable=SC2317 # the trap calls it
stop_targets() {
    local pid
    for pid in $(jobs -p); do
        kill -- "-$pid" 2>/dev/null || true
    done
}
trap stop_targets EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# Each target gets a process group of its own, which stop_targets ends.
set -m
for name in "${targets[@]}"; do
    while [[ $(jobs -rp | wc -l) -ge 2 ]]; do
        wait -n || true
    done
    run_target "$name" </dev/null &
done
wait
for name in "${targets[@]}"; do
    if [[ -e $dir/$name/passed ]]; then
        add_sum 1 0
    else
        add_sum 0 1
    fi
done
finish_sum
