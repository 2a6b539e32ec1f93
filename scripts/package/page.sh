# The commands that a page of the documentation gives.
# shellcheck shell=bash

# Prints the block of code after "<!-- a clean Debian runs this: NAME -->": block_of PAGE NAME.
block_of() {
    awk -v mark="<!-- a clean Debian runs this: $2 -->" '
        $0 == mark { marked = 1; next }
        marked && /^```/ { inside = !inside; if (!inside) exit; found = 1; next }
        inside { print }
        END { exit !found }
    ' "$1" || die "$1 has no commands '$2'"
}

# Prints the packages that the block "packages" of a page installs, one a line: packages_of_page PAGE.
packages_of_page() {
    block_of "$1" packages | sed -n 's/^apt-get install //p' | tr ' ' '\n' | grep -v '^-'
}
