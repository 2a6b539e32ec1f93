<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** Runs PHP inside a shop's WordPress, each time in a process of its own. */
final class ShopPhp
{
    private int $calls = 0;

    /**
     * @param string  $folder    the shop's folder in the chroot
     * @param string  $home      the shop's address
     * @param ?string $extension the extension's file; null for a PHP without it
     */
    public function __construct(
        private readonly Chroot $chroot,
        private readonly string $folder,
        private readonly string $home,
        private readonly ?string $extension,
    ) {}

    /**
     * Runs code, and returns the value that it returns: a scalar, null, or an array of such.
     *
     * @param array<string, mixed> $variables which the code has
     */
    public function run(string $code, array $variables = [], string $path = '/'): mixed
    {
        $call = $this->start($code, $variables, $path);
        $result = $call->process->wait();
        $result->requireSuccess('PHP in the shop');

        return $call->value();
    }

    /**
     * Starts code, without waiting for its end.
     *
     * @param array<string, mixed> $variables
     */
    public function start(string $code, array $variables = [], string $path = '/'): ShopPhpCall
    {
        ++$this->calls;
        $file = "{$this->folder}/state/result-{$this->calls}.json";
        $load = $this->extension === null ? [] : ['-d', "extension={$this->extension}"];
        $command = [
            'php', ...$load, '-d', 'memory_limit=512M', '-d', 'display_errors=stderr',
            '-d', "error_log={$this->folder}/state/php.log", '-d', 'log_errors=1',
            // Otherwise each process would compile WordPress and WooCommerce again.
            '-d', 'opcache.enable_cli=1', '-d', "opcache.file_cache={$this->folder}/opcache",
            '-d', 'opcache.file_cache_only=1',
            "{$this->folder}/run.php", "{$this->folder}/wordpress", substr($this->home, strlen('https://')), $path, $file,
        ];
        $input = json_encode(['code' => $code, 'variables' => (object) $variables], JSON_THROW_ON_ERROR);

        return new ShopPhpCall(
            $this->chroot->start(Chroot::asWebServer($command), [], $input),
            $this->chroot->outside($file),
        );
    }
}
