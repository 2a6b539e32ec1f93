<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** Whether the web server's PHP has the same extension and libraries as the command line's. */
final class WebCheck implements Check
{
    private const ROWS = ['Version', 'libcurl', 'TLS library of libcurl', 'OpenSSL', 'At most once by', 'CA file'];

    public function __construct(private readonly Web $web, private readonly ?Facts $facts) {}

    public function name(): string
    {
        return 'web';
    }

    public function about(): string
    {
        return "the web server's PHP has loaded the extension, too (--url, --fpm)";
    }

    public function needsExtension(): bool
    {
        return false;
    }

    public function findings(): iterable
    {
        $obstacle = $this->web->obstacle();
        if ($obstacle !== null) {
            return [Finding::skipped($obstacle)];
        }
        try {
            $answer = $this->web->facts();
        } catch (\RuntimeException $failure) {
            return [Finding::problem('web-unreachable', $failure->getMessage())];
        }
        $php = sprintf('PHP %s (%s)', self::text($answer['php'] ?? ''), self::text($answer['sapi'] ?? ''));
        if ($answer['loaded'] !== true) {
            preg_match('/^\d+\.\d+/', self::text($answer['php'] ?? ''), $version);

            return [Finding::problem('web-extension-missing', "{$php} does not load aurpay", $version === [] ? [] : ['php' => $version[0]])];
        }
        $there = Facts::parse(self::text($answer['information'] ?? ''));
        if ($there->get('CA file can be read') === 'no') {
            return [Finding::problem('ca-file-unreadable', "{$php} cannot read {$there->get('CA file')}, its file of trusted CAs", ['file' => $there->get('CA file')])];
        }
        $differences = $this->facts === null ? [] : self::differences($there, $this->facts);

        return [$differences === []
            ? Finding::good("aurpay {$there->get('Version')} is loaded by {$php}, with libcurl {$there->get('libcurl')}")
            : Finding::problem('web-differs', "{$php}: " . implode(', ', $differences))];
    }

    /** @return list<string> */
    private static function differences(Facts $there, Facts $here): array
    {
        $rows = array_filter(self::ROWS, static fn (string $row): bool => $there->get($row) !== $here->get($row));

        return array_values(array_map(
            static fn (string $row): string => "{$row} is {$there->get($row)}, and {$here->get($row)} on the command line",
            $rows,
        ));
    }

    private static function text(mixed $value): string
    {
        return is_string($value) ? $value : '';
    }
}
