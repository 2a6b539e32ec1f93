# The folders in build/, where commands put what they make.
# shellcheck shell=bash

. "$(dirname "${BASH_SOURCE[0]}")/command.sh"

# Takes the lock of a build folder, so that two commands at once do not build in it together. It is
# held until the script ends. What may outlive the script is started with 9>&-.
lock_folder() {
    mkdir -p "$1"
    exec 9>"$1/.lock"
    if command -v flock >/dev/null && ! flock -n 9; then
        echo "dev: waiting for another command in ${1#"$root/"}" >&2
        flock 9
    fi
}
