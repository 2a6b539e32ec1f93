<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Callback;

use Aurpay\Sandbox\Advice\Warning;
use Aurpay\Sandbox\Net\Host;
use Aurpay\Sandbox\Services;
use Aurpay\Sandbox\Store\CallbackAttempt;
use Aurpay\Sandbox\Store\Merchant;
use Aurpay\Sandbox\Store\Row;

/**
 * Sends the callbacks that are due. It never blocks: a shop that hangs delays
 * neither other shops' callbacks nor the supervisor.
 */
final class Delivery
{
    /** In each world, and in all worlds. */
    private const PARALLEL = 8;
    private const PARALLEL_TOTAL = 64;

    private readonly \CurlMultiHandle $multi;
    private readonly Resolver $resolver;
    /** @var array<int, Attempt> the handle's object id => attempt */
    private array $active = [];
    /** @var list<array{Attempt, int}> those that have ended and are not recorded yet, with curl's results */
    private array $ended = [];

    public function __construct(private readonly ?string $shopCa, private readonly Destinations $destinations)
    {
        $this->multi = curl_multi_init();
        $this->resolver = new Resolver();
    }

    /** Starts the callbacks of a world that are due. */
    public function beginDue(Services $services): void
    {
        $callbacks = $services->callbacks;
        while (($resend = $callbacks->nextResend($this->free($services))) !== null) {
            if (!$this->begin($services, $resend, Variant::fromJson($resend->text('variant')))) {
                break;
            }
        }
        $free = $this->free($services);
        foreach ($free > 0 ? $callbacks->due($free) : [] as $callback) {
            $this->begin($services, $callback, null);
        }
    }

    /** Records the callbacks that have ended, and waits for up to $waitMs. */
    public function tick(int $waitMs): void
    {
        $this->recordEnded();
        if ($this->active === []) {
            usleep($waitMs * 1000);

            return;
        }
        curl_multi_exec($this->multi, $running);
        if (curl_multi_select($this->multi, $waitMs / 1000) < 1) {
            // curl has nothing to wait for yet, or an error. Sleep, to avoid a busy loop.
            usleep(1000);
        }
        curl_multi_exec($this->multi, $running);
        while (($message = curl_multi_info_read($this->multi)) !== false) {
            $handle = $message['handle'];
            if ($handle instanceof \CurlHandle) {
                $this->finish($handle, is_int($message['result']) ? $message['result'] : 0);
            }
        }
    }

    /** How many transfers a world may start. */
    private function free(Services $services): int
    {
        $database = $services->config->database;
        $active = array_filter(
            $this->active,
            static fn (Attempt $attempt): bool => $attempt->services->config->database === $database,
        );

        return min(self::PARALLEL - count($active), self::PARALLEL_TOTAL - count($this->active));
    }

    /**
     * @param Variant|null $variant of a callback that is sent again once; null for one that waits in the queue
     *
     * @return bool false if the address of its host is not known yet. It is still due, so the next look asks again
     */
    private function begin(Services $services, Row $callback, ?Variant $variant): bool
    {
        $url = $callback->text('url');
        $merchant = $services->merchants->byUserId($callback->text('user_id'));
        $host = $this->destinations->host($url);
        if ($merchant === null || $host === null || $url === '') {
            $this->refuse($services, $callback, $variant);

            return true;
        }
        if (Destinations::isThisMachine($host)) {
            $this->send($services, $callback, $merchant, null, $variant);

            return true;
        }
        $addresses = Host::isAddress($host) ? [$host] : $this->resolver->addresses($host);
        if ($addresses === null) {
            return false;
        }
        $allowed = $this->destinations->allowedOf($host, $addresses);
        if ($allowed !== []) {
            // Each attempt takes the next address, as a shop may listen on only one of them.
            $address = $allowed[$callback->int('tries') % count($allowed)];
            $this->send($services, $callback, $merchant, $address, $variant);
        } elseif ($addresses !== []) {
            $this->refuse($services, $callback, $variant);
        } else {
            self::take($services, $callback, $variant);
            $reason = "no address found for $host";
            self::recordUnsent($services, $callback, $variant, $reason);
            $variant === null && self::warnUnsent($services, $callback, "not delivered: $reason");
        }

        return true;
    }

