<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** A running shop: WordPress with files, a database and a web server of its own. */
final class Shop
{
    /** The address of its administrator, who also gets the mails about new orders. */
    public const ADMIN_MAIL = 'admin@shop.example';

    private bool $isOpen = true;

    public function __construct(
        public readonly Run $run,
        public readonly ShopOptions $options,
        /** The shop's address, without a slash at the end. */
        public readonly string $home,
        private readonly string $name,
        private readonly WebServer $web,
        private readonly ShopPhp $php,
    ) {}

    public static function open(Run $run, ShopOptions $options): self
    {
        return (new ShopBuilder($run, $options))->build();
    }

    /** A path of the shop's files in the chroot. */
    public function file(string $path): string
    {
        return "{$this->run->folder}/{$this->name}/$path";
    }

    /** The same path, as this process sees it. */
    public function outside(string $path): string
    {
        return $this->run->chroot->outside($this->file($path));
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

    /** From now on the sandbox's own callbacks do not arrive, or arrive again. Those of a CallbackSender do. */
    public function loseCallbacks(bool $lost = true): void
    {
        $file = $this->outside('state/lose-callbacks');
        $lost ? touch($file) : @unlink($file);
    }

    public function interrupter(): Interrupter
    {
        return new Interrupter($this->outside('state'));
    }

    public function mails(): Mails
    {
        return new Mails($this->outside('state/mails.jsonl'));
    }

    public function problems(): Problems
    {
        return new Problems($this->outside('state'));
    }

    /** What php-fpm has logged, for example about workers that were killed. */
    public function fpmLog(): string
    {
        return $this->web->log();
    }

    public function close(): void
    {
        if ($this->isOpen) {
            $this->isOpen = false;
            $this->web->stop();
            $this->run->database->drop($this->name);
            $this->run->chroot->run(['rm', '-rf', $this->file('')]);
        }
    }
}
