<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** A file of variables, such as Laravel's .env or an EnvironmentFile of systemd. */
final class EnvFile
{
    /**
     * @return array<string, string>
     * @throws CannotRun if it cannot be read
     */
    public static function read(string $path): array
    {
        $text = is_file($path) && is_readable($path) ? file_get_contents($path) : false;
        if ($text === false) {
            throw new CannotRun("--env: {$path} cannot be read");
        }
        $variables = [];
        foreach (preg_split('/\r\n?|\n/', (string) preg_replace('/^\xef\xbb\xbf/', '', $text)) ?: [] as $line) {
            if (preg_match('/^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/', $line, $match) === 1) {
                $variables[$match[1]] = self::value($match[2]);
            }
        }

        return $variables;
    }

    private static function value(string $text): string
    {
        if (preg_match('/^"((?:[^"\\\\]|\\\\.)*)"/', $text, $match) === 1) {
            return stripcslashes($match[1]);
        }
        if (preg_match("/^'([^']*)'/", $text, $match) === 1) {
            return $match[1];
        }

        return (string) preg_replace('/(?:^|\s+)#.*$/', '', $text);
    }
}
