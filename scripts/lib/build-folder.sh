# The folder build/, where commands write their files: its place, its owner and its locks.
# shellcheck shell=bash
#
# phpize, configure and make cannot build in a path that contains blanks or special characters of the shell. If the
# checkout has such a path, build/ is a link to another folder of this user.

. "$(dirname "${BASH_SOURCE[0]}")/command.sh"

# Tests whether phpize, configure and make can build in a path.
is_plain_path() {
    case $1 in
        *[![:alnum:]/._@-]*) return 1 ;;
    esac
}

# Creates a folder for this user alone, unless it exists. Fails if another user has put a link or a folder in its
# place.
make_private_folder() {
    (umask 077 && mkdir -p "$1") 2>/dev/null || true
    [[ -d $1 && ! -L $1 && -O $1 && -w $1 ]] &&
        [[ -z "$(find "$1" -prune \( -perm -020 -o -perm -002 \) -print)" ]] &&
        is_plain_path "$(cd "$1" && pwd -P)"
}

# Prints the folder that build/ links to. It depends only on the checkout and the user.
place_of_build() {
    local name home=${XDG_CACHE_HOME:-${HOME:-}} parent
    name=$(printf %s "${root#/}" | tr -c A-Za-z0-9 - | tail -c 50)-$(cksum <<<"$root" | cut -d ' ' -f 1)
    parent=${XDG_CACHE_HOME:-$home/.cache}/aurpay/build
    # If sudo keeps $HOME, that folder belongs to another user.
    if ! { [[ -O $home ]] && is_plain_path "$parent" && make_private_folder "$parent"; }; then
        parent=/var/tmp/aurpay-$EUID
        make_private_folder "$parent" ||
            die "phpize cannot build in '$root', and another user may write to $parent: remove $parent"
    fi
    make_private_folder "$parent/$name" ||
        die "phpize cannot build in '$root', and another user may write to $parent/$name: remove it"
    echo "$parent/$name"
}

# Makes build/ a link to a folder.
link_build() {
    if [[ -d $root/build && ! -L $root/build ]] && ! rmdir "$root/build" 2>/dev/null; then
        die "phpize cannot build in '$root', so build/ must be a link to another folder: remove $root/build"
    fi
    if [[ "$(readlink "$root/build")" != "$1" ]]; then
        ln -sfn "$1" "$root/build" 2>/dev/null || true
        [[ "$(readlink "$root/build")" == "$1" ]] || refuse "$root"
    fi
}

# Removes the link that link_build made when the checkout had another path. The folder that it leads to stays.
unlink_build() {
    case $(readlink "$root/build" || true) in
        */aurpay/build/* | /var/tmp/aurpay-*) rm -f "$root/build" ;;
    esac
}

# Creates build/ if needed, checks that this user owns it, and sets $build to its path, in which make can build.
make_build_folder() {
    build=$root/build
    if ! is_plain_path "$root"; then
        build=$(place_of_build) || exit 1
        link_build "$build"
    else
        unlink_build
    fi
    make_folder "$build"
    refuse_foreign "$build" -maxdepth 1 -type f
}

# Creates a folder if needed and checks that this user can write to it.
make_folder() {
    local folder=$1
    mkdir -p "$1" 2>/dev/null || true
    while [[ ! -e $folder ]]; do
        folder=$(dirname "$folder")
    done
    [[ $folder == "$1" && -d $1 && -w $1 ]] || refuse "$folder"
}

# Fails if another user owns a file in a folder: refuse_foreign FOLDER [FIND-OPTION...]. If root has run ./dev here,
# this user's compilers cannot write to root's files.
refuse_foreign() {
    local folder=$1 file
    shift
    [[ $EUID -ne 0 ]] || return 0
    file=$(find "$folder/" "$@" ! -user "$EUID" -print -quit 2>/dev/null || true)
    [[ -z $file ]] || refuse "$file"
}

# Creates a folder if needed and checks that this user owns everything in it.
own_folder() {
    make_folder "$1"
    refuse_foreign "$1"
}

# Ends the script: says which path the user cannot write to, who owns it and what to do.
refuse() {
    local owner remedy="make $1 writable"
    owner=$(owner_of "$1")
    if [[ ! -O $1 ]]; then
        case $1 in
            "$build" | "$build"/*) remedy="remove $root/build as $owner, who has run ./dev here" ;;
            "$root") remedy="clone it as $(id -un), or run ./dev as $owner" ;;
            *) remedy="remove it as $owner" ;;
        esac
    fi
    die "$(id -un) cannot write to $1, which belongs to $owner: $remedy"
}

owner_of() {
    # shellcheck disable=SC2012 # stat has other options on other systems
    ls -ld -- "$1" | awk '{ print $3 }'
}

# Locks a build folder until the script ends, so that no two commands build in it at once. Start processes that may
# outlive the script with 9>&-, or they keep the lock.
lock_folder() {
    own_folder "$1"
    take_lock "$1"
}

# Locks a folder in which other users may also have files.
take_lock() {
    make_folder "$1"
    [[ ! -e $1/.lock || -w $1/.lock ]] || refuse "$1/.lock"
    exec 9>"$1/.lock"
    if command -v flock >/dev/null && ! flock -n 9; then
        echo "dev: waiting for another command in ${1/#"$build"/build}" >&2
        flock 9
    fi
}
