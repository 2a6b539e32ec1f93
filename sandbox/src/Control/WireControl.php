<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Control;

use Aurpay\Sandbox\Callback\Variant;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Input;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Services;
use Aurpay\Sandbox\Store\Callbacks;
use Aurpay\Sandbox\Store\Fault;

/**
 * Callbacks, faults and the request log.
 */
final readonly class WireControl
{
    private const FAULT_FIELDS = [
        'path', 'method', 'count', 'delay_ms', 'status', 'body', 'content_type', 'headers', 'truncate', 'drop',
        'execute', 'probability',
    ];

    public function __construct(private Services $services) {}

    /**
     * GET /_sandbox/callbacks?order_id=…&state=…: all, or with wait=5 until there is one. With q, page, size or sort: a page
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>|Wait
     */
    public function callbacks(Request $request, array $arguments): array|Wait
    {
        $query = $request->query()->allowOnly([...Page::NAMES, 'order_id', 'state', 'wait']);
        $page = Page::from($query);
        if ($page !== null) {
            return $this->callbackPage($page, $query);
        }
        $seconds = Wait::seconds($query);
        $orderId = $query->has('order_id') ? $query->text('order_id') : null;
        $state = $query->text('state');
        if ($state !== '' && !in_array($state, Callbacks::STATES, true)) {
            throw new InvalidInput('state must be one of ' . implode(', ', Callbacks::STATES));
        }
        $look = fn (): array => [
            'keep_date' => $this->services->callbacks->keepsDate(),
            'callbacks' => $this->services->callbacks->describe($orderId, $state === '' ? null : $state),
        ];
        $isThere = static fn (array $seen): bool => $seen['callbacks'] !== [];

        return $seconds === null ? $look() : new Wait($seconds, $look, $isThere);
    }

    /**
     * @return array<string, mixed>
     */
    private function callbackPage(Page $page, Input $query): array
    {
        $others = array_intersect(['order_id', 'state', 'wait'], $query->names());
        if ($others !== []) {
            throw new InvalidInput(implode(', ', $others) . ': not together with q, page, size and sort');
        }
        [$callbacks, $total] = $this->services->callbacks->page($page->words, $page->newest, $page->number, $page->size);

        return ['total' => $total, 'callbacks' => $callbacks];
    }

    /**
     * GET /_sandbox/callbacks/{id}: what was sent, and what the shop has answered
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function callback(Request $request, array $arguments): array
    {
        $id = (int) ($arguments['id'] ?? '0');

        return $this->services->callbacks->details($id) ?? throw new Missing("No callback $id");
    }

    /**
     * POST /_sandbox/callbacks {"keep_date": true}: repeated callbacks keep their first Date.
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function changeCallbacks(Request $request, array $arguments): array
    {
        $input = $request->json();
        if ($input->names() !== ['keep_date']) {
            throw new InvalidInput('The body must have keep_date, true or false, and nothing else');
        }
        $this->services->callbacks->keepDate($input->flag('keep_date'));

        return ['keep_date' => $this->services->callbacks->keepsDate()];
    }

    /**
     * POST /_sandbox/callbacks/{id}/resend
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function resend(Request $request, array $arguments): array
    {
        $id = (int) ($arguments['id'] ?? '0');
        $variant = Variant::fromInput($request->json());
        $queued = $variant->isRepeated()
            ? $this->services->callbacks->resend($id, $variant->keepDate)
            : $this->services->callbacks->resendOnce($id, $variant);

        return $queued
            ? ['queued' => true, 'repeated' => $variant->isRepeated()]
            : throw new Missing("No callback $id");
    }

    /**
     * GET /_sandbox/faults
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function faults(Request $request, array $arguments): array
    {
        return ['faults' => $this->services->faults->describe()];
    }

    /**
     * POST /_sandbox/faults
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function addFault(Request $request, array $arguments): array
    {
        $input = $request->json();
        $input->allowOnly(self::FAULT_FIELDS);
        $count = $input->integer('count', 1);
        if ($count < 0) {
            throw new InvalidInput('count must be 0 or more');
        }
        // A fault that can never hit a call is refused, as its caller would not learn why.
        $path = $input->text('path');
        if ($path !== '' && ($path[0] !== '/' || preg_match('~^/m/~', $path) === 1)) {
            throw new InvalidInput("path must begin with /, without the host and without a merchant's prefix: /api/v2/tx");
        }
        $fault = Fault::fromInput($input);
        if (preg_match('/^[A-Za-z]*$/D', $input->text('method')) !== 1) {
            throw new InvalidInput('method must be a method of HTTP, such as POST');
        }
        if ($fault->isWithoutEffect()) {
            throw new InvalidInput(
                'This fault changes nothing: give it status, body, headers, delay_ms, truncate, drop or "execute": false',
            );
        }

        return ['id' => $this->services->faults->add($input->text('method'), $path, $count, $fault)];
    }

    /**
     * DELETE /_sandbox/faults
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function clearFaults(Request $request, array $arguments): array
    {
        return ['deleted' => $this->services->faults->clear()];
    }

    /**
     * GET /_sandbox/requests: the last 1000, a page of all, or those after an id
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function requests(Request $request, array $arguments): array
    {
        $query = $request->query()->allowOnly([...Page::NAMES, 'after']);
        if ($query->has('after')) {
            return $this->services->requests->describeAfter($query->integer('after', 0));
        }
        $page = Page::from($query);
        if ($page === null) {
            return $this->services->requests->describe(1000);
        }
        [$requests, $total] = $this->services->requests->page($page->words, $page->newest, $page->number, $page->size);

        return ['total' => $total, 'requests' => $requests];
    }

    /**
     * GET /_sandbox/requests/{id}: with bodies and answer
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function request(Request $request, array $arguments): array
    {
        $id = (int) ($arguments['id'] ?? '0');

        return $this->services->requests->details($id) ?? throw new Missing("No request $id");
    }

    /**
     * GET /_sandbox/warnings
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function warnings(Request $request, array $arguments): array
    {
        return ['warnings' => $this->services->warnings->describe(1000)];
    }

    /**
     * DELETE /_sandbox/warnings
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function clearWarnings(Request $request, array $arguments): array
    {
        return ['deleted' => $this->services->warnings->clear()];
    }

    /**
     * DELETE /_sandbox/requests
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function clearRequests(Request $request, array $arguments): array
    {
        return ['deleted' => $this->services->requests->clear()];
    }
}
