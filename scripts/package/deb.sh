#!/usr/bin/env bash
# For package.sh: builds packaging/debian in a clean Debian, and installs, upgrades and purges the package in another one.
#
# usage: bash scripts/package/deb.sh PACKAGE.tgz SUITE FOLDER
#
#   FOLDER  where the package is left
#
# The clean Debian that installs it has nothing but apt: apt resolves its dependencies.

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/package/clean-debian.sh"

require chroot
make_build_folder
package=$(realpath "$1")
suite=$2
folder=$3
rm -rf "$folder"
mkdir -p "$folder"
folder=$(realpath "$folder")

# Prints the packages of Build-Depends, without their versions.
build_dependencies() {
    sed -n '/^Build-Depends:/,/^[^ ]*-Version:/p' "$root/packaging/debian/control.in" | sed '1s/^[^:]*://; $d' |
        sed -E 's/\([^)]*\)//; s/[ ,]//g; s/^debhelper-compat$/debhelper/' | grep .
}

# Builds the package, and one that apt takes for an older one.
build() {
    local debian=$1 source=$1/root/source
    mkdir "$source"
    tar -xzf "$package" -C "$source"
    cp -r "$root/packaging/debian" "$source/"
    php "$root/scripts/package/debian-changelog.php" "$source/package.xml" >"$source/debian/changelog"
    # shellcheck disable=SC2016 # the inner shell expands it
    enter "$debian" sh -euc '
        cd /root/source
        /usr/share/dh-php/gen-control -a
        DEB_BUILD_OPTIONS="parallel=$1" dpkg-buildpackage --unsigned-source --unsigned-changes --build=binary
        cd ..
        for deb in php*-aurpay_*.deb; do
            dpkg-deb --info "$deb"
            dpkg-deb --contents "$deb"
            dpkg-deb --raw-extract "$deb" older
            sed -i "s/^Version: .*/Version: 0.0.9-1/" older/DEBIAN/control
            dpkg-deb --root-owner-group --build older older.deb
        done
    ' sh "$(cpu_count)"
    php "$root/scripts/package/lists.php" --links "$(echo "$debian"/root/older/usr/share/doc/php*-aurpay)"
    cp "$debian"/root/php*-aurpay_*.deb "$debian/root/older.deb" "$folder/"
    cp "$source/debian/tests/call" "$folder/"
}

# Installs the older package, upgrades it while php-fpm runs, and purges it.
install() {
    local debian=$1
    cp "$folder"/*.deb "$folder/call" "$root/scripts/package/try-deb.sh" "$debian/root/"
    enter "$debian" bash /root/try-deb.sh
}

export package folder
export -f build install
mapfile -t dependencies < <(build_dependencies)
clean_debian "$suite-dpkg" "$suite" build-essential "${dependencies[@]}"
in_overlay no build
clean_debian "$suite-slim" "$suite"
echo "> Debian $(cat "$base/etc/debian_version")"
in_overlay yes install
rm "$folder/older.deb" "$folder/call"
