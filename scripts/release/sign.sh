#!/usr/bin/env bash
# For release.sh: signs the checksums of a release.
#
# usage: ./dev release --sign KEY [FOLDER]
#
#   KEY     the key to sign with, in any form that gpg takes; best its fingerprint
#   FOLDER  the files of the release (default: build/release)
#
# Writes SHA256SUMS.asc, after it has compared SHA256SUMS with the files. gpg asks for the passphrase.

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/release/files.sh"

help_if_asked "${1:-}"
[[ $# -ge 1 && $# -le 2 ]] || bad_usage 'a key is needed'
key=$1
folder=${2:-$root/build/release}
require release
check_sums "$folder"
cd "$folder"

# Beside the old signature, which is good as long as there is no new one.
rm -f SHA256SUMS.new
gpg --local-user "$key" --armor --output SHA256SUMS.new --detach-sign SHA256SUMS ||
    die "could not sign with '$key': gpg --list-secret-keys shows the keys that are here, and whether they have expired"
mv SHA256SUMS.new SHA256SUMS.asc
fingerprint=$(gpg --status-fd 1 --verify SHA256SUMS.asc SHA256SUMS 2>/dev/null | signer)
[[ -n $fingerprint ]] || die 'the new signature is not valid'
echo "signed SHA256SUMS with $fingerprint"
