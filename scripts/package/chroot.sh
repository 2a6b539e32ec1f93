#!/usr/bin/env bash
# For package.sh: runs the commands of docs/install.md for pecl in a clean Debian: installs, upgrades and uninstalls.
#
# usage: bash scripts/package/chroot.sh PACKAGE.tgz OLDER.tgz SUITE

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/package/clean-debian.sh"
. "$root/scripts/package/page.sh"

require chroot
make_build_folder
package=$(realpath "$1")
older=$(realpath "$2")
suite=$3
page=$root/docs/install.md
mapfile -t packages < <(packages_of_page "$page")
[[ ${#packages[@]} -gt 0 ]] || die "$page installs no packages"

# Copies the packages, the commands and the scripts that use them into a clean Debian, and runs them there.
try() {
    local debian=$1 step
    cp "$package" "$older" "$root"/scripts/package/try.{sh,php} "$debian/root/"
    mkdir "$debian/root/commands"
    for step in install enable upgrade doctor uninstall; do
        block_of "$page" "$step" >"$debian/root/commands/$step.sh"
    done
    # shellcheck disable=SC2016 # the inner shell expands it
    enter "$debian" sh -c '
        if find / -xdev -name "*aurpay*" ! -path "/root/*" | grep .; then
            echo "the machine is not clean"
            exit 1
        fi
        bash /root/try.sh "/root/$1" "/root/$2" /root/try.php /root/commands || exit
        # pecl never empties this folder.
        if find / -xdev -name "*aurpay*" ! -path "/root/*" ! -path "/tmp/pear/*" | grep .; then
            echo "left behind"
            exit 1
        fi
    ' sh "$(basename "$package")" "$(basename "$older")"
}

export package older page
export -f block_of try
clean_debian "$suite-pecl" "$suite" "${packages[@]}"
echo "> Debian $(cat "$base/etc/debian_version"), without a network"
in_overlay no try
