<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** Makes a shop from the template. */
final class ShopBuilder
{
    private readonly string $name;
    /** The shop's folder in the chroot. */
    private readonly string $folder;
    private readonly ?string $extension;

    public function __construct(private readonly Run $run, private readonly ShopOptions $options)
    {
        $this->name = $run->nextName();
        $this->folder = "{$run->folder}/{$this->name}";
        $this->extension = $options->extension ? $run->settings->extension : null;
    }

    public function build(): Shop
    {
        $this->run->database->import($this->name, $this->run->template->database());
        $this->run->database->execute($this->options->sql($this->hasWooCommerce()), $this->name);
        $this->copyFiles();
        $web = new WebServer($this->run, $this->folder, $this->extension);
        $home = "https://127.0.0.1:{$web->port}";
        $this->writeConfig($home, []);
        $web->start();
        $php = new ShopPhp($this->run->chroot, $this->folder, $home, $this->extension);
        if ($this->options->multisite) {
            $this->makeNetwork($php, $home);
        }
        if ($this->options->plugin && $this->run->settings->plugin !== null) {
            $this->installPlugin($php, $this->run->settings->plugin);
        }

        return new Shop($this->run, $this->options, $home, $this->name, $web, $php);
    }

    private function hasWooCommerce(): bool
    {
        return $this->run->settings->woocommerce !== null;
    }

    private function outside(string $path): string
    {
        return $this->run->chroot->outside("{$this->folder}/$path");
    }

    private function copyFiles(): void
    {
        $script = <<<'SH'
            mkdir "$1" && cp -al "$2" "$1/wordpress" && cd "$1" &&
            mkdir state opcache wordpress/wp-content/uploads wordpress/wp-content/upgrade wordpress/wp-content/mu-plugins &&
            chown www-data:www-data state opcache wordpress/wp-content wordpress/wp-content/plugins \
                wordpress/wp-content/uploads wordpress/wp-content/upgrade
            SH;
        $this->run->chroot->run(['sh', '-c', $script, 'sh', $this->folder, $this->run->template->files()])
            ->requireSuccess('Copying the template');
        copy(__DIR__ . '/shop/run.php', $this->outside('run.php'));
        foreach ((array) glob(__DIR__ . '/shop/mu-plugins/*.php') as $file) {
            copy((string) $file, $this->outside('wordpress/wp-content/mu-plugins/' . basename((string) $file)));
        }
        if ($this->options->redis) {
            copy(__DIR__ . '/shop/object-cache.php', $this->outside('wordpress/wp-content/object-cache.php'));
        }
    }

    /**
     * @param array<string, bool|string> $constants
     */
    private function writeConfig(string $home, array $constants): void
    {
        $constants += [
            'AURPAY_TEST_STATE' => "{$this->folder}/state",
            'AURPAY_TEST_CA' => "{$this->run->folder}/tls/ca.pem",
        ];
        if ($this->options->redis) {
            $constants['AURPAY_TEST_REDIS'] = $this->run->redisSocket();
        }
        $config = new WordPressConfig(
            $this->name,
            $this->run->database->host(),
            $home,
            "{$this->folder}/state/php.log",
            $constants,
        );
        file_put_contents($this->outside('wordpress/wp-config.php'), $config->text());
    }

    /** Makes the shop the main site of a network, and adds a second site without a shop. */
    private function makeNetwork(ShopPhp $php, string $home): void
    {
        $host = substr($home, strlen('https://'));
        $php->run(
            <<<'PHP'
                require_once ABSPATH . 'wp-admin/includes/upgrade.php';
                global $wpdb;
                foreach ($wpdb->tables('ms_global') as $table => $name) {
                    $wpdb->$table = $name;
                }
                install_network();
                $result = populate_network(1, $host, 'admin@shop.example', 'Test network', '/', false);
                if (is_wp_error($result) && $result->get_error_code() !== 'no_wildcard_dns') {
                    throw new RuntimeException($result->get_error_message());
                }
                PHP,
            ['host' => $host],
        );
        $this->writeConfig($home, [
            'WP_ALLOW_MULTISITE' => true,
            'MULTISITE' => true,
            'SUBDOMAIN_INSTALL' => false,
            'DOMAIN_CURRENT_SITE' => $host,
            'PATH_CURRENT_SITE' => '/',
            'SITE_ID_CURRENT_SITE' => '1',
            'BLOG_ID_CURRENT_SITE' => '1',
        ]);
        $php->run(
            <<<'PHP'
                $site = wpmu_create_blog($host, '/second/', 'Second site', 1, ['public' => 1], 1);
                if (is_wp_error($site)) {
                    throw new RuntimeException($site->get_error_message());
                }
                PHP,
            ['host' => $host],
        );
    }

    private function installPlugin(ShopPhp $php, string $zip): void
    {
        copy($zip, $this->outside('plugin.zip'));
        chmod($this->outside('plugin.zip'), 0o644);
        // As a merchant does who uploads the zip.
        $php->run(
            <<<'PHP'
                require_once ABSPATH . 'wp-admin/includes/admin.php';
                WP_Filesystem();
                $result = unzip_file($zip, WP_PLUGIN_DIR);
                if (is_wp_error($result)) {
                    throw new RuntimeException($result->get_error_message());
                }
                $result = activate_plugin('aurpay-native-gateway/aurpay-native-gateway.php');
                if (is_wp_error($result)) {
                    throw new RuntimeException($result->get_error_message());
                }
                PHP,
            ['zip' => "{$this->folder}/plugin.zip"],
        );
    }
}
