# The files of a release and their checksums.
# shellcheck shell=bash

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"

# As in command.sh, for ./dev release --NAME.
bad_usage() {
    local name
    name=$(basename "$0" .sh)
    [[ $name == release ]] || name="release --$name"
    echo "dev: $*" >&2
    echo "see ./dev $name --help" >&2
    exit 2
}

# Prints the files of a folder that SHA256SUMS has to have.
release_files() {
    find "$1" -maxdepth 1 -type f ! -name 'SHA256SUMS*' ! -name '*.log' -exec basename {} \; | sort
}

write_sums() {
    # shellcheck disable=SC2046 # the names have no blanks
    (cd "$1" && sha256sum $(release_files .) >SHA256SUMS)
}

# Fails if a file is missing, changed, or not listed.
check_sums() {
    local folder=$1 listed
    [[ -f $folder/SHA256SUMS ]] || die "there is no $folder/SHA256SUMS"
    listed=$(sed -E 's/^[0-9a-f]{64} [ *]//' "$folder/SHA256SUMS" | sort)
    [[ "$listed" == "$(release_files "$folder")" ]] || {
        diff --label SHA256SUMS <(echo "$listed") --label "$folder" <(release_files "$folder") >&2 || true
        die "SHA256SUMS lists other files than $folder has"
    }
    (cd "$folder" && sha256sum --check --strict --quiet SHA256SUMS) || die 'a file was changed'
}

# Reads the status lines of gpg --verify, and prints the fingerprint of the primary key of the only signature. It does
# not count if the key, or the signature itself, has expired or was revoked.
signer() {
    awk '$2 == "GOODSIG" { good++ } $2 == "EXPKEYSIG" || $2 == "REVKEYSIG" || $2 == "EXPSIG" || $2 == "BADSIG" { bad++ }
        $2 == "VALIDSIG" { key = $NF } END { if (good == 1 && !bad) print key; else exit 1 }'
}
