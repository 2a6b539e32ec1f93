# For run.sh, whose $work is a temporary folder: Debian's packages, their sources and the mirror.
# shellcheck shell=bash
# shellcheck disable=SC2154 # $work

# Sees to it that one package is there: need PACKAGE KIND NAME, a line as in packages_of.
need() {
    ! found "$2" "$3" || return 0
    command -v apt-get >/dev/null || die "$3 is missing, and only installed by itself on Debian"
    echo "dev: installing $1" >&2
    apt_install "$1"
    hash -r
    found "$2" "$3" || die "installed $1, but found no $3 afterwards"
}

# apt-get or apt-cache with the machine's own lists of packages, read as lists of source packages. Nothing of
# the machine's is changed: what this apt keeps is in $work/apt, which source_apt_setup makes.
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
    command -v apt-get >/dev/null || die "there is no apt-get: Debian's packages cannot be had"
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
    # One list that cannot be had need not matter; those who look for something in them say so.
    source_apt apt-get update >"$work/apt/update.log" 2>&1 </dev/null || true
}

# Sets $mirror and $keyring to where this machine gets Debian from, and what that is signed with.
# shellcheck disable=SC2034 # chroot.sh reads them
find_mirror() {
    local line
    source_apt_setup
    # shellcheck disable=SC2016 # apt-get fills them in
    line=$(source_apt apt-get indextargets --format '$(REPO_URI) $(SIGNED_BY)' \
        'Created-By: Sources' 'Origin: Debian' 'Label: Debian' 'Component: main' | head -n 1)
    if [[ -z $line ]]; then
        cat "$work/apt/update.log" >&2
        die "apt-get knows no Debian mirror with sources"
    fi
    read -r mirror keyring <<<"$line"
    [[ -f ${keyring:-} ]] || keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    [[ -f $keyring ]] || die "there is no $keyring to check packages by"
}
