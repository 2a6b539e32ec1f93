<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Plain;

use Aurpay\Sandbox\Input;

/**
 * The cashier's texts in the language that the browser prefers. The page with scripts reads the same files.
 */
final readonly class Texts
{
    private const LANGUAGES = ['en', 'de'];

    /** @param array<string, string> $texts */
    private function __construct(public string $language, private array $texts) {}

    /** @param string $acceptLanguage the header, such as "de-CH,de;q=0.9,en;q=0.8" */
    public static function preferred(string $acceptLanguage): self
    {
        $weights = [];
        $form = '/^\s*([a-z]{2})(?:-[a-z0-9-]+)?\s*(?:;\s*q=([01](?:\.[0-9]{1,3})?)\s*)?$/Di';
        foreach (explode(',', $acceptLanguage) as $range) {
            $matches = preg_match($form, $range, $part);
            $language = strtolower($part[1] ?? '');
            if ($matches === 1 && in_array($language, self::LANGUAGES, true)) {
                $weights[$language] = max($weights[$language] ?? 0.0, (float) ($part[2] ?? '1'));
            }
        }
        // The sort is stable: of languages with the same weight, the first one stays first.
        arsort($weights);
        $language = (string) (array_key_first(array_filter($weights)) ?? self::LANGUAGES[0]);
        $file = dirname(__DIR__, 2) . "/public/lang/$language.json";

        return new self($language, Input::fromJson((string) file_get_contents($file))->texts());
    }

    /** @param array<string, mixed> $values for the {names} in the text */
    public function get(string $key, array $values = []): string
    {
        $pairs = [];
        foreach ($values as $name => $value) {
            $pairs['{' . $name . '}'] = is_scalar($value) ? (string) $value : '';
        }

        return strtr($this->texts[$key] ?? $key, $pairs);
    }
}
