# Common to dev and the scripts beside this file: where the checkout is, how a script speaks to its
# user, and how it gets the packages that it needs.
# shellcheck shell=bash

set -euo pipefail
export LC_ALL=C.UTF-8

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
case $root in
    *[[:space:]]*)
        echo "dev: phpize cannot build in a folder whose path has a blank: $root" >&2
        exit 1
        ;;
esac

die() {
    echo "dev: $*" >&2
    exit 1
}

# A wrong argument: says what is wrong and where to read what is right.
bad_usage() {
    echo "dev: $*" >&2
    echo "see ./dev help $(basename "$0" .sh)" >&2
    exit 2
}

# The comment at the top of the running script is its help.
show_help() {
    sed -n '2,${/^#/!q;s/^# \{0,1\}//p}' "$0"
}

# Prints the help and ends the script when it was called with --help alone.
help_if_asked() {
    case ${1:-} in
        -h | --help)
            show_help
            exit 0
            ;;
    esac
}

# For a script whose only argument is --check: sets $check when it is given.
# shellcheck disable=SC2034 # the caller reads it
read_check_flag() {
    check=
    while [[ $# -gt 0 ]]; do
        case $1 in
            --check) check=yes ;;
            -h | --help) show_help && exit 0 ;;
            *) bad_usage "unknown argument '$1'" ;;
        esac
        shift
    done
}

cpu_count() {
    nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1
}

# Runs a command with its output in a file, which is shown only when the command fails.
quietly() {
    local log=$1 status=0
    shift
    mkdir -p "$(dirname "$log")"
    "$@" >"$log" 2>&1 </dev/null || status=$?
    if [[ $status -ne 0 ]]; then
        cat "$log" >&2
    fi
    return "$status"
}

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

# What each group of packages holds, one Debian package and the probe that finds it: a command, a
# pkg-config module, a PHP extension or a file.
packages_of() {
    case $1 in
        build)
            cat <<'LIST'
gcc                   command gcc
make                  command make
pkg-config            command pkg-config
php-cli               command php
php-dev               command phpize
php-dev               command php-config
libcurl4-openssl-dev  module libcurl
libssl-dev            module openssl
LIST
            ;;
        run)
            # python3-h2 is the HTTP/2 of the fault server: framing, HPACK and flow control are not ours to write.
            cat <<'LIST'
php-cli               command php
php-curl              extension curl
php-sqlite3           extension pdo_sqlite
php-xml               extension dom
php-fpm               program php-fpm
nginx-light           program nginx
openssl               command openssl
ca-certificates       file /etc/ssl/certs/ca-certificates.crt
python3               command python3
python3-h2            file /usr/lib/python3/dist-packages/h2/connection.py
LIST
            ;;
        unit)
            cat <<'LIST'
libcmocka-dev         module cmocka
libjansson-dev        module jansson
LIST
            ;;
        stubs)
            cat <<'LIST'
php-parser            file /usr/share/php/PhpParser/Parser.php
php-cli               extension tokenizer
LIST
            ;;
        lint)
            cat <<'LIST'
clang                 command clang
clang-tidy            command clang-tidy
cppcheck              command cppcheck
shellcheck            command shellcheck
LIST
            ;;
        clang-format)
            cat <<'LIST'
clang-format          command clang-format
LIST
            ;;
        package)
            cat <<'LIST'
php-pear              command pecl
php-xml               extension simplexml
nodejs                command node
clang                 command clang
mingw-w64-x86-64-dev  file /usr/share/mingw-w64/include/windows.h
LIST
            ;;
        chroot)
            cat <<'LIST'
debootstrap           command debootstrap
util-linux            command unshare
mount                 command mount
LIST
            ;;
        phpunit)
            cat <<'LIST'
phpunit               command phpunit
phpunit               file /usr/share/php/PHPUnit/Framework/TestCase.php
LIST
            ;;
        bench)
            cat <<'LIST'
valgrind              command valgrind
wrk                   command wrk
util-linux            command setpriv
util-linux            command nsenter
php-mbstring          extension mbstring
LIST
            ;;
        bench-peers)
            cat <<'LIST'
