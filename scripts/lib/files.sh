# Which files of the checkout a check looks at.
# shellcheck shell=bash

. "$(dirname "${BASH_SOURCE[0]}")/command.sh"

# Prints the existing paths among those given, relative to the checkout's root.
existing() {
    local path
    for path in "$@"; do
        [[ ! -e $root/$path ]] || echo "$path"
    done
}

# The C files of the project, without generated ones, relative to the checkout's root.
c_files() {
    cd "$root" &&
        find aurpay.c php_aurpay.h src tests bench fuzz -name '*.[ch]' ! -name '*_arginfo.h' | sort
}

# The PHP files of the project, relative to the checkout's root. run-tests.php leaves .php files
# beside the .phpt files that it ran: those are not the project's.
php_files() {
    local file
    cd "$root" || return
    find "$@" -name '*.php' -print | sort | while read -r file; do
        [[ -e ${file%.php}.phpt ]] || echo "$file"
    done
}
