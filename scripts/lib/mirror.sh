# The Debian mirror of this machine.
# shellcheck shell=bash

. "$(dirname "${BASH_SOURCE[0]}")/command.sh"
. "$root/scripts/lib/packages.sh"

# Sets $mirror, and $keyring to the file with the keys that its packages are signed with.
# shellcheck disable=SC2034 # the caller reads them
find_mirror() {
    local line
    command -v apt-get >/dev/null || die "apt-get is missing, so Debian's packages cannot be downloaded"
    line=$(debian_source)
    if [[ -z $line ]]; then
        # The machine may have no package lists yet.
        as_root apt-get update >/dev/null 2>&1 </dev/null || true
        line=$(debian_source)
    fi
    [[ -n $line ]] || die 'apt-get knows no Debian mirror'
    read -r mirror keyring <<<"$line"
    # If the list of mirrors names no keyring, apt-get prints $(SIGNED_BY) unchanged.
    [[ -f $keyring ]] || keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    [[ -f $keyring ]] || die "there is no $keyring to verify packages with"
}

# Prints the address and the keyring of the first mirror of a whole release, not of its updates.
debian_source() {
    # shellcheck disable=SC2016 # apt-get fills them in
    apt-get indextargets --format '$(CODENAME) $(REPO_URI) $(SIGNED_BY)' \
        'Created-By: Packages' 'Origin: Debian' 'Label: Debian' 'Component: main' |
        awk '$1 !~ /-/ && !found { print $2, $3; found = 1 }'
}
