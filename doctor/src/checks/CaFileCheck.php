<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** The file of trusted CAs that clients use: the given one, else that of php.ini or of libcurl. */
final class CaFileCheck implements Check
{
    private const OLD = 2 * 365 * 86400;

    public function __construct(private readonly ?Facts $facts, private readonly Settings $settings) {}

    public function name(): string
    {
        return 'ca-file';
    }

    public function about(): string
    {
        return 'the file of trusted CAs can be read, has certificates, and is kept up to date';
    }

    public function needsExtension(): bool
    {
        return true;
    }

    public function findings(): iterable
    {
        $facts = $this->facts ?? throw new \LogicException('it needs the extension');
        $given = $this->settings->clientOptions()['ca_file'] ?? null;
        $file = $given ?? $facts->caFile();
        $source = $given === null ? $facts->get('CAs are set by') : 'the option ca_file';
        if ($file === '') {
            return [Finding::skipped("libcurl's TLS library knows its CAs by itself")];
        }
        $isDefault = $given === null && $source === "libcurl's default";
        if ($isDefault && is_dir($file)) {
            return [(glob("{$file}/*.[0-9]") ?: []) === []
                ? Finding::problem('ca-file-empty', "{$file} ({$source}) is a folder without certificates")
                : Finding::good("{$file} is a folder of CAs ({$source})")];
        }
        $mend = $isDefault ? [] : ['mend-ca-file' => 'correct ' . ($given === null ? $source : 'AURPAY_CA_FILE') . ', or leave it out'];
        // A file of variables may name a path with a zero byte. PHP 8.6 throws when it is asked about one.
        if (str_contains($file, "\0") || !is_file($file) || !is_readable($file)) {
            return [Finding::problem('ca-file-unreadable', "{$file} ({$source}) cannot be read", $mend)];
        }
        $count = substr_count((string) file_get_contents($file), '-----BEGIN CERTIFICATE-----')
            + substr_count((string) file_get_contents($file), '-----BEGIN TRUSTED CERTIFICATE-----');
        $changed = (int) filemtime($file);
        $facts = "{$file} ({$source}) has {$count} certificate" . ($count === 1 ? '' : 's') . ', and was last changed on ' . gmdate('Y-m-d', $changed);

        return [match (true) {
            $count === 0 => Finding::problem('ca-file-empty', "{$file} ({$source}) has no certificate", $mend),
            $given === null && time() - $changed > self::OLD => Finding::problem('ca-file-old', $facts),
            default => Finding::good($facts),
        }];
    }
}
