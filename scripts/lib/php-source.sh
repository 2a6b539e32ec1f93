# Downloads the source of PHP from Debian. The script that reads this file sets $work to a temporary folder.
# shellcheck shell=bash
# shellcheck disable=SC2154 # $work

. "$(dirname "${BASH_SOURCE[0]}")/command.sh"

# Runs apt-get or apt-cache with the source packages of the machine's own mirrors. This changes nothing on the machine:
# all files are in $work/apt, which source_apt_setup creates.
source_apt() {
    local command=$1
    shift
    "$command" -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$work/apt/parts" \
        -o Dir::State::lists="$work/apt/lists" -o Dir::Cache="$work/apt/cache" \
        -o APT::Sandbox::User="$(id -un)" "$@"
}

source_apt_setup() {
    local Dir_list='' Dir_parts='' file
    [[ ! -d $work/apt ]] || return 0
    command -v apt-get >/dev/null || die "apt-get is missing, so Debian's packages cannot be downloaded"
    mkdir -p "$work/apt"/{parts,lists/partial,cache/archives/partial}
    eval "$(apt-config shell Dir_list Dir::Etc::sourcelist/f Dir_parts Dir::Etc::sourceparts/d)"
    for file in "$Dir_list" "$Dir_parts"/*.list; do
        if [[ -f $file ]]; then
            sed -n -E 's/^[[:space:]]*deb(-src)?([[:space:]])/deb-src\2/p' "$file" | sort -u \
                >"$work/apt/parts/$(basename "$file")"
        fi
    done
    for file in "$Dir_parts"/*.sources; do
        if [[ -f $file ]]; then
            sed -E 's/^Types:.*/Types: deb-src/I' "$file" >"$work/apt/parts/$(basename "$file")"
        fi
    done
    # Ignore a failed update: if it matters, a package is not found later.
    source_apt apt-get update >"$work/apt/update.log" 2>&1 </dev/null || true
}

# Downloads the newest available source of a package: fetch_php PACKAGE FOLDER. A list may name versions that the mirror
# no longer has, or does not have yet. apt-get verifies the source against the signed list.
fetch_php() {
    local package=$1 folder=$2 source_version log=$2/fetch.log
    source_apt_setup
    source_apt apt-cache showsrc --only-source "$package" 2>/dev/null | sed -n 's/^Version: //p' |
        sort -V -r -u >"$folder/versions"
    if [[ ! -s $folder/versions ]]; then
        cat "$work/apt/update.log" >&2
        die "there is no source package $package"
    fi
    while read -r source_version; do
        if (cd "$folder" && source_apt apt-get source --download-only --only-source "$package=$source_version") \
            >>"$log" 2>&1 </dev/null; then
            echo "dev: PHP from the source package $package $source_version" >&2
            return 0
        fi
        echo "dev: the source package $package $source_version is not available" >&2
    done <"$folder/versions"
    cat "$log" >&2
    die "no version of the source package $package could be downloaded"
}

# Unpacks the newest source of a version's branch into a new folder: unpack_php VERSION FOLDER.
unpack_php() {
    local version=$1 folder=$2 package
    package=$(mktemp -d -p "$work")
    fetch_php "php${version%.*}" "$package"
    mkdir -p "$folder"
    tar -x -J -f "$package"/*.orig.tar.xz -C "$folder" --strip-components=1 || die 'could not unpack the source of PHP'
    rm -rf "$package"
}

# Prints the system's version of PHP, from whose source package PHP is built.
system_php_version() {
    php -n -r 'echo PHP_VERSION;'
}
