<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** Runs PHP inside a shop's WordPress, each time in a process of its own. */
final class ShopPhp
{
    private int $calls = 0;

    /**
     * @param string $home the shop's address
     */
    public function __construct(
        private readonly ShopFiles $files,
        private readonly string $home,
        private readonly PhpOptions $php,
    ) {}

    /**
     * Runs code, and returns the value that it returns: a scalar, null, or an array of such.
     *
     * @param array<string, mixed> $variables which the code has
     */
    public function run(string $code, array $variables = [], string $path = '/'): mixed
    {
        return $this->start($code, $variables, $path)->value();
    }

    /**
     * Starts code, without waiting for its end.
     *
     * @param array<string, mixed> $variables
     */
    public function start(string $code, array $variables = [], string $path = '/'): ShopPhpCall
    {
        ++$this->calls;
        $file = "state/result-{$this->calls}.json";
        $command = [
            'php', ...$this->php->arguments(),
            '-d', 'opcache.enable_cli=1', '-d', 'opcache.file_cache_only=1',
            '-d', 'memory_limit=512M', '-d', 'display_errors=stderr',
            Shop::FOLDER . '/run.php', Shop::FOLDER . '/wordpress', substr($this->home, strlen('https://')), $path,
            Shop::FOLDER . "/$file",
        ];
        $input = json_encode(['code' => $code, 'variables' => (object) $variables], JSON_THROW_ON_ERROR);

        return new ShopPhpCall(
            $this->files->chroot->start(Chroot::asWebServer($command), $input),
            $this->files->outside($file),
            $this->files->outside('state/php.log'),
        );
    }
}
