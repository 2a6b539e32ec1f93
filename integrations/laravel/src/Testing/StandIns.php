<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Testing;

/**
 * The extension's classes in PHP, for tests on a machine without the extension. They have the same methods, exceptions
 * and enums. They send nothing: they ask the option `handler`, and check less than the extension does. Those of AzPays
 * and EnayaPay are not among them, since this package does not use them.
 */
final class StandIns
{
    private const FILES = [
        'enums', 'exceptions', 'Credentials', 'Pages', 'Client', 'Order', 'Transaction', 'Wallet', 'Lightning', 'Callback',
    ];

    /** Declares them if the extension is not loaded. Aurpay::fake() does that; it can be repeated. */
    public static function declare(): void
    {
        if (extension_loaded('aurpay')) {
            return;
        }
        foreach (self::FILES as $file) {
            require_once dirname(__DIR__, 2) . "/stand-ins/$file.php";
        }
    }
}
