<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\AzPays;

use Aurpay\Sandbox\Store\Settings;

/**
 * The service has used `result` and `meta`, and also `results` and `metas`.
 * Mixed means the plural for lists, and the singular for one record.
 */
enum Spelling: string
{
    case Mixed = 'mixed';
    case Singular = 'singular';
    case Plural = 'plural';

    private const SETTING = 'azpays_spelling';

    public static function chosen(Settings $settings): self
    {
        return self::from($settings->get(self::SETTING) ?? self::Mixed->value);
    }

    public function choose(Settings $settings): void
    {
        $settings->set(self::SETTING, $this->value);
    }

    /**
     * @param array<array-key, mixed> $result
     * @param array<string, mixed>    $meta
     *
     * @return array<string, mixed>
     */
    public function envelope(array $result, array $meta): array
    {
        $isPlural = $this === self::Plural || ($this === self::Mixed && array_is_list($result));
        $suffix = $isPlural ? 's' : '';

        return ['succeed' => true, 'message' => 'ok', "result$suffix" => $result, "meta$suffix" => $meta];
    }
}
