<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** A running shop: WordPress with files, a database and a web server of its own. */
final class Shop
{
    /** Where the shop's own processes see its folder. */
    public const FOLDER = '/shop';
    /** The address of its administrator, who also gets the mails about new orders. */
    public const ADMIN_MAIL = 'admin@shop.example';

    private bool $isOpen = true;

    public function __construct(
        public readonly Run $run,
        public readonly ShopOptions $options,
        /** The shop's address, without a slash at the end. */
        public readonly string $home,
        private readonly string $name,
        private readonly ShopFiles $files,
        private readonly WebServer $web,
        private readonly ShopPhp $php,
    ) {}

    public static function open(Run $run, ShopOptions $options): self
    {
        return (new ShopBuilder($run, $options))->build();
    }

    /**
     * A file of the shop's folder as this process sees it: wp-content/…, wp-config.php, state/php.log. The rest of WordPress
     * is the template's.
     */
    public function file(string $path): string
    {
        return $this->files->outside($path);
    }

    public function url(string $path): string
    {
        return $this->home . $path;
    }

    /** The address of a REST endpoint: rest('/wc/store/v1/cart'). */
    public function rest(string $route): string
    {
        return $this->options->pretty ? $this->url("/wp-json$route") : $this->url('/?rest_route=' . str_replace('?', '&', $route));
    }

    /**
     * Runs PHP inside the shop's WordPress, in a process of its own, and returns what the code returns.
     *
     * @param array<string, mixed> $variables which the code has
     */
    public function php(string $code, array $variables = []): mixed
    {
        return $this->php->run($code, $variables);
    }

    /**
     * Starts PHP inside the shop's WordPress, without waiting for its end. It can be killed.
     *
     * @param array<string, mixed> $variables
     */
    public function startPhp(string $code, array $variables = []): ShopPhpCall
    {
        return $this->php->start($code, $variables);
    }

    /** A visitor with cookies of its own. */
    public function visitor(): HttpClient
    {
        return new HttpClient($this->home, $this->run->certificates->caFile);
    }

    public function storeApi(): StoreApi
    {
        return new StoreApi($this, $this->visitor());
    }

    public function classicCheckout(): ClassicCheckout
    {
        return new ClassicCheckout($this->visitor());
    }

    public function admin(): Admin
    {
        return Admin::login($this->visitor(), Template::PASSWORD);
    }

    public function cron(): Cron
    {
        return new Cron($this->php);
    }

    public function orders(): Orders
    {
        return new Orders($this->php);
    }

    /** Unpacks the plugin's zip and activates it, as a merchant does who uploads it. */
    public function installPlugin(string $zip): void
    {
        copy($zip, $this->file('plugin.zip'));
        chmod($this->file('plugin.zip'), 0o644);
        $this->php(
            <<<'PHP'
                require_once ABSPATH . 'wp-admin/includes/admin.php';
                WP_Filesystem();
                $result = unzip_file($zip, WP_PLUGIN_DIR);
                if (is_wp_error($result)) {
                    throw new RuntimeException($result->get_error_message());
                }
                PHP,
            ['zip' => self::FOLDER . '/plugin.zip'],
        );
        $this->activatePlugin();
    }

    public function activatePlugin(): void
    {
        $this->php(
            <<<'PHP'
                require_once ABSPATH . 'wp-admin/includes/admin.php';
                $plugin = 'aurpay-native-gateway/aurpay-native-gateway.php';
                if ($alone) {
                    // WordPress refuses to activate it without WooCommerce. It stays active if that is deleted later.
                    update_option('active_plugins', [$plugin]);
                    return;
                }
                $result = activate_plugin($plugin);
                if (is_wp_error($result)) {
                    throw new RuntimeException($result->get_error_message());
                }
                PHP,
            ['alone' => $this->run->settings->woocommerce === null],
        );
    }

    /** From now on the sandbox's own callbacks do not arrive, or arrive again. Those of a CallbackSender do. */
    public function loseCallbacks(bool $lost = true): void
    {
        $file = $this->file('state/lose-callbacks');
        $lost ? touch($file) : @unlink($file);
    }

    public function interrupter(): Interrupter
    {
        return new Interrupter($this->file('state'));
    }

    public function mails(): Mails
    {
        return new Mails($this->file('state/mails.jsonl'));
    }

    public function problems(): Problems
    {
        return new Problems($this->file('state'));
    }

    /** Waits until php-fpm has logged this: for example, that a worker was killed, which it notices after nginx. */
    public function awaitFpmLog(string $text): void
    {
        $this->web->awaitLog($text);
    }

    public function close(): void
    {
        if ($this->isOpen) {
            $this->isOpen = false;
            $this->web->stop();
            $this->run->database->drop($this->name);
            $this->files->remove();
        }
    }
}
