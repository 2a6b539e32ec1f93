#!/usr/bin/env bash
# For release.sh: checks that all files of a release are there, and writes their checksums and its notes.
#
# usage: ./dev release --complete VERSION FOLDER
#
#   FOLDER  the package, its bill of materials, and the binaries that the jobs of release.yml have built
#
# Writes SHA256SUMS anew, over all files, and FOLDER.md beside the folder: the section of CHANGELOG.md.

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/release/files.sh"

help_if_asked "${1:-}"
[[ $# -eq 2 ]] || bad_usage 'a version and a folder are needed'
version=$1
[[ -d $2 ]] || die "there is no folder $2"
# "." must have its notes beside it, too.
folder=$(cd "$2" && pwd -P)

# The files that must be there. Windows has at least one, of a compiler that php-windows-builder knows.
wanted() {
    printf '%s\n' "aurpay-$version.tgz" "aurpay-$version.cdx.json"
    python3 "$root/scripts/release/targets.py" --names "v$version"
}

# Those of Windows are as php-windows-builder and PIE name them.
windows='^php_aurpay-v'${version//./\\.}'-8\.[0-9]-(nts|ts)-vs[0-9]+-x86_64\.zip$'
missing=$(comm -23 <(wanted | sort) <(release_files "$folder"))
[[ -z $missing ]] || die "missing:"$'\n'"$missing"
release_files "$folder" | grep -q -E "$windows" || die 'there is no DLL for Windows'
unknown=$(comm -13 <(wanted | sort) <(release_files "$folder") | grep -v -E "$windows" || true)
[[ -z $unknown ]] || die "these do not belong to the release:"$'\n'"$unknown"

notes=$(awk -v heading="## [$version]" 'index($0, heading) == 1 { on = 1; next } /^## / { on = 0 } on' "$root/CHANGELOG.md")
grep -q '^- ' <<<"$notes" || die "CHANGELOG.md has no entry for $version"
printf '%s\n' "$notes" >"$folder.md"
write_sums "$folder"
echo "$(wc -l <"$folder/SHA256SUMS") files, and $folder.md"
