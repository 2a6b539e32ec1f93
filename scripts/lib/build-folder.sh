# The folder build/, where commands put what they make: where it is, whose it is, and who works in it.
# shellcheck shell=bash
#
# phpize, configure and make cannot build in a path that has a blank, or a character that a shell reads as its
# own. Where the checkout's path has one, build/ is a link to a folder of the user's whose path has none.

. "$(dirname "${BASH_SOURCE[0]}")/command.sh"

# Whether a path is one that phpize, configure and make can build in.
is_plain_path() {
    case $1 in
        *[![:alnum:]/._@-]*) return 1 ;;
    esac
}

# Makes a folder for this user alone, unless it is there. Another user may have put a link or a folder of theirs
# in its place: then this fails.
make_private_folder() {
    (umask 077 && mkdir -p "$1") 2>/dev/null || true
    [[ -d $1 && ! -L $1 && -O $1 && -w $1 ]] &&
        [[ -z "$(find "$1" -prune \( -perm -020 -o -perm -002 \) -print)" ]] &&
        is_plain_path "$(cd "$1" && pwd -P)"
}

# Prints the folder that stands for build/ of this checkout: the same each time, and another for each user.
place_of_build() {
    local name home=${XDG_CACHE_HOME:-${HOME:-}} parent
    name=$(printf %s "${root#/}" | tr -c A-Za-z0-9 - | tail -c 50)-$(cksum <<<"$root" | cut -d ' ' -f 1)
    parent=${XDG_CACHE_HOME:-$home/.cache}/aurpay/build
    # A sudo that keeps $HOME makes it another user's.
    if ! { [[ -O $home ]] && is_plain_path "$parent" && make_private_folder "$parent"; }; then
        parent=/var/tmp/aurpay-$EUID
        make_private_folder "$parent" ||
            die "phpize cannot build in '$root', and another user may write to $parent: remove $parent"
    fi
    make_private_folder "$parent/$name" ||
        die "phpize cannot build in '$root', and another user may write to $parent/$name: remove it"
    echo "$parent/$name"
}

# Lets build/ be a link to a folder.
link_build() {
    if [[ -d $root/build && ! -L $root/build ]] && ! rmdir "$root/build" 2>/dev/null; then
        die "phpize cannot build in '$root', so build/ must be a link to another folder: remove $root/build"
    fi
    if [[ "$(readlink "$root/build")" != "$1" ]]; then
        ln -sfn "$1" "$root/build" 2>/dev/null || true
        [[ "$(readlink "$root/build")" == "$1" ]] || refuse "$root"
    fi
}

# The checkout may have been moved: the folder that it had stays with its former path.
unlink_build() {
    case $(readlink "$root/build" || true) in
        */aurpay/build/* | /var/tmp/aurpay-*) rm -f "$root/build" ;;
    esac
}

# Sees to it that build/ is there and the user's, and sets $build to its path, which is plain.
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

# Sees to it that a folder is there and can be written to.
make_folder() {
    local folder=$1
    mkdir -p "$1" 2>/dev/null || true
    while [[ ! -e $folder ]]; do
        folder=$(dirname "$folder")
    done
    [[ $folder == "$1" && -d $1 && -w $1 ]] || refuse "$folder"
}

# Refuses files of another user in a folder, or of those in it that options of find choose. Where root has run
# ./dev, there are files that this user's compilers and scripts cannot write to.
refuse_foreign() {
    local folder=$1 file
    shift
    [[ $EUID -ne 0 ]] || return 0
    file=$(find "$folder/" "$@" ! -user "$EUID" -print -quit 2>/dev/null || true)
    [[ -z $file ]] || refuse "$file"
}

# Sees to it that a folder is there and is this user's with all that is in it.
own_folder() {
    make_folder "$1"
    refuse_foreign "$1"
}

# Ends with what the user cannot write to, whose it is and what to do.
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

# Takes the lock of a build folder, so that two commands at once do not build in it together. It is
# held until the script ends. What may outlive the script is started with 9>&-.
lock_folder() {
    own_folder "$1"
    take_lock "$1"
}

# The same of a folder in which other users, too, have files.
take_lock() {
    make_folder "$1"
    [[ ! -e $1/.lock || -w $1/.lock ]] || refuse "$1/.lock"
    exec 9>"$1/.lock"
    if command -v flock >/dev/null && ! flock -n 9; then
        echo "dev: waiting for another command in ${1/#"$build"/build}" >&2
        flock 9
    fi
}
