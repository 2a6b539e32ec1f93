# Builds PHP from Debian's source package. The script that reads this file sets $work to a temporary folder.
# shellcheck shell=bash
# shellcheck disable=SC2154 # $work

. "$(dirname "${BASH_SOURCE[0]}")/php-source.sh"

# Everything that the tests use, php-fpm included, so that no test is skipped.
php_options=(--disable-all --disable-cgi --disable-phpdbg --enable-cli --enable-fpm --enable-posix --enable-pcntl
    --enable-tokenizer --enable-filter --enable-ctype --enable-sockets)

# The sanitizers of clang are in a separate package for each version of clang.
need_clang_runtime() {
    local version
    version=$(clang -dumpversion | cut -d. -f1)
    if ! can_sanitize; then
        apt_install "libclang-rt-$version-dev"
        can_sanitize || die 'clang does not link with its sanitizers'
    fi
}

can_sanitize() {
    clang -fsanitize=address,undefined -x c -o "$work/sanitized" - <<<'int main(void) { return 0; }' 2>/dev/null
}

# Builds the system's version of PHP, or the nearest available one: make_php NAME CC OPTIONS... Sets $php_prefix to the
# folder where it is installed. An earlier build is reused if the version, the compiler, the options and the folder are
# the same.
make_php() {
    local name=$1 compiler=$2 cache=${AURPAY_PHP_CACHE:-$build/php} version recipe
    shift 2
    make_folder "$cache"
    cache=$(realpath "$cache")
    version=$(system_php_version)
    recipe="$cache | PHP $version | $("$compiler" --version | head -n 1) | ${php_options[*]} $*"
    php_prefix=$cache/$name-$version-$(sha256sum <<<"$recipe" | cut -c 1-12)
    lock_folder "$cache"
    if [[ "$(cat "$php_prefix/recipe" 2>/dev/null)" != "$recipe" ]]; then
        echo "dev: building PHP for $name (about five minutes), logs: $cache/$name-*.log" >&2
        rm -rf "$php_prefix" "$php_prefix.build"
        unpack_php "$version" "$php_prefix.build"
        compile_php "$cache/$name" env -C "$php_prefix.build" -- \
            CC="$compiler" --prefix="$php_prefix" "${php_options[@]}" "$@"
        rm -rf "$php_prefix.build"
        echo "$recipe" >"$php_prefix/recipe"
    fi
    exec 9>&-
}

# The PHP with which leaks of engine memory show, with threads and the library that other programs embed.
make_debug_zts() {
    make_php debug-zts gcc --enable-debug --enable-zts --enable-embed
}

# The PHP of clang's sanitizers, with debugging and ZTS. Sets the environment in which scripts/build.sh builds the
# extension for it, too.
make_asan_zts() {
    local sanitize='-fsanitize=address,undefined -fno-sanitize=object-size'
    need clang command clang
    need_clang_runtime
    make_php asan-zts clang --enable-debug --enable-zts --enable-address-sanitizer --enable-undefined-sanitizer
    export CC=clang CFLAGS="-g -O1 -fno-omit-frame-pointer $sanitize" LDFLAGS=$sanitize
}

# Like make_php, but in $chroot, where it is the system's PHP, so it has the extensions that the sandbox needs. It only
# runs tests, and compiling takes most of the time: hence -O1.
make_php_in_chroot() {
    local version recipe source=usr/local/src/php options
    options=("${php_options[@]}" --with-curl --with-openssl --with-zlib --enable-pdo --with-pdo-sqlite --with-libxml
        --enable-dom --enable-soap --enable-opcache CFLAGS=-O1)
    need php-cli command php
    version=$(system_php_version)
    recipe="PHP $version | ${options[*]}"
    if [[ "$(cat "$chroot/usr/local/recipe" 2>/dev/null)" != "$recipe" ]]; then
        echo "dev: building PHP for $name (about five minutes), logs: $chroot-*.log" >&2
        as_root rm -rf "$chroot/usr/local"
        unpack_php "$version" "$work/php"
        as_root mkdir -p "$chroot/usr/local/src"
        as_root mv "$work/php" "$chroot/$source"
        compile_php "$chroot" in_chroot "$chroot" env -C "/$source" -- "${options[@]}"
        as_root rm -rf "${chroot:?}/$source"
        as_root tee "$chroot/usr/local/recipe" <<<"$recipe" >/dev/null
    fi
}

# Configures, builds and installs an unpacked source: compile_php LOG RUN... -- OPTIONS... RUN is a command prefix that
# runs a command in the folder of the source.
compile_php() {
    local log=$1 run=()
    shift
    while [[ $1 != -- ]]; do
        run+=("$1")
        shift
    done
    shift
    quietly "$log-configure.log" "${run[@]}" ./configure "$@" || die "could not configure PHP for $name"
    quietly "$log-make.log" "${run[@]}" make -s -j"$(cpu_count)" || die "could not build PHP for $name"
    quietly "$log-install.log" "${run[@]}" make -s install || die "could not install PHP for $name"
}