apt                   command apt-get
dpkg                  command dpkg-deb
LIST
            ;;
        composer)
            cat <<'LIST'
composer              command composer
unzip                 command unzip
ca-certificates       file /etc/ssl/certs/ca-certificates.crt
php-mbstring          extension mbstring
php-xml               extension dom
php-cli               extension tokenizer
LIST
            ;;
        *) die "there is no package group '$1'" ;;
    esac
}

# Whether a probe finds what it looks for. Daemons live in sbin, under a versioned name.
found() {
    local kind=$1 name=$2 folder file
    case $kind in
        command) command -v "$name" >/dev/null ;;
        module) command -v pkg-config >/dev/null && pkg-config --exists "$name" ;;
        extension) [[ " $php_extensions " == *" $name "* ]] ;;
        file) [[ -e $name ]] ;;
        program)
            for folder in /usr/sbin /usr/local/sbin /usr/bin /usr/local/bin; do
                for file in "$folder/$name" "$folder/$name"[0-9]*; do
                    [[ ! -x $file ]] || return 0
                done
            done
            return 1
            ;;
    esac
}

# Prints the packages of the named groups that are missing, one a line.
missing_packages() {
    local group package kind name php_extensions=
    if command -v php >/dev/null; then
        php_extensions=$(php -r 'echo strtolower(implode(" ", get_loaded_extensions()));' 2>/dev/null || true)
    fi
    for group in "$@"; do
        while read -r package kind name; do
            found "$kind" "$name" || echo "$package"
        done < <(packages_of "$group")
    done | sort -u
}

# sudo asks for a password only where there is somebody to ask.
as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    elif { : </dev/tty; } 2>/dev/null; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

# Installs packages, and leaves the script when it was stopped meanwhile. scripts/apt-install.sh says what is undone
# afterwards.
apt_install() {
    local log=$root/build/apt-$$.log status=0
    mkdir -p "$root/build"
    as_root bash "$root/scripts/apt-install.sh" "$@" >"$log" </dev/null || status=$?
    if [[ $status -gt 0 && $status -lt 128 ]]; then
        cat "$log" >&2
    fi
    rm -f "$log"
    [[ $status -lt 128 ]] || exit "$status"
    [[ $status -eq 0 ]] || die "could not install: $*"
}

# Undoes what an installation left behind that was killed.
repair_installation() {
    local record=${AURPAY_DEV_SYSTEM:-}/var/lib/aurpay-dev
    [[ -e $record || -e $record.new ]] || return 0
    as_root bash "$root/scripts/apt-install.sh" --repair </dev/null ||
        echo "dev: an installation was killed; as root: bash scripts/apt-install.sh --repair" >&2
}