    /**
     * @param string|null $address to connect to; null: whatever the URL says
     */
    private function send(
        Services $services,
        Row $callback,
        Merchant $merchant,
        ?string $address,
        ?Variant $variant,
    ): void {
        $url = $callback->text('url');
        $date = ($variant === null ? $services->callbacks->dateFor($callback) : $variant->date)
            ?? $services->clock->signatureDate();
        $headers = Signer::headers($merchant, $url, $date);
        $headers = $variant?->apply($headers) ?? $headers;
        $body = $callback->textOrNull('body');
        self::take($services, $callback, $variant);
        for ($copy = 0; $copy < ($variant->copies ?? 1); $copy++) {
            $attempt = new Attempt($services, $callback, $headers, $variant);
            $attempt->connect($address, $this->shopCa);
            $services->traffic?->addCallback($url, $headers, $body, $services->clock->stamp());
            $this->active[spl_object_id($attempt->handle)] = $attempt;
            curl_multi_add_handle($this->multi, $attempt->handle);
        }
    }

    /** Takes a callback out of its queue, before it is sent: if this fails, on a full disk for example, nothing is sent. */
    private static function take(Services $services, Row $callback, ?Variant $variant): void
    {
        if ($variant === null) {
            $services->callbacks->markSending($callback->int('id'));
        } else {
            $services->callbacks->dropResend($callback);
        }
    }

    private function refuse(Services $services, Row $callback, ?Variant $variant): void
    {
        $reason = $this->destinations->refusal($callback->text('url'));
        if ($variant === null) {
            $services->callbacks->refuse($callback->int('id'), $services->clock->stamp(), $reason);
            self::warnUnsent($services, $callback, $reason);
        } else {
            self::take($services, $callback, $variant);
            self::recordUnsent($services, $callback, $variant, $reason);
        }
    }

    private static function recordUnsent(Services $services, Row $callback, ?Variant $variant, string $reason): void
    {
        $record = new CallbackAttempt($services->clock->stamp(), '', null, $reason, 0, $variant?->words());
        self::record($services, $callback->int('id'), $record, $variant);
    }

    private static function record(Services $services, int $id, CallbackAttempt $record, ?Variant $variant): void
    {
        if ($variant === null) {
            $services->callbacks->recordAttempt($id, $record);
        } else {
            $services->callbacks->addAttempt($id, $record);
        }
    }

    private function finish(\CurlHandle $handle, int $result): void
    {
        $attempt = $this->active[spl_object_id($handle)];
        unset($this->active[spl_object_id($handle)]);
        curl_multi_remove_handle($this->multi, $handle);
        $this->ended[] = [$attempt, $result];
        $this->recordEnded();
    }

    /** What cannot be recorded, as the disk is full for example, waits for the next tick. */
    private function recordEnded(): void
    {
        [$ended, $this->ended] = [$this->ended, []];
        $lastFailure = null;
        foreach ($ended as [$attempt, $result]) {
            try {
                self::recordAttempt($attempt, $result);
            } catch (\PDOException $failure) {
                // A merchant's world can be removed meanwhile.
                if ($attempt->services->database->isInPlace()) {
                    $this->ended[] = [$attempt, $result];
                    $lastFailure = $failure;
                }
            }
        }
        if ($lastFailure !== null) {
            throw $lastFailure;
        }
    }

    private static function recordAttempt(Attempt $attempt, int $result): void
    {
        $services = $attempt->services;
        $record = $attempt->finish($result, $services->merchants->secrets());
        self::record($services, $attempt->callbackId, $record, $attempt->variant);
        // A shop is right to refuse a variant.
        if ($record->status !== 200 && $attempt->variant === null) {
            $services->warnings->addToCallback($attempt->callbackId, self::warning($record), $record->at);
        }
    }

    private static function warnUnsent(Services $services, Row $callback, string $reason): void
    {
        $warning = new Warning(Warning::CALLBACK_NOT_ACCEPTED, "The callback to {$callback->text('url')} was $reason");
        $services->warnings->addToCallback($callback->int('id'), $warning, $services->clock->stamp());
    }

    private static function warning(CallbackAttempt $record): Warning
    {
        $answer = $record->status === null
            ? "did not answer a callback ({$record->error})"
            : "answered a callback with {$record->status}";

        return new Warning(
            Warning::CALLBACK_NOT_ACCEPTED,
            "The shop $answer. Only 200 is accepted, so the callback is repeated",
        );
    }
}
