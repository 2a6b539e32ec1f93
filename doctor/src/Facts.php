<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** What a process with the extension says of itself: the rows of the extension's part of phpinfo(). */
final class Facts
{
    /** @param array<string, string> $rows */
    private function __construct(private readonly array $rows) {}

    public static function ofThisProcess(): ?self
    {
        if (!extension_loaded('aurpay')) {
            return null;
        }
        ob_start();
        (new \ReflectionExtension('aurpay'))->info();

        return self::parse((string) ob_get_clean());
    }

    /** @param string $information as phpinfo() prints it: text on the command line, HTML in a web server */
    public static function parse(string $information): self
    {
        $rows = [];
        preg_match_all('~<tr><td class="e">(.*?)</td><td class="v">(.*?)</td>~s', $information, $cells, PREG_SET_ORDER);
        foreach ($cells as [, $name, $value]) {
            $rows[trim(html_entity_decode($name))] = trim(html_entity_decode($value));
        }
        preg_match_all('/^(.+?) => ([^\n]*?)(?: => [^\n]*)?$/m', $information, $lines, PREG_SET_ORDER);
        foreach ($lines as [, $name, $value]) {
            $rows[trim($name)] = trim($value);
        }

        return new self($rows);
    }

    public function get(string $row): string
    {
        return $this->rows[$row] ?? '';
    }

    public function is(string $row): bool
    {
        return $this->get($row) === 'yes';
    }

    /** The file of CAs that clients without the option ca_file use; "" for none. */
    public function caFile(): string
    {
        return $this->get('CA file');
    }
}
