<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\AzPays;

use Aurpay\Sandbox\Config;
use Aurpay\Sandbox\Store\Settings;

/**
 * Whose answers the sandbox gives: those of the documents, or those of the published server.
 */
enum Answers: string
{
    case Documents = 'documents';
    case Published = 'published';

    private const SETTING = 'azpays_answers';

    /** What a control endpoint has chosen; else what the sandbox was started with. */
    public static function chosen(Settings $settings, Config $config): self
    {
        return self::from($settings->get(self::SETTING) ?? $config->azpays);
    }

    public function choose(Settings $settings): void
    {
        $settings->set(self::SETTING, $this->value);
    }
}