# Sees to it that the packages of the named groups are there.
require() {
    local missing
    repair_installation
    mapfile -t missing < <(missing_packages "$@")
    [[ ${#missing[@]} -gt 0 ]] || return 0
    if ! command -v apt-get >/dev/null; then
        die "missing, and only installed by itself on Debian; install what matches: ${missing[*]}"
    fi
    if [[ $EUID -ne 0 ]] && ! command -v sudo >/dev/null; then
        die "missing, and installing needs root or sudo: apt-get install ${missing[*]}"
    fi
    echo "dev: installing ${missing[*]}" >&2
    apt_install "${missing[@]}"
    hash -r
    mapfile -t missing < <(missing_packages "$@")
    [[ ${#missing[@]} -eq 0 ]] || die "installed, but not found afterwards: ${missing[*]}"
}

# The servers of the tests run in the system's PHP and Python, whatever PHP is being tested.
use_system_tools() {
    AURPAY_TOOLS_PHP=${AURPAY_TOOLS_PHP:-$(command -v php || true)}
    if [[ -z ${AURPAY_TOOLS_PYTHON:-} ]]; then
        AURPAY_TOOLS_PYTHON=/usr/bin/python3
        [[ -x $AURPAY_TOOLS_PYTHON ]] || AURPAY_TOOLS_PYTHON=$(command -v python3)
    fi
    export AURPAY_TOOLS_PHP AURPAY_TOOLS_PYTHON
    export PYTHONDONTWRITEBYTECODE=1
}

# Installs the PHP tools of tools/composer.json into build/tools, and sets tools_bin to the folder of
# their commands.
require_php_tools() {
    tools_bin=$root/build/tools/vendor/bin
    require_composer_packages tools/composer.json "$root/build/tools"
    [[ -x $tools_bin/phpstan && -x $tools_bin/php-cs-fixer ]] || die "there is no PHPStan or php-cs-fixer in $tools_bin"
}

# Installs what a composer.json of the checkout names into a folder, once for each state of that file.
require_composer_packages() {
    require composer
    (cd "$root" && install_composer_packages "$@") || die "could not install the packages of $1"
}

install_composer_packages() {
    local file=$1 folder=$2 wanted
    wanted="$(sha256sum <"$file") $(php -r 'echo PHP_VERSION;')"
    lock_folder "$folder"
    if [[ "$(cat "$folder/installed" 2>/dev/null)" == "$wanted" ]]; then
        return 0
    fi
    rm -rf "$folder/vendor" "$folder/composer.lock" "$folder/installed"
    cp "$file" "$folder/composer.json"
    quietly "$folder/install.log" env COMPOSER_ALLOW_SUPERUSER=1 \
        composer install --no-interaction --no-progress --no-scripts -d "$folder" || return
    echo "$wanted" >"$folder/installed"
}

# Prints the existing paths among those given, relative to the checkout's root.
existing() {
    local path
    for path in "$@"; do
        [[ ! -e $root/$path ]] || echo "$path"
    done
}

# The C files of the project, without generated ones, relative to the checkout's root.
c_files() {
    cd "$root" && find aurpay.c php_aurpay.h src tests/core tests/provider bench -name '*.[ch]' ! -name '*_arginfo.h' | sort
}

# The PHP files of the project, relative to the checkout's root. run-tests.php leaves .php files
# beside the .phpt files that it ran: those are not the project's.
php_files() {
    local file
    cd "$root"
    find "$@" -name '*.php' -print | sort | while read -r file; do
        [[ -e ${file%.php}.phpt ]] || echo "$file"
    done
}

# Runs checks, each a function check_NAME of the caller with its output in FOLDER/NAME.log: shown when
# it fails, and when it passes only the lines that begin with "> ". Ends with their sum, and fails
# when one did.
run_checks() {
    local folder=$1 check log began status passed=0 failed=0
    shift
    for check in "$@"; do
        began=$SECONDS
        log=$folder/$check.log
        # In a condition, "set -e" would not count inside the check.
        set +e
        (set -e && "check_${check//-/_}") >"$log" 2>&1 </dev/null
        status=$?
        set -e
        if [[ $status -eq 0 ]]; then
            passed=$((passed + 1))
            sed -n 's/^> /    /p' "$log"
            printf '%-14s passed (%d s)\n' "$check" "$((SECONDS - began))"
        else
            failed=$((failed + 1))
            sed 's/^> //' "$log"
            printf '%-14s FAILED (%d s)\n' "$check" "$((SECONDS - began))"
        fi
    done
    echo "$passed passed, $failed failed"
    [[ $failed -eq 0 && $passed -gt 0 ]]
}

# Starts a sandbox with the options given, and sets $merchant to its line of JSON. It ends when its
# standard input does, so it also ends when the script is killed.
start_sandbox() {
    sandbox_log=$(mktemp)
    coproc sandbox { exec php "$root/sandbox/bin/sandbox" --json --exit-on-stdin-close "$@" 2>"$sandbox_log" 9>&-; }
    # bash forgets these with the coprocess, which may end before the script.
    sandbox_pid=$!
    sandbox_in=${sandbox[1]}
    sandbox_out=${sandbox[0]}
    # shellcheck disable=SC2034 # the caller reads it
    if ! IFS= read -r -t 120 -u "$sandbox_out" merchant; then
        cat "$sandbox_log" >&2
        die 'the sandbox did not start'
    fi
}

stop_sandbox() {
    [[ -n ${sandbox_pid:-} ]] || return 0
    exec {sandbox_in}>&-
    wait "$sandbox_pid" 2>/dev/null || true
    rm -f "$sandbox_log"
    sandbox_pid=
}
