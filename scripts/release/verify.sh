#!/usr/bin/env bash
# For release.sh: checks the files of a release against their checksums, and the signature of these.
#
# usage: ./dev release --verify FOLDER FINGERPRINT
#
#   FOLDER       the files as they were downloaded, with SHA256SUMS and SHA256SUMS.asc
#   FINGERPRINT  of the key that must have signed, 40 digits; its public key must have been imported with gpg
#
# It fails if a file is missing, changed, or not in SHA256SUMS, and if somebody else has signed.

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/release/files.sh"

help_if_asked "${1:-}"
[[ $# -eq 2 ]] || bad_usage 'a folder and a fingerprint are needed'
folder=$1
wanted=$(tr -d ' ' <<<"${2^^}")
[[ $wanted =~ ^[0-9A-F]{40}$ ]] || bad_usage 'a fingerprint has 40 digits: a shorter one can be forged'
require release
[[ -f $folder/SHA256SUMS.asc ]] || die "there is no $folder/SHA256SUMS.asc"
fingerprint=$(gpg --status-fd 1 --verify "$folder/SHA256SUMS.asc" "$folder/SHA256SUMS" 2>/dev/null | signer || true)
[[ -n $fingerprint ]] || die 'the signature is not valid, or the key was not imported, has expired or was revoked'
[[ $fingerprint == "$wanted" ]] || die "signed by $fingerprint, not by $wanted"
check_sums "$folder"
echo "signed by $fingerprint: $(wc -l <"$folder/SHA256SUMS") files are as they were released"
