<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Control;

use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Json\Writer;
use Aurpay\Sandbox\Services;

/**
 * What the cashier page shows, once and as a stream of events.
 */
final readonly class CashierControl
{
    private Gatekeeper $gatekeeper;

    public function __construct(private Services $services, private OrderControl $orders)
    {
        $this->gatekeeper = new Gatekeeper($services->config);
    }

    /**
     * GET /_sandbox/cashier?pay_url=…
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function content(Request $request, array $arguments): array
    {
        return $this->of($request->query()->requiredText('pay_url')) + ['events_uri' => $this->eventsUri($request)];
    }

    /**
     * GET /_sandbox/events?pay_url=…&known=VERSION: the event is the content of the cashier page, as soon as it has
     * another version. After a reconnection, Last-Event-ID says what the browser knows.
     *
     * @param array<string, string> $arguments
     */
    public function events(Request $request, array $arguments): EventStream
    {
        $payUrl = $request->query()->requiredText('pay_url');
        // A wrong one is refused before the stream begins.
        $this->of($payUrl);
        $known = $request->header('Last-Event-ID');
        if ($known === '') {
            $known = $request->query()->text('known');
        }

        return new EventStream(function () use ($request, $payUrl, $known): ?string {
            $content = $this->of($payUrl);

            return $content['version'] === $known
                ? null
                : EventStream::event($content['version'], Writer::encode($this->gatekeeper->show($request, $content)));
        }, $this->gatekeeper->isFromOwnPage($request) ? $request->header('Origin') : '');
    }

    /**
     * @return array{version: string, ...<string, mixed>}
     */
    private function of(string $payUrl): array
    {
        return $this->services->cashierContent->of($this->orders->find('', $payUrl));
    }

    /** Where the page gets its events; null if it has to ask. */
    private function eventsUri(Request $request): ?string
    {
        $config = $this->services->config;

        return match (true) {
            // Relative, as the page may have another name of the sandbox.
            $config->waitingRoom === '' => '_sandbox/events',
            $this->gatekeeper->isHere($request) => "{$config->waitingRoom}{$config->prefix}/_sandbox/events",
            default => null,
        };
    }
}
