#!/bin/sh
# For build.yml and release.yml: installs what the build and the tests need in an official image of PHP, as root, and
# builds the extension there. The images for Debian and for Alpine have no package of PHP, so ./dev finds PHP itself.
#
# usage: sh scripts/release/image.sh test
#        sh scripts/release/image.sh binary PACKAGE.tgz FOLDER
#
#   test    builds as docs/install.md says, and runs the tests
#   binary  makes the zip for PIE: see ./dev help release
set -eu

install_packages() {
    if command -v apk >/dev/null; then
        # gcc, make and autoconf are the image's own list.
        # shellcheck disable=SC2086 # a list
        apk add --no-cache $PHPIZE_DEPS bash binutils ca-certificates coreutils curl-dev nginx openssl openssl-dev pkgconf \
            py3-h2 python3
    else
        export DEBIAN_FRONTEND=noninteractive
        apt-get update
        # shellcheck disable=SC2086 # likewise
        apt-get install --yes --no-install-recommends ${PHPIZE_DEPS:-} binutils ca-certificates libcurl4-openssl-dev \
            libssl-dev nginx-light openssl pkg-config python3 python3-h2
    fi
}

# Without the commands of ./dev, as somebody does who has only the source. The images of PHP with threads have no php-fpm:
# the tests that need it are skipped there.
test_sources() {
    jobs=$(nproc)
    phpize
    ./configure
    make -j"$jobs"
    php -n -d extension="$PWD/modules/aurpay.so" --ri aurpay
    NO_INTERACTION=1 REPORT_EXIT_STATUS=1 make test TESTS="-q -j$jobs --show-diff"
}

cd "$(dirname "$0")/../.."
install_packages
case ${1:-} in
    test) test_sources ;;
    binary) bash scripts/release/binary.sh "$2" --into "$3" ;;
    *)
        echo 'image.sh: test or binary?' >&2
        exit 2
        ;;
esac
