# The headers of libcurl and OpenSSL alone, to compile with another C library than this system's.
# shellcheck shell=bash

. "$(dirname "${BASH_SOURCE[0]}")/command.sh"

# Copies them to a folder. The other headers in theirs belong to this system.
copy_library_headers() {
    local found
    rm -rf "$1"
    mkdir -p "$1"
    # shellcheck disable=SC2046 # flags
    printf '#include <curl/curl.h>\n#include <openssl/evp.h>\n' |
        gcc -M $(pkg-config --cflags libcurl libcrypto) -x c - | tr ' ' '\n' |
        sed -n -E 's,^(/.*/(curl|openssl))/[^/]*\.h$,\1,p' | sort -u |
        while read -r found; do
            cp -RL "$found" "$1/"
        done
}
