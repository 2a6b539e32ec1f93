# What commands that run PHPUnit share.
# shellcheck shell=bash

# Prints a regular expression for PHPUnit's --filter: tests that have one of the words in their class or method.
phpunit_filter() {
    # shellcheck disable=SC2016 # PHP's variables, not the shell's
    php -r '
        $words = array_map(static fn (string $word): string => preg_quote($word, "/"), array_slice($argv, 1));
        echo "/", implode("|", $words), "/i";
    ' "$@"
}
