<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/**
 * The files and the database that every shop is made from: WordPress, and WooCommerce if there is a folder of it. It stays
 * in the chroot for later runs, until one of its sources changes.
 */
final readonly class Template
{
    private const CACHE = '/var/cache/aurpay-shop';
    public const PASSWORD = 'admin-of-the-test-shop';

    private string $folder;

    public function __construct(private Settings $settings)
    {
        $this->folder = self::CACHE . '/' . substr(hash('sha256', $this->recipe()), 0, 16);
    }

    public function files(): string
    {
        return "{$this->folder}/wordpress";
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
        $lock = fopen($chroot->outside(self::CACHE . '/lock'), 'c');
        if ($lock === false || !flock($lock, LOCK_EX)) {
            throw new \RuntimeException('Cannot lock the template');
        }
        if (!is_file($this->ready())) {
            // Those of other recipes: each has 150 MB.
            $chroot->run(['sh', '-c', 'rm -rf ' . self::CACHE . '/*/'])->requireSuccess('rm');
            $this->copyFiles();
            $this->install($database);
            touch($this->ready());
        }
        fclose($lock);
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
        $files = $this->files();
        // Debian's copy is full of links to other folders.
        $chroot->run(['sh', '-c', "mkdir -p {$this->folder} && cp -aL /usr/share/wordpress $files && rm -f $files/wp-config.php"])
            ->requireSuccess('cp');
        if ($this->settings->woocommerce !== null) {
            $plugin = $chroot->outside("$files/wp-content/plugins/woocommerce");
            Process::start(['cp', '-rL', '--preserve=timestamps', $this->settings->woocommerce, $plugin], '')
                ->wait()->requireSuccess('cp');
        }
        // Shops have hard links to these files, so no shop may change them.
        $chroot->run(['sh', '-c', "chown -R root:root $files && chmod -R a=rX,u+w $files"])->requireSuccess('chmod');
    }

    private function install(Database $database): void
    {
        $chroot = $this->settings->chroot;
        $files = $this->files();
        $config = new WordPressConfig('template', $database->host(), 'https://127.0.0.1', '/dev/null');
        file_put_contents($chroot->outside("$files/wp-config.php"), $config->text());
        copy(__DIR__ . '/shop/install.php', $chroot->outside("{$this->folder}/install.php"));
        $database->create('template');
        $steps = $this->settings->woocommerce === null ? ['wordpress'] : ['wordpress', 'activate', 'shop'];
        foreach ($steps as $step) {
            $chroot->run(['php', '-d', 'memory_limit=512M', "{$this->folder}/install.php", $step, $files, self::PASSWORD])
                ->requireSuccess("The installation (step $step)");
        }
        $database->export('template', $this->database());
        $database->drop('template');
        // The installation has made folders for logs and uploads, which each shop makes itself.
        $chroot->run(['sh', '-c', "rm -rf $files/wp-config.php $files/wp-content/uploads"])->requireSuccess('rm');
    }
}
