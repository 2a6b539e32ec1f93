<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** Whether this PHP has the extension, by one ini file and with all its classes. */
final class ExtensionCheck implements Check
{
    public function name(): string
    {
        return 'extension';
    }

    public function about(): string
    {
        return 'the extension is loaded by this PHP, once and whole';
    }

    public function needsExtension(): bool
    {
        return false;
    }

    public function findings(): iterable
    {
        $php = 'PHP ' . PHP_VERSION . ' (' . PHP_SAPI . (PHP_ZTS !== 0 ? ', ZTS' : '') . ')';
        if (!extension_loaded('aurpay')) {
            return [$this->missing($php)];
        }
        $findings = [Finding::good('aurpay ' . phpversion('aurpay') . " is loaded by {$php}")];
        $files = self::filesThatLoadIt();
        if (count($files) > 1) {
            $findings[] = Finding::problem('extension-twice', implode(' and ', $files) . ' load it', ['file' => end($files)]);
        }
        $disabled = array_filter(
            preg_split('/[\s,]+/', (string) ini_get('disable_classes')) ?: [],
            static fn (string $class): bool => str_starts_with(strtolower(ltrim($class, '\\')), 'aurpay\\'),
        );
        if ($disabled !== []) {
            $classes = implode(', ', $disabled);
            $findings[] = Finding::problem('classes-disabled', "disable_classes names {$classes}", ['classes' => $classes, 'ini' => php_ini_loaded_file() ?: 'php.ini']);
        }

        return $findings;
    }

    private function missing(string $php): Finding
    {
        $file = ini_get('extension_dir') . '/aurpay.' . PHP_SHLIB_SUFFIX;

        return is_file($file)
            ? Finding::problem('extension-not-enabled', "{$php} does not load aurpay, though there is {$file}")
            : Finding::problem('extension-missing', "{$php} does not load aurpay, and there is no {$file}");
    }

    /** @return list<string> */
    private static function filesThatLoadIt(): array
    {
        $scanned = preg_split('/,\s*/', trim((string) php_ini_scanned_files()), 0, PREG_SPLIT_NO_EMPTY) ?: [];
        $files = array_filter([(string) php_ini_loaded_file(), ...$scanned], is_readable(...));

        return array_values(array_filter(
            $files,
            static fn (string $file): bool => preg_match('~^\s*extension\s*=\s*"?(?:\S*/)?(?:php_)?aurpay(?:\.so|\.dll)?"?\s*(?:;|$)~m', (string) file_get_contents($file)) === 1,
        ));
    }
}
