<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** Makes a shop from the template. */
final class ShopBuilder
{
    private readonly string $name;
    private readonly ShopFiles $files;

    public function __construct(private readonly Run $run, private readonly ShopOptions $options)
    {
        $this->name = $run->nextName();
        $this->files = new ShopFiles($run->chroot, $run->template, "{$run->folder}/{$this->name}");
    }

    public function build(): Shop
    {
        $settings = $this->run->settings;
        $this->run->database->import($this->name, $this->run->template->database());
        $php = new PhpOptions($this->options->extension ? $settings->extension : null, $this->run->template->compiled());
        $web = new WebServer($this->files, "{$this->run->folder}/tls", $php);
        $home = "https://127.0.0.1:{$web->port}";
        $this->run->database->execute($this->options->sql($home, $settings->woocommerce !== null), $this->name);
        $uploads = $this->run->template->uploads();
        $this->files->make($this->options, $this->name, $this->run->database, $this->constants(), $uploads);
        copy($this->run->certificates->caFile, $this->files->outside('ca.pem'));
        $web->start();
        $shop = new Shop($this->run, $this->options, $home, $this->name, $this->files, $web, new ShopPhp($this->files, $home, $php));
        if ($this->options->multisite) {
            $this->makeNetwork($shop);
        }
        if ($this->options->plugin && $settings->plugin !== null) {
            $shop->installPlugin($settings->plugin);
        }

        return $shop;
    }

    /**
     * @return array<string, string>
     */
    private function constants(): array
    {
        return $this->options->redis ? ['AURPAY_TEST_REDIS' => $this->run->redisSocket()] : [];
    }

    /** Makes the shop the main site of a network, and adds a second site without a shop. */
    private function makeNetwork(Shop $shop): void
    {
        $host = substr($shop->home, strlen('https://'));
        $shop->php(
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
        $this->files->writeConfig($this->name, $this->run->database, $this->constants() + [
            'WP_ALLOW_MULTISITE' => true,
            'MULTISITE' => true,
            'SUBDOMAIN_INSTALL' => false,
            'DOMAIN_CURRENT_SITE' => $host,
            'PATH_CURRENT_SITE' => '/',
            'SITE_ID_CURRENT_SITE' => '1',
            'BLOG_ID_CURRENT_SITE' => '1',
        ]);
        $shop->php(
            <<<'PHP'
                $site = wpmu_create_blog($host, '/second/', 'Second site', 1, ['public' => 1], 1);
                if (is_wp_error($site)) {
                    throw new RuntimeException($site->get_error_message());
                }
                // A network begins with /blog/ in the addresses of the main site's posts.
                update_option('permalink_structure', $permalinks);
                delete_option('rewrite_rules');
                PHP,
            ['host' => $host, 'permalinks' => $this->options->permalinks()],
        );
    }
}
