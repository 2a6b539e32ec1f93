<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/**
 * The files and the database that every shop is made from: WordPress, and WooCommerce if there is a folder of it. It stays
 * in the chroot for later runs, until one of its sources changes.
 */
final class Template
{
    public const PASSWORD = 'admin-of-the-test-shop';

    private const CACHE = '/var/cache/aurpay-shop';
    /** Each template has 150 MB. */
    private const KEPT_SECONDS = 7 * 86400;

    private readonly string $folder;
    /** @var resource|null the lock that keeps other runs from removing the template while shops of this run use it */
    private $lock = null;

    public function __construct(private readonly Settings $settings)
    {
        $this->folder = self::CACHE . '/' . substr(hash('sha256', $this->recipe()), 0, 16);
    }

    /**
     * The binds that make a folder of the chroot a shop at Shop::FOLDER. The folder has the shop's own files: wp-config.php
     * and wp-content, and an empty folder wordpress.
     *
     * @return array<string, string>
     */
    public function binds(string $folder): array
    {
        $wordpress = Shop::FOLDER . '/wordpress';
        $content = "{$this->folder}/wordpress/wp-content";

        return [
            Shop::FOLDER => $folder,
            $wordpress => "{$this->folder}/wordpress",
            "$wordpress/wp-config.php" => "$folder/wp-config.php",
            "$wordpress/wp-content" => "$folder/wp-content",
            "$wordpress/wp-content/themes" => "$content/themes",
            "$wordpress/wp-content/plugins/woocommerce" => "$content/plugins/woocommerce",
        ];
    }

    /** The folder with the files that WordPress and WooCommerce have made at the installation. */
    public function uploads(): string
    {
        return "{$this->folder}/shop/wp-content/uploads";
    }

    /** The folder with what PHP has compiled. */
    public function compiled(): string
    {
        return "{$this->folder}/compiled";
    }

    public function database(): string
    {
        return "{$this->folder}/database.sql";
    }

    /** Makes it, unless an earlier run has. */
    public function make(Database $database): void
    {
        $chroot = $this->settings->chroot;
        $chroot->run(['mkdir', '-p', self::CACHE])->requireSuccess('mkdir');
        $lock = $this->open("{$this->folder}.lock") ?? throw new \RuntimeException('Cannot lock the template');
        $this->lock = $lock;
        touch($chroot->outside("{$this->folder}.lock"));
        if (!is_file($this->ready())) {
            flock($lock, LOCK_EX);
            is_file($this->ready()) || $this->makeNew($database);
            flock($lock, LOCK_SH);
        }
        $this->removeOld();
    }

    /** Lets other runs remove it. */
    public function close(): void
    {
        if ($this->lock !== null) {
            fclose($this->lock);
            $this->lock = null;
        }
    }

    private function makeNew(Database $database): void
    {
        $this->settings->chroot->run(['rm', '-rf', $this->folder])->requireSuccess('rm');
        $this->copyFiles();
        $this->install($database);
        touch($this->ready());
    }

    /** Removes templates that no run has used for long. */
    private function removeOld(): void
    {
        foreach ((array) glob($this->settings->chroot->outside(self::CACHE . '/*.lock')) as $file) {
            $lock = filemtime((string) $file) < time() - self::KEPT_SECONDS ? fopen((string) $file, 'ce') : false;
            if ($lock !== false && flock($lock, LOCK_EX | LOCK_NB)) {
                Process::start(['rm', '-rf', '--one-file-system', substr((string) $file, 0, -strlen('.lock'))], '')->wait();
                unlink((string) $file);
            }
        }
    }

    /**
     * @return resource|null
     */
    private function open(string $file)
    {
        $lock = fopen($this->settings->chroot->outside($file), 'ce');

        return $lock !== false && flock($lock, LOCK_SH) ? $lock : null;
    }

    private function ready(): string
    {
        return $this->settings->chroot->outside("{$this->folder}/ready");
    }

    /** Everything that the template depends on. */
    private function recipe(): string
    {
        $chroot = $this->settings->chroot;
        $packages = $chroot->run(['dpkg-query', '--show', 'wordpress*', 'php*-fpm', 'mariadb-server']);
        $parts = [$packages->requireSuccess('dpkg-query'), file_get_contents(__DIR__ . '/shop/install.php')];
        if ($this->settings->woocommerce !== null) {
            $parts[] = self::listing($this->settings->woocommerce);
        }

        return implode("\n", $parts);
    }

    /** The names, sizes and times of a folder's files. */
    private static function listing(string $folder): string
    {
        return Process::start(['sh', '-c', 'cd "$1" && find . -type f -printf "%P %s %T@\n" | sort', 'sh', $folder], '')
            ->wait()->requireSuccess('find');
    }

    private function copyFiles(): void
    {
        $chroot = $this->settings->chroot;
        $script = <<<'SH'
            mkdir -p "$2/wordpress" && mkdir -p "$1/wp-content" "$1/compiled" && chown www-data "$1/compiled" &&
            # Debian's copy is full of links to other folders.
            cp -aL /usr/share/wordpress "$1/" &&
            # What a shop has of its own is put there.
            rm -f "$1/wordpress/wp-config.php" && touch "$1/wordpress/wp-config.php" &&
            mkdir -p "$1/wordpress/wp-content/plugins/woocommerce"
            SH;
        $chroot->run(['sh', '-c', $script, 'sh', $this->folder, Shop::FOLDER])->requireSuccess('Copying WordPress');
        if ($this->settings->woocommerce !== null) {
            $plugins = $chroot->outside("{$this->folder}/wordpress/wp-content/plugins");
            Process::start(['cp', '-rLT', '--preserve=timestamps', $this->settings->woocommerce, "$plugins/woocommerce"], '')
                ->wait()->requireSuccess('Copying WooCommerce');
        }
        // No shop may change what all shops see.
        $chroot->run(['sh', '-c', 'chown -R root:root "$1" && chmod -R a=rX,u+w "$1"', 'sh', "{$this->folder}/wordpress"])
            ->requireSuccess('chmod');
    }

    private function install(Database $database): void
    {
        $shop = new ShopFiles($this->settings->chroot, $this, "{$this->folder}/shop");
        $shop->make(new ShopOptions(), 'template', $database, [], null);
        copy(__DIR__ . '/shop/install.php', $shop->outside('install.php'));
        $database->create('template');
        $steps = $this->settings->woocommerce === null ? ['wordpress'] : ['wordpress', 'activate', 'shop'];
        foreach ($steps as $step) {
            $command = ['php', '-d', 'memory_limit=512M', Shop::FOLDER . '/install.php', $step, Shop::FOLDER, self::PASSWORD];
            $shop->chroot->run(Chroot::asWebServer($command))->requireSuccess("The installation (step $step)");
        }
        $database->export('template', $this->database());
        $database->drop('template');
    }
}
