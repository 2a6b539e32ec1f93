<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

use Aurpay\Callback;

/** Whether callbacks can be verified with the settings. Only a real callback shows whether they are the merchant's. */
final class CallbackSecretCheck implements Check
{
    public const VARIABLES = ['AURPAY_CALLBACK_TOKEN', 'AURPAY_CALLBACK_SECRET'];

    public function __construct(private readonly Settings $settings) {}

    public function name(): string
    {
        return 'callback-secret';
    }

    public function about(): string
    {
        return 'callback token and secret are well-formed (' . implode(', ', self::VARIABLES) . ')';
    }

    public function needsExtension(): bool
    {
        return true;
    }

    public function findings(): iterable
    {
        [$token, $secret] = array_map($this->settings->variable(...), self::VARIABLES);
        if ($token === null && $secret === null) {
            return [Finding::skipped(self::VARIABLES[0] . ' is not set')];
        }
        if ($token === null || $secret === null) {
            $variable = self::VARIABLES[$token === null ? 0 : 1];

            return [Finding::problem('credential-incomplete', "{$variable} is not set", ['missing' => $variable])];
        }
        try {
            new Callback($token, $secret);
        } catch (\ValueError $refused) {
            $variable = self::VARIABLES[str_contains($refused->getMessage(), '#2') ? 1 : 0];

            return [Finding::problem('credential-malformed', $refused->getMessage(), ['variable' => $variable])];
        }

        return [Finding::good('callbacks can be verified; aurpay-doctor callback FILE judges a real one')];
    }
}
