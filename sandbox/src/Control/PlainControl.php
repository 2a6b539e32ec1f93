<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Control;

use Aurpay\Sandbox\CashierPage;
use Aurpay\Sandbox\Conflict;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Response;
use Aurpay\Sandbox\Input;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Json\Number;
use Aurpay\Sandbox\Plain\CashierDocument;
use Aurpay\Sandbox\Plain\Texts;
use Aurpay\Sandbox\Services;
use Aurpay\Sandbox\Store\Checkout;
use Aurpay\Sandbox\Store\Order;

/**
 * The cashier for browsers without scripts. The server never learns the part of a pay URL after "#", so the first page
 * lists the payments that wait, and takes a pasted link.
 */
final readonly class PlainControl
{
    private const LISTED = 20;

    private Gatekeeper $gatekeeper;

    public function __construct(private Services $services, private OrderControl $orders)
    {
        $this->gatekeeper = new Gatekeeper($services->config);
    }

    /**
     * GET /_sandbox/plain, with or without ?pay_url=…
     *
     * @param array<string, string> $arguments
     */
    public function show(Request $request, array $arguments): Response
    {
        $document = self::document($request);
        $payUrl = trim($request->query()->text('pay_url'));

        return $payUrl === ''
            ? CashierPage::html($document->start($this->waiting($request)))
            : $this->payment($document, $request, $payUrl);
    }

    /**
     * POST /_sandbox/plain: a form of the page. Redirects after success, so that a reload does not pay again.
     *
     * @param array<string, string> $arguments
     */
    public function act(Request $request, array $arguments): Response
    {
        $form = $request->form();
        try {
            $order = $this->orders->perform(self::input($form));
        } catch (Conflict|InvalidInput|Missing $refusal) {
            return $this->payment(
                self::document($request),
                $request,
                $form->text('pay_url'),
                self::problem($form, $refusal),
                $refusal instanceof Conflict ? 409 : 400,
            );
        }

        return new Response(303, '', [
            'Location' => CashierDocument::address($this->services->view->payUrl($order)),
            'Cache-Control' => 'no-store',
        ]);
    }

    private function payment(
        CashierDocument $document,
        Request $request,
        string $payUrl,
        ?string $problem = null,
        int $status = 200,
    ): Response {
        try {
            $content = $this->services->cashierContent->of($this->orders->find('', $payUrl));
        } catch (InvalidInput|Missing) {
            $text = Texts::preferred($request->header('Accept-Language'))->get('bad_link');

            return CashierPage::html($document->start($this->waiting($request), $text), 404);
        }

        /** @var array<string, mixed> $shown */
        $shown = $this->gatekeeper->show($request, $content);

        return CashierPage::html($document->payment($shown, $problem), $status);
    }

    /** The key of the text that says why something was not done. */
    private static function problem(Input $form, Conflict|InvalidInput|Missing $refusal): string
    {
        return match (true) {
            $refusal instanceof InvalidInput && $form->has('amount') => 'play_bad_amount',
            $refusal instanceof InvalidInput && $form->has('in_seconds') => 'play_bad_seconds',
            default => 'refused',
        };
    }

    /** The fields of a form, typed like the members of POST /_sandbox/pay. */
    private static function input(Input $form): Input
    {
        $fields = [];
        foreach (['pay_url', 'action', 'amount'] as $name) {
            if ($form->has($name)) {
                $fields[$name] = trim($form->text($name));
            }
        }
        if ($form->has('coin')) {
            [$fields['chain'], $fields['currency']] = explode('/', $form->text('coin'), 2) + [1 => ''];
        }
        if ($form->has('in_seconds')) {
            $seconds = trim($form->text('in_seconds'));
            $fields['in_seconds'] = preg_match('/^[0-9]{1,9}$/D', $seconds) === 1 ? new Number($seconds) : $seconds;
        }

        return new Input($fields);
    }

    private static function document(Request $request): CashierDocument
    {
        return new CashierDocument(Texts::preferred($request->header('Accept-Language')));
    }

    /**
     * The payments that wait. A customer elsewhere has to have the pay URL.
     *
     * @return list<array{pay_url: string, price: string, id: string}>
     */
    private function waiting(Request $request): array
    {
        if (!$this->gatekeeper->isDeveloper($request)) {
            return [];
        }
        $view = $this->services->view;
        $entry = static fn (Checkout|Order $waiting): array => [
            'pay_url' => $waiting instanceof Order ? $view->payUrl($waiting) : $view->checkoutUrl($waiting->token),
            'price' => "{$waiting->terms->price} {$waiting->terms->currency}",
            'id' => $waiting->terms->shopOrderId,
        ];

        return [
            ...array_map($entry, $this->services->checkouts->withoutOrder(self::LISTED)),
            ...array_map($entry, $this->services->orders->unpaid(self::LISTED)),
        ];
    }
}
