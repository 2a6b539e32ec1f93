<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** How the PHP of a shop is started. */
final readonly class PhpOptions
{
    /** What shops have of their own must not be taken from the cache that they share. */
    private const NOT_COMPILED_ONCE = ['run.php', 'wordpress/wp-config.php', 'wordpress/wp-content/object-cache.php',
        'wordpress/wp-content/mu-plugins/*', 'wordpress/wp-content/plugins/aurpay-native-gateway/*'];

    /**
     * @param string|null $extension the extension's file; null for a PHP without it
     * @param string      $compiled  the folder in which compiled files are shared: otherwise each shop and each process
     *                               would compile WordPress and WooCommerce again
     */
    public function __construct(private ?string $extension, private string $compiled) {}

    /**
     * The options of the command line, of php and php-fpm.
     *
     * @return list<string>
     */
    public function arguments(): array
    {
        $settings = [
            'opcache.file_cache' => $this->compiled,
            'opcache.blacklist_filename' => Shop::FOLDER . '/not-compiled-once',
            'opcache.revalidate_freq' => '0',
            'opcache.jit' => 'off',
            'log_errors' => '1',
            'error_log' => Shop::FOLDER . '/state/php.log',
            'sendmail_path' => '/bin/false',
        ] + ($this->extension === null ? [] : ['extension' => $this->extension]);
        $arguments = [];
        foreach ($settings as $name => $value) {
            array_push($arguments, '-d', "$name=$value");
        }

        return $arguments;
    }

    /** Writes the file that the options name. */
    public function write(ShopFiles $files): void
    {
        $lines = array_map(static fn (string $path): string => Shop::FOLDER . "/$path\n", self::NOT_COMPILED_ONCE);
        file_put_contents($files->outside('not-compiled-once'), implode('', $lines));
    }
}
