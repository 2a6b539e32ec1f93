<?php

declare(strict_types=1);

namespace AurpayBench;

/** The libraries that scripts/bench/peers.sh has fetched. */
final readonly class Peers
{
    /**
     * The versions of those that this PHP is compared with.
     *
     * @return array<string, string>
     */
    public static function versions(Php $php): array
    {
        $folder = dirname(__DIR__, 2) . '/build/bench/peers';
        $installed = [
            'Guzzle' => self::composerVersion("{$folder}/guzzle", 'guzzlehttp/guzzle'),
            'Symfony' => self::composerVersion("{$folder}/symfony", 'symfony/http-client'),
            'WordPress' => self::requestsVersion("{$folder}/wordpress"),
        ];
        $versions = [];
        foreach (array_intersect_key(Labels::of($php), $installed) as $contender => $label) {
            $versions[$label] = $installed[$contender];
        }

        return $versions;
    }

    private static function composerVersion(string $folder, string $package): string
    {
        $installed = json_decode((string) file_get_contents("{$folder}/vendor/composer/installed.json"), true);
        $packages = is_array($installed) && is_array($installed['packages'] ?? null) ? $installed['packages'] : [];
        foreach ($packages as $entry) {
            if (is_array($entry) && ($entry['name'] ?? null) === $package && is_string($entry['version'] ?? null)) {
                return ltrim($entry['version'], 'v');
            }
        }

        throw new Failure("{$package} is not installed");
    }

    private static function requestsVersion(string $folder): string
    {
        $file = "{$folder}/class-requests.php";
        $isFound = preg_match("~const VERSION = '([^']+)'~", (string) file_get_contents($file), $match);

        return $isFound === 1 ? $match[1] : throw new Failure('the version of Requests is unknown');
    }
}
