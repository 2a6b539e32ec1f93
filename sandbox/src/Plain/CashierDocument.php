<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Plain;

use Aurpay\Sandbox\Input;

/**
 * The cashier as a page without scripts.
 */
final readonly class CashierDocument
{
    /** Relative, as the pages of a merchant have a prefix. */
    private const ADDRESS = 'plain';

    /** The buttons that play the customer: name => the text's key. */
    private const BUTTONS = [
        'pay' => 'play_pay',
        'underpay' => 'play_underpay',
        'pay_again' => 'play_pay_again',
        'refund' => 'play_refund',
        'expire' => 'play_expire',
        'fail' => 'play_fail',
    ];
    private const GOOD = ['SUCCESS', 'RESOLVED'];
    private const BAD = ['PARTIAL', 'OVERDUE', 'FAILED'];

    public function __construct(private Texts $texts) {}

    /**
     * @param list<array{pay_url: string, price: string, id: string}> $waiting
     */
    public function start(array $waiting, string $problem = ''): string
    {
        $items = array_map(fn (array $entry): Html => Html::element('li', [], Html::element(
            'a',
            ['href' => self::address($entry['pay_url'])],
            $this->texts->get('plain_entry', [
                'price' => $entry['price'],
                'id' => $entry['id'] === ''
                    ? $this->texts->get('plain_no_id')
                    : $this->texts->get('shop_order', ['id' => $entry['id']]),
            ]),
        )), $waiting);

        return $this->document(
            $problem === '' ? Html::join() : Html::element('p', ['class' => 'status', 'data-tone' => 'bad'], $problem),
            Html::element(
                'form',
                ['class' => 'row', 'action' => self::ADDRESS],
                Html::element('label', ['for' => 'link'], $this->texts->get('plain_link_label')),
                Html::element('input', ['id' => 'link', 'name' => 'pay_url', 'required' => true]),
                Html::element('button', [], $this->texts->get('plain_show')),
            ),
            Html::element('h2', [], $this->texts->get('plain_list')),
            $items === []
                ? Html::element('p', [], $this->texts->get('plain_list_empty'))
                : Html::element('ul', [], ...$items),
        );
    }

    /**
     * @param array<string, mixed> $content of the cashier
     * @param string|null          $problem the key of the text that says why something was not done
     */
    public function payment(array $content, ?string $problem = null): string
    {
        $payUrl = self::string($content, 'pay_url');
        $status = self::string($content, 'status');
        $tone = match (true) {
            in_array($status, self::GOOD, true) => 'good',
            in_array($status, self::BAD, true) => 'bad',
            default => '',
        };

        return $this->document(
            $problem === null ? Html::join() : Html::element(
                'p',
                ['class' => 'status', 'data-tone' => 'bad'],
                $this->texts->get($problem, $content),
            ),
            $status === '' ? Html::join() : Html::element(
                'p',
                ['class' => 'status', 'data-tone' => $tone],
                $this->texts->get("state_$status", $content),
            ),
            $this->facts($content),
            in_array($status, ['PENDING', 'PARTIAL'], true) ? $this->bill($content) : Html::join(),
            $this->wayBack($content),
            Html::element('p', [], Html::element(
                'a',
                ['href' => self::address($payUrl)],
                $this->texts->get('plain_refresh'),
            )),
            $this->coins($content, $payUrl),
            $status === '' ? Html::join() : $this->play($content, $payUrl),
        );
    }

    public static function address(string $payUrl): string
    {
        return self::ADDRESS . '?pay_url=' . rawurlencode($payUrl);
    }

    private function document(Html ...$content): string
    {
        $texts = $this->texts;

        return "<!doctype html>\n" . Html::element(
            'html',
            ['lang' => $texts->language],
            Html::element(
                'head',
                [],
                Html::element('meta', ['charset' => 'utf-8']),
                Html::element('meta', ['name' => 'viewport', 'content' => 'width=device-width, initial-scale=1']),
                Html::element('title', [], $texts->get('title')),
                Html::element('link', ['rel' => 'icon', 'href' => 'data:,']),
                Html::element('link', ['rel' => 'stylesheet', 'href' => '../cashier.css']),
            ),
            Html::element('body', [], Html::element(
                'main',
                [],
                Html::element('h1', [], $texts->get('plain_title')),
                Html::element('p', ['class' => 'note'], $texts->get('test_note')),
                Html::element('p', ['class' => 'hint'], $texts->get('plain_lead')),
                ...$content,
            )),
        )->html . "\n";
    }

    /**
     * @param array<string, mixed> $content
     */
    private function facts(array $content): Html
    {
        $price = self::string($content, 'vs_price') . ' ' . self::string($content, 'vs_currency');

        return $this->list(['price' => $price, 'order' => self::string($content, 'order_id')]);
    }

    /**
     * @param array<string, mixed> $content
     */
    private function bill(array $content): Html
    {
        $isLightning = $content['lightning'] === true;
        $isPartial = $content['status'] === 'PARTIAL';
        $link = self::string($content, 'wallet_uri');
        $left = max(0, strtotime(self::string($content, 'expires_at')) - strtotime(self::string($content, 'now')));

        return Html::join(
            Html::element('h2', [], $this->texts->get($isPartial ? 'title_PARTIAL' : 'pay_title', $content)),
            Html::element('p', [], $this->texts->get($isLightning ? 'pay_hint_lightning' : 'pay_hint')),
            $this->list([
                $isPartial ? 'missing_amount' : 'amount'
                    => self::string($content, 'missing') . ' ' . self::string($content, 'currency'),
                $isLightning ? 'invoice' : 'address'
                    => self::string($content, $isLightning ? 'payment_request' : 'address'),
                'network' => self::string($content, 'chain_name'),
                'time_left' => $isPartial ? '' : sprintf('%02d:%02d', intdiv($left, 60), $left % 60),
            ]),
            $link === '' ? Html::join() : Html::element('p', [], Html::element(
                'a',
                ['class' => 'button primary', 'href' => $link],
                $this->texts->get('wallet_link'),
            )),
        );
    }

    /**
     * @param array<string, mixed> $content
     */
    private function wayBack(array $content): Html
    {
        $url = self::string($content, 'return_url');

        return $url === '' ? Html::join() : Html::element('p', [], Html::element(
            'a',
            ['class' => 'button primary', 'href' => $url, 'rel' => 'noreferrer'],
            $this->texts->get('back'),
        ));
    }

    /**
     * @param array<string, mixed> $content
     */
    private function coins(array $content, string $payUrl): Html
    {
        $coins = is_array($content['coins']) ? $content['coins'] : [];
        if ($coins === []) {
            return Html::join();
        }
        $hasOrder = $content['order_id'] !== null;
        $buttons = array_map(function (mixed $coin): Html {
            $coin = (new Input(is_array($coin) ? $coin : []));
            [$currency, $reason] = [$coin->text('currency'), $coin->text('reason')];
            $name = $this->texts->get('coin_option', ['currency' => $currency, 'chain' => $coin->text('chain_name')]);
            $detail = $reason === '' ? $coin->text('amount') . ' ' . $currency : $this->texts->get("coin_$reason");

            return Html::element('button', [
                'name' => 'coin',
                'value' => $coin->text('chain') . '/' . $currency,
                'disabled' => $reason !== '',
            ], "$name: $detail");
        }, array_values($coins));

        return Html::join(
            Html::element('h2', [], $this->texts->get($hasOrder ? 'another_coin' : 'choose_title')),
            $this->form($payUrl, ['action' => $hasOrder ? 'choose_again' : 'choose'], ...$buttons),
        );
    }

    /**
     * @param array<string, mixed> $content
     */
    private function play(array $content, string $payUrl): Html
    {
        $actions = is_array($content['actions']) ? $content['actions'] : [];
        $off = fn (string $button): array => is_string($actions[$button] ?? null)
            ? ['disabled' => true, 'title' => $this->texts->get('why_' . $actions[$button])]
            : [];
        $buttons = [];
        foreach (self::BUTTONS as $button => $key) {
            $attributes = ['name' => 'action', 'value' => $button] + $off($button);
            $buttons[] = Html::element('button', $attributes, $this->texts->get($key));
        }
        $field = fn (string $name, string $button, string $key, string $action): Html => $this->form(
            $payUrl,
            ['action' => $action],
            Html::element('label', ['for' => $name], $this->texts->get("{$key}_label", $content)),
            Html::element('input', ['id' => $name, 'name' => $name, 'required' => true, 'disabled' => $off($button) !== []]),
            Html::element('button', $off($button), $this->texts->get("play_$button")),
        );

        return Html::element(
            'section',
            ['class' => 'play'],
            Html::element('h2', [], $this->texts->get('play_title')),
            Html::element('p', ['class' => 'hint'], $this->texts->get('play_note')),
            $this->form($payUrl, [], ...$buttons),
            $field('amount', 'pay_amount', 'play_amount', 'pay'),
            $field('in_seconds', 'expire_in', 'play_seconds', 'expire'),
        );
    }

    /**
     * @param array<string, string> $fields
     */
    private function form(string $payUrl, array $fields, Html ...$content): Html
    {
        $hidden = [];
        foreach (['pay_url' => $payUrl] + $fields as $name => $value) {
            $hidden[] = Html::element('input', ['type' => 'hidden', 'name' => $name, 'value' => $value]);
        }

        return Html::element(
            'form',
            ['class' => 'row', 'method' => 'post', 'action' => self::ADDRESS],
            ...$hidden,
            ...$content,
        );
    }

    /**
     * @param array<string, string> $facts the text's key => value; those without a value are left out
     */
    private function list(array $facts): Html
    {
        $rows = [];
        foreach (array_filter($facts, static fn (string $value): bool => $value !== '') as $key => $value) {
            $rows[] = Html::element(
                'div',
                [],
                Html::element('dt', [], $this->texts->get($key)),
                Html::element('dd', ['class' => 'value'], $value),
            );
        }

        return Html::element('dl', [], ...$rows);
    }

    /**
     * @param array<string, mixed> $content
     */
    private static function string(array $content, string $name): string
    {
        $value = $content[$name] ?? '';

        return is_string($value) ? $value : '';
    }
}
