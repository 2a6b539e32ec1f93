<?php

declare(strict_types=1);

namespace AurpayFuzz;

/** Compares what the extension makes of a text with the reference, on each way by which it decodes. */
final class Judge
{
    /** As the tables in src/providers/ list them. */
    private const AURPAY_MONEY = ['amount', 'price', 'vs_price', 'fee', 'network_fee', 'obtained', 'balance', 'refund_amount'];
    private const ENAYAPAY_MONEY = ['balance', 'amount', 'fee'];

    public function __construct(private readonly Process $process) {}

    /**
     * @return string what the text is, in a word
     * @throws Failure when there is a difference
     */
    public function judge(string $json): string
    {
        $this->judgeAurpay('{"code":0,"result":true,"data":' . $json . '}');
        $this->judgeCallback($json);

        return $this->judgeEnayaPay($json);
    }

    /** The envelope says whether it is a success; its data is the answer. */
    private function judgeAurpay(string $body): void
    {
        $expected = Reference::decode($body, self::AURPAY_MONEY);
        $made = $this->process->decode('A', $body);
        $envelope = $expected['value'] ?? null;
        if (isset($expected['problem'])) {
            $this->expectThrown($made, 'Aurpay\ResponseException', $expected['problem']);
        } elseif (!is_array($envelope) || ($envelope['code'] ?? null) !== 0 || ($envelope['result'] ?? null) !== true) {
            $this->expectThrown($made);
        } else {
            $this->expectValue($made, $envelope['data'] ?? null);
        }
    }

    /** The whole body is the answer, if it is an array. */
    private function judgeEnayaPay(string $body): string
    {
        $expected = $body === '' ? ['value' => []] : Reference::decode($body, self::ENAYAPAY_MONEY);
        if ($body === "\xef\xbb\xbf") {
            $expected = ['value' => []];
        }
        $made = $this->process->decode('E', $body);
        if (isset($expected['problem'])) {
            $this->expectThrown($made, 'Aurpay\ResponseException', $expected['problem']);

            return $expected['problem'];
        }
        $value = $expected['value'] ?? null;
        $code = is_array($value) ? $value['response_code'] ?? 0 : 0;
        if (!is_array($value)) {
            $this->expectThrown($made, 'Aurpay\ResponseException', 'JSON that is not an object');
        } elseif (is_int($code) && $code !== 0) {
            $this->expectThrown($made, 'Aurpay\ApiException', (string) $code);
        } else {
            $this->expectValue($made, $value);
        }

        return get_debug_type($value);
    }

    /** Only an object is a callback's body; no body is none. */
    private function judgeCallback(string $body): void
    {
        $expected = $body === '' ? ['value' => []] : Reference::decode($body, self::AURPAY_MONEY);
        $made = $this->process->decode('C', $body);
        $isObject = preg_match('/^(?:\xef\xbb\xbf)?[ \t\n\r]*\{/', $body) === 1 || $body === '';
        if (isset($expected['problem']) || !$isObject) {
            $this->expectThrown($made, 'Aurpay\CallbackException', 'not a JSON object');
        } else {
            $this->expectValue($made, $expected['value'] ?? null);
        }
    }

    /** @param array{value: mixed}|array{thrown: string, message: string, code: int} $made */
    private function expectValue(array $made, mixed $value): void
    {
        if ($made !== ['value' => $value]) {
            throw new Failure('made: ' . var_export($made, true) . "\nreference: " . var_export($value, true));
        }
    }

    /** @param array{value: mixed}|array{thrown: string, message: string, code: int} $made */
    private function expectThrown(array $made, ?string $class = null, string $words = ''): void
    {
        $isRight = isset($made['thrown']) && str_starts_with($made['thrown'], 'Aurpay\\')
            && ($class === null || $made['thrown'] === $class) && str_contains($made['message'], $words);
        if (!$isRight) {
            throw new Failure('made: ' . var_export($made, true) . "\nreference: {$class} {$words}");
        }
    }
}
