# For run.sh, whose $work is a temporary folder: downloads sources of Debian packages.
# shellcheck shell=bash
# shellcheck disable=SC2154 # $work

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
