<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** The files that a shop has of its own. All other files are the template's. */
final readonly class ShopFiles
{
    /** The chroot as the shop's processes see it, with the shop at Shop::FOLDER. */
    public Chroot $chroot;

    /**
     * @param string $folder of the shop in the chroot, for other processes
     */
    public function __construct(private Chroot $plain, Template $template, private string $folder)
    {
        $this->chroot = $plain->withBinds($template->binds($folder));
    }

    /** A path below the shop's folder, as this process sees it. */
    public function outside(string $path): string
    {
        return $this->plain->outside("{$this->folder}/$path");
    }

    /**
     * Makes the folder.
     *
     * @param array<string, bool|string> $constants of wp-config.php
     * @param string|null                $uploads   a folder of the chroot with files that are there from the beginning
     */
    public function make(ShopOptions $options, string $name, Database $database, array $constants, ?string $uploads): void
    {
        $script = <<<'SH'
            mkdir -p "$1/wordpress" "$1/state" "$1/wp-content" && cd "$1/wp-content" &&
            mkdir mu-plugins plugins plugins/woocommerce themes upgrade uploads &&
            { [ -z "$2" ] || cp -a "$2/." uploads/; } &&
            chown www-data:www-data ../state . plugins upgrade uploads
            SH;
        $this->plain->run(['sh', '-c', $script, 'sh', $this->folder, $uploads ?? ''])
            ->requireSuccess('Making the folder of a shop');
        $this->writeConfig($name, $database, $constants);
        copy(__DIR__ . '/shop/run.php', $this->outside('run.php'));
        foreach ((array) glob(__DIR__ . '/shop/mu-plugins/*.php') as $file) {
            copy((string) $file, $this->outside('wp-content/mu-plugins/' . basename((string) $file)));
        }
        if ($options->redis) {
            copy(__DIR__ . '/shop/object-cache.php', $this->outside('wp-content/object-cache.php'));
        }
    }

    /**
     * @param array<string, bool|string> $constants
     */
    public function writeConfig(string $name, Database $database, array $constants): void
    {
        $constants += ['AURPAY_TEST_STATE' => Shop::FOLDER . '/state', 'AURPAY_TEST_CA' => Shop::FOLDER . '/ca.pem'];
        $config = new WordPressConfig($name, $database->host(), Shop::FOLDER . '/state/php.log', $constants);
        file_put_contents($this->outside('wp-config.php'), $config->text());
    }

    public function remove(): void
    {
        $this->plain->run(['rm', '-rf', $this->folder])->requireSuccess('rm');
    }
}
