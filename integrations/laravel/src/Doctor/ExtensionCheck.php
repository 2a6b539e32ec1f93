<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Doctor;

/** Whether PHP has loaded the extension: the PHP that runs this, and no other one. */
final class ExtensionCheck implements Check
{
    public function __construct(private readonly string $extension) {}

    public function subject(): string
    {
        return 'Extension';
    }

    public function findings(): array
    {
        $version = phpversion($this->extension);

        return [$version === false
            ? Finding::failed(
                "The extension $this->extension is not loaded by PHP " . PHP_VERSION . ' (' . PHP_SAPI . ').',
                'Install it, and add extension=aurpay to php.ini. The web server and the workers need it, too.',
            )
            : Finding::ok("$this->extension $version is loaded by PHP " . PHP_VERSION . ' (' . PHP_SAPI . ').')];
    }
}
