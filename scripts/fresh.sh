#!/usr/bin/env bash
# Runs the README's commands on fresh Debians, in a clean clone.
#
# usage: ./dev fresh [--user] [--only COMMAND]... [SUITE...]
#
#   --user   runs them as a user with sudo, not as root
#   --only   runs only this one: demo, test or install (the section "Install"). Default: all three
#   SUITE    bookworm (Debian 12), trixie (13) or sid. Default: all three
#
# As root. Each command gets a Debian of its own, with nothing but apt and git: a chroot of debootstrap's minbase, and an
# overlay that is discarded at the end. The chroots are kept in build/chroots (or $AURPAY_CHROOT_CACHE). The clone has what
# is committed. The logs are in build/fresh.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/sums.sh"
. "$root/scripts/package/clean-debian.sh"
. "$root/scripts/package/page.sh"

commands=()
suites=()
user=root
while [[ $# -gt 0 ]]; do
    case $1 in
        --user) user=somebody ;;
        --only)
            [[ ${2:-} =~ ^(demo|test|install)$ ]] || bad_usage '--only needs demo, test or install'
            commands+=("$2")
            shift
            ;;
        -h | --help) show_help && exit 0 ;;
        bookworm | trixie | sid) suites+=("$1") ;;
        *) bad_usage "unknown argument '$1'" ;;
    esac
    shift
done
[[ ${#commands[@]} -gt 0 ]] || commands=(demo test install)
[[ ${#suites[@]} -gt 0 ]] || suites=(bookworm trixie sid)

require chroot
need git command git
cd "$root"
make_build_folder
dir=$build/fresh
lock_folder "$dir"
[[ -z "$(git -c safe.directory="$root" status --porcelain)" ]] || echo 'dev: what is not committed is not tried' >&2

# Prints the shell script of a command of README.md.
script_of() {
    if [[ $1 == install ]]; then
        block_of README.md install || return
        echo 'php --ri aurpay'
    else
        block_of README.md try | grep "^\./dev $1\b"
    fi
}

# Runs a script in a clean clone: try_script DEBIAN SCRIPT USER.
try_script() {
    local debian=$1 script=$2 user=$3 as=() home=/root
    # Debian's own machines start services.
    rm "$debian/usr/sbin/policy-rc.d"
    mkdir -p "$debian/dev/shm"
    mount -t tmpfs -o mode=1777 tmpfs "$debian/dev/shm"
    enter "$debian" sh -euc 'apt-get update && apt-get install --yes --no-install-recommends git ca-certificates'
    if [[ $user != root ]]; then
        enter "$debian" apt-get install --yes --no-install-recommends sudo
        enter "$debian" useradd --create-home --shell /bin/bash "$user"
        echo "$user ALL=(ALL) NOPASSWD: ALL" >"$debian/etc/sudoers.d/$user"
        home=/home/$user
    fi
    mkdir "$debian/clone"
    mount --bind "$root" "$debian/clone"
    enter "$debian" git -c safe.directory='*' clone --quiet --no-hardlinks file:///clone "$home/aurpay"
    umount "$debian/clone"
    [[ $user == root ]] || enter "$debian" chown -R "$user:" "$home/aurpay"
    # README's section "Install" is for root.
    if [[ $user != root && $script != *./dev* ]]; then
        as=(sudo)
    fi
    [[ $user == root ]] || as=(setpriv --reuid "$user" --regid "$user" --init-groups env "HOME=$home" "${as[@]}")
    enter "$debian" env -C "$home/aurpay" "${as[@]}" bash -euc "$script" </dev/null
}

export -f try_script
for suite in "${suites[@]}"; do
    clean_debian "$suite-slim" "$suite"
    for command in "${commands[@]}"; do
        script=$(script_of "$command") || die "README.md has no command '$command'"
        began=$SECONDS
        log=$dir/$suite-$command-$user.log
        run_logged "$log" in_overlay yes try_script "$script" "$user"
        result=passed
        if [[ $status -eq 0 ]]; then
            add_sum 1 0
        else
            result=FAILED
            add_sum 0 1
            tail -n 40 "$log"
        fi
        printf '%-9s %-8s as %-9s %s (%d s)\n' "$suite" "$command" "$user" "$result" "$((SECONDS - began))"
    done
done
finish_sum
