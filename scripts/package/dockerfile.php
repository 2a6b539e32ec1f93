<?php

declare(strict_types=1);

// Reads a Dockerfile for sandbox-image.sh.
//
// usage: php dockerfile.php FILE release|run|copy|user|command|healthcheck
//
// release prints the release of Debian; run a shell script of the RUN lines; copy the target of "COPY .";
// command and healthcheck their words, one a line. An instruction that it does not know is an error: it must not be
// left out of the check.

$known = ['FROM', 'RUN', 'COPY', 'USER', 'VOLUME', 'EXPOSE', 'HEALTHCHECK', 'ENTRYPOINT', 'CMD'];
/** @var list<string> $argv */
[, $file, $wanted] = $argv;
$text = (string) preg_replace(['/^\s*#.*\n/m', '/\\\\\n/'], ['', ' '], (string) file_get_contents($file));
$found = array_fill_keys($known, []);
foreach (preg_split('/\n+/', trim($text)) ?: [] as $line) {
    [$name, $rest] = explode(' ', $line, 2) + [1 => ''];
    if (!isset($found[$name])) {
        fwrite(STDERR, "$file: there is no check for $name\n");
        exit(1);
    }
    $found[$name][] = trim((string) preg_replace('/\s+/', ' ', $rest));
}

$one = static function (string $name, string $pattern) use ($found, $file): string {
    if (count($found[$name]) !== 1 || preg_match($pattern, $found[$name][0], $match) !== 1) {
        fwrite(STDERR, "$file: expected one $name like $pattern\n");
        exit(1);
    }

    return $match[1];
};
$words = static function (string $json) use ($file): array {
    $words = json_decode($json, true);
    if (!is_array($words) || $words !== array_filter($words, is_string(...))) {
        fwrite(STDERR, "$file: not a list of strings: $json\n");
        exit(1);
    }

    return $words;
};
$lists = [
    'release' => fn (): array => [$one('FROM', '/^debian:([a-z]+)-slim$/D')],
    'run' => fn (): array => array_map(fn (string $line): string => 'sh -c ' . escapeshellarg($line), $found['RUN']),
    'copy' => fn (): array => [$one('COPY', '~^\. (/\S+)$~D')],
    'user' => fn (): array => [$one('USER', '/^([a-z]+)$/D')],
    'command' => fn (): array => [...$words($one('ENTRYPOINT', '/^(\[.*\])$/D')), ...$words($one('CMD', '/^(\[.*\])$/D'))],
    'healthcheck' => fn (): array => $words($one('HEALTHCHECK', '/^(?:--\S+ )*CMD (\[.*\])$/D')),
];
foreach ($lists[$wanted]() as $line) {
    echo $line, "\n";
}
