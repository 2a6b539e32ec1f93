#!/usr/bin/env bash
# Measures the extension against other HTTP clients and bare libcurl, or checks the counted figures.
#
# usage: ./dev bench [--quick] [--php-8.5] [MEASURE...]
#        ./dev bench --list | --check | --update-baseline
#
#   MEASURE            runs only these measures, and writes to build/bench/results instead of bench/results
#   --quick            runs one short repetition, to check that everything works
#   --php-8.5          measures with PHP 8.5 and the newest libraries, in a chroot of Debian sid: there, other clients can
#                      keep their connections too. Writes to the folder php-8.5 of the results
#   --list             lists the measures
#   --check            counts instructions, allocations, connections and round trips, and fails if a figure is more
#                      than 5 % worse than in bench/baseline.json, or if a number of requests or connections differs;
#                      CI runs this
#   --update-baseline  counts them and writes the figures to bench/baseline.json
#
# bench/README.md explains how each figure is measured. Measuring over a network with a delay (first-call, details,
# scale, --check) needs root, and so does --php-8.5. PHP_CONFIG chooses another PHP; AURPAY_FPM names its php-fpm. The chroot
# is kept in build/chroots (or $AURPAY_CHROOT_CACHE).

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/chroot.sh"
. "$root/scripts/lib/mirror.sh"
. "$root/scripts/matrix/chroot.sh"

help_if_asked "${1:-}"
arguments=()
needs_peers=yes
in_sid=
for argument in "$@"; do
    case $argument in
        --list | --check | --update-baseline)
            [[ $# -eq 1 ]] || bad_usage "$argument takes no other arguments"
            needs_peers=
            ;;
        --php-8.5)
            in_sid=yes
            continue
            ;;
        --quick) ;;
        -*) bad_usage "unknown argument '$argument'" ;;
    esac
    arguments+=("$argument")
done

# Prints the commit that is measured, and whether files differ from it. Earlier results do not count.
measured_commit() {
    local git=(git -c safe.directory="$root" -C "$root") commit changes
    if commit=$("${git[@]}" rev-parse --short HEAD 2>/dev/null); then
        changes=$("${git[@]}" status --porcelain -- . ':!bench/results')
        echo "$commit${changes:+, with changes}"
    else
        echo 'a copy without history'
    fi
}

# Makes the chroot, runs the bench in a copy of the checkout there, and brings the results back.
bench_in_sid() {
    local php status=0 results
    make_chroot sid-bench sid experimental php8.5-{cli,dev,fpm,curl,mbstring,xml,sqlite3} wrk valgrind strace haproxy util-linux
    copy_checkout "$chroot"
    php=$(in_chroot "$chroot" php -r 'echo PHP_VERSION;')
    bash "$root/scripts/bench/peers.sh" "$php" "$build/bench/peers-8.5" 9>&-
    as_root mkdir -p "$chroot/aurpay/build/bench"
    as_root rm -rf "$chroot/aurpay/build/bench/peers"
    as_root cp -r --no-preserve=ownership "$build/bench/peers-8.5" "$chroot/aurpay/build/bench/peers"
    # The measures over a network with a delay need tun devices.
    as_root mkdir -p "$chroot/dev/net"
    [[ -e $chroot/dev/net/tun ]] || as_root mknod "$chroot/dev/net/tun" c 10 200
    # What is there after the run, the run has written.
    as_root rm -rf "$chroot/aurpay/"{build/,}bench/results/php-8.5
    in_chroot "$chroot" env -C /aurpay BENCH_RESULTS=results/php-8.5 BENCH_COMMIT="$BENCH_COMMIT" \
        bash scripts/bench/run.sh "$@" || status=$?
    for results in {build/,}bench/results/php-8.5; do
        [[ -e $chroot/aurpay/$results ]] || continue
        mkdir -p "$root/$results"
        rm -f "$root/$results/"*.svg
        cp --no-preserve=ownership "$chroot/aurpay/$results/"* "$root/$results/"
    done
    return "$status"
}

require build run bench
[[ ${arguments[0]:-} != --list ]] || exec php "$root/bench/bench.php" --list
make_build_folder
lock_folder "$build/bench"
BENCH_COMMIT=$(measured_commit)
export BENCH_COMMIT
if [[ -n $in_sid ]]; then
    require chroot
    bench_in_sid "${arguments[@]}"
else
    [[ -z $needs_peers ]] || bash "$root/scripts/bench/peers.sh"
    exec bash "$root/scripts/bench/run.sh" "${arguments[@]}"
fi
