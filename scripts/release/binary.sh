#!/usr/bin/env bash
# For release.sh: builds the extension for this machine's PHP, as a zip that PIE can install, and tries it.
#
# usage: ./dev release --binary [PACKAGE.tgz] [--into FOLDER]
#
#   PACKAGE.tgz    a package of ./dev release (default: one is made of this checkout)
#   --into FOLDER  where to write the zip (default: build/release)
#
# The name of the zip is what PIE asks for: php_aurpay-vVERSION_php8.3-x86_64-linux-glibc.zip. It runs in the official
# images of PHP, too, where scripts/release/image.sh installs what is missing. PHPIZE and PHP_CONFIG choose another PHP.
#
# A distribution may give the functions of libcurl a version (Debian does), or none (RHEL). So the extension is linked
# with a libcurl that has the same functions without versions: such a binary works with both.

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/release/files.sh"

package=
into=
while [[ $# -gt 0 ]]; do
    case $1 in
        --into) into=${2:?--into needs a folder} && shift ;;
        -h | --help) show_help && exit 0 ;;
        -*) bad_usage "unknown argument '$1'" ;;
        *)
            [[ -z $package ]] || bad_usage 'one package at a time'
            package=$1
            ;;
    esac
    shift
done

# On macOS, a binary would work only with the libraries of one installation of Homebrew. PIE builds there.
[[ "$(uname -s)" == Linux ]] || die 'there are binaries only for Linux and, by another way, for Windows'
require build binary
cd "$root"
if [[ -z $into || -z $package ]]; then
    make_build_folder
fi
if [[ -z $into ]]; then
    into=$build/release
    own_folder "$into"
fi
if [[ -z $package ]]; then
    bash scripts/package.sh --no-chroot pecl >&2 || die 'the package could not be built'
    package=$(find "$build/package" -maxdepth 1 -name 'aurpay-*.tgz')
fi
[[ -f $package ]] || die "there is no $package"
mkdir -p "$into"
into=$(cd "$into" && pwd -P)
package=$(realpath "$package")
version=$(basename "$package" .tgz)
version=${version#aurpay-}
php=$("${PHP_CONFIG:-php-config}" --php-binary)
compiler=${CC:-cc}
hardening='-Wl,-z,relro,-z,now'

work=$(mktemp -d "${TMPDIR:-/tmp}/aurpay-binary.XXXXXX")
trap 'rm -rf "$work"' EXIT

# As PIE finds it out.
libc() {
    if ldd "$(command -v ls)" 2>&1 | grep -q musl; then
        echo musl
    else
        echo glibc
    fi
}

configure() {
    local cflags="-O2 -fstack-protector-strong -D_FORTIFY_SOURCE=2 -ffile-prefix-map=$work=."
    tar -xzf "$package" -C "$work" && cd "$work/aurpay-$version" && "${PHPIZE:-phpize}" &&
        ./configure --with-php-config="$(command -v "${PHP_CONFIG:-php-config}")" CC="$compiler" CFLAGS="$cflags" \
            LDFLAGS="$hardening"
}

compile() {
    make -j"$(cpu_count)" "$@"
}

# Prints the functions of libcurl that the extension calls.
curl_functions() {
    readelf --wide --dyn-syms modules/aurpay.so | awk '$7 == "UND" { sub(/@.*/, "", $8); print $8 }' | grep '^curl_'
}

# Links again, with a libcurl that has these functions, and the same name at run time.
link_without_versions() {
    local name
    name=$(readelf --dynamic modules/aurpay.so | sed -n -E 's/.*NEEDED.*\[(libcurl\..*)\]/\1/p')
    [[ $name == libcurl.so.4 ]] || die "linked with '$name' instead of libcurl.so.4"
    curl_functions | sed 's/.*/void &(void); void &(void) {}/' >"$work/libcurl.c"
    mkdir "$work/libcurl" &&
        "$compiler" -shared -fPIC -Wl,-soname,"$name" -o "$work/libcurl/libcurl.so" "$work/libcurl.c" &&
        rm -f aurpay.la modules/aurpay.* && compile "LDFLAGS=-L$work/libcurl $hardening"
}

# A path of this machine, or a version of libcurl's functions, would bind the binary to it.
check_links() {
    local needed
    ! readelf --dynamic modules/aurpay.so | grep -E 'RPATH|RUNPATH' || die 'the binary has a path of this machine'
    ! readelf --wide --version-info modules/aurpay.so | grep -i 'File: libcurl' ||
        die 'the binary asks for versions of the functions of libcurl'
    needed=$(readelf --dynamic modules/aurpay.so | sed -n -E 's/.*NEEDED.*\[(.*)\]/\1/p' | sort | tr '\n' ' ')
    echo "needs $needed"
    readelf --wide --version-info modules/aurpay.so | grep -o -E 'GLIBC_[0-9.]+' | sort -u -V | tail -n 1 |
        sed 's/_/ /; s/$/ or later/; s/^/needs /'
}

# Installs it as PIE does: takes the one file out of the zip. ld.so's warnings would be in the output.
try() {
    local folder=$work/installed
    mkdir "$folder"
    python3 -m zipfile -e "$1" "$folder"
    [[ "$("$php" -n -d extension="$folder/aurpay.so" -r 'echo phpversion("aurpay");' 2>&1)" == "$version" ]] ||
        die "PHP does not load the extension of $(basename "$1") without a warning"
    "$php" -n -d extension="$folder/aurpay.so" -d error_reporting=-1 "$root/scripts/package/try.php"
}

quietly "$work/configure.log" configure || die 'could not configure'
cd "$work/aurpay-$version"
quietly "$work/make.log" compile || die 'could not build'
quietly "$work/link.log" link_without_versions || die 'could not link'
check_links
name=$(echo "php_aurpay-v${version}_$("$php" -n "$root/scripts/release/platform.php" "$(libc)").zip" |
    tr '[:upper:]' '[:lower:]')
rm -f "$into/$name"
python3 "$root/scripts/release/zip.py" "$into/$name" modules/aurpay.so LICENSE
try "$into/$name"
echo "built $name"
