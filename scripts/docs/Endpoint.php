<?php

declare(strict_types=1);

namespace AurpayDocs;

/**
 * Serves a block as the page of a shop that gets callbacks, at https://shop.example/aurpay?order=1042, and calls it as the
 * gateway and as others would. PHP's own server is behind that address, as behind a proxy that ends TLS. The callbacks are
 * signed here, as the vendor's document says, and not by the extension.
 */
final class Endpoint
{
    private const URL = 'https://shop.example';

    private const ADDRESS = '127.0.0.1:8481';

    /** @param string $folder of this shop alone */
    public function __construct(
        private readonly World $world,
        private readonly string $file,
        private readonly string $folder,
    ) {}

    public function check(Block $block, Report $report): void
    {
        $shop = $this->serve();
        [$id, $cheap] = $this->payments();
        $body = "{\"order_id\":\"{$id}\"}";
        $secret = $this->world->environment['AURPAY_CALLBACK_SECRET'];
        foreach ([
            'a callback' => [200, $this->answer('/aurpay?order=1042', $body, $secret)],
            'a GET, which names no payment' => [400, $this->answer('/aurpay?order=1042', null, $secret)],
            'an empty body' => [400, $this->answer('/aurpay?order=1042', '', $secret)],
            'a list' => [403, $this->answer('/aurpay?order=1042', '[1]', $secret)],
            'an id that is a list' => [400, $this->answer('/aurpay?order=1042', '{"order_id":["1"]}', $secret)],
            'an id that is no id' => [400, $this->answer('/aurpay?order=1042', '{"order_id":"../1"}', $secret)],
            'an order that is not there' => [400, $this->answer('/aurpay?order=1', $body, $secret)],
            'an order that is a list' => [400, $this->answer('/aurpay?order[]=1042', $body, $secret)],
            'no order' => [400, $this->answer('/aurpay', $body, $secret)],
            'a wrong signature' => [403, $this->answer('/aurpay?order=1042', $body, 'another secret')],
            'a payment of less' => [409, $this->answer('/aurpay?order=1042', "{\"order_id\":\"{$cheap}\"}", $secret)],
            'a payment that is not there' => [503, $this->answer('/aurpay?order=1042', '{"order_id":"404"}', $secret)],
        ] as $what => [$expected, $found]) {
            $report->result('callbacks', $block, $expected === $found ? '' : "expected {$expected}, found {$found}", $what);
        }
        $paid = @file_get_contents("{$this->folder}/paid.log");
        $report->result('callbacks', $block, $paid === "1042 {$id}\n" ? '' : "paid: {$paid}", 'the order is paid once');
        $report->result('callbacks', $block, (string) @file_get_contents("{$this->folder}/error.log"), 'PHP warns of nothing');
        $this->world->stop($shop);
    }

    /** @return int the process */
    private function serve(): int
    {
        // Not as a router script: PHP's server runs no prelude before one. Every path leads to index.php.
        mkdir($this->folder);
        copy($this->file, "{$this->folder}/index.php");
        $shop = $this->world->keep([
            'env', "AURPAY_DOCS_BLOCK={$this->file}", PHP_BINARY, '-d', 'auto_prepend_file=' . __DIR__ . '/prelude.php',
            // As in production. A page that shows its errors answers with 200.
            '-d', 'display_errors=0', '-d', 'log_errors=1', '-d', "error_log={$this->folder}/error.log",
            '-S', self::ADDRESS, '-t', $this->folder,
        ]);
        $this->world->waitFor(self::ADDRESS);

        return $shop;
    }

    /** @return array{string, string} the ids of a payment of the order's price, and of a cheaper one */
    private function payments(): array
    {
        $program = 'require $argv[1]; echo AurpayDocs\paidPayment(), " ", AurpayDocs\paidPayment("5");';
        [, $out, $error] = $this->world->run([PHP_BINARY, '-r', $program, __DIR__ . '/control.php']);
        [$id, $cheap] = explode(' ', $out) + ['', ''];

        return $cheap !== '' ? [$id, $cheap] : throw new \RuntimeException("There are no payments: {$out}{$error}");
    }

    /** @return int the status of the shop's answer to a callback */
    private function answer(string $target, ?string $body, string $secret): int
    {
        $date = gmdate('Y-m-d\TH:i:s\Z');
        $signature = base64_encode(hash_hmac('sha256', "{$date} | " . self::URL . $target, $secret, true));
        $request = curl_init('http://' . self::ADDRESS . $target);
        curl_setopt_array($request, [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_HTTPHEADER => [
                "Callback-Token: {$this->world->environment['AURPAY_CALLBACK_TOKEN']}",
                "Date: {$date}",
                "Signature: {$signature}",
                'Content-Type: application/json',
            ],
        ] + ($body === null ? [] : [CURLOPT_POSTFIELDS => $body]));
        curl_exec($request);

        return curl_getinfo($request, CURLINFO_RESPONSE_CODE);
    }
}
