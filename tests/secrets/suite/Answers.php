<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

/** Answers of a server that repeats a secret, in every place of an answer and in every notation. */
final class Answers
{
    private const STATUSES = [200, 401, 500, 400, 404, 429, 203, 302, 406, 418, 502, 503];

    /**
     * How a server may write the secret.
     *
     * @return array<string, string> by the name of the notation
     */
    public static function notations(#[\SensitiveParameter] string $secret): array
    {
        $characters = Forms::characters($secret);
        [$first, $second] = array_map('implode', array_chunk($characters, intdiv(count($characters) + 1, 2)));
        $notations = array_filter(
            Forms::whole($secret),
            static fn (string $form): bool => !str_starts_with($form, 'base64'),
            ARRAY_FILTER_USE_KEY,
        );
        foreach (['', 'u', 'user:', 'Basic '] as $before) {
            $notations["base64 after '{$before}'"] = base64_encode($before . $secret);
        }

        return $notations + [
            'base64url' => rtrim(strtr(base64_encode($secret), '+/', '-_'), '='),
            'base64 in lines' => chunk_split(base64_encode("user:{$secret}"), 20),
            'base64, percent-encoded' => rawurlencode(base64_encode($secret)),
            'within words' => "the value {$secret} of this request is wrong",
            'twice in a row' => $secret . $secret,
            'in quotes' => "\"{$secret}\" '{$secret}'",
            'line break inside' => "{$first}\n{$second}",
            'line breaks inside' => implode("\r\n", array_map('implode', array_chunk($characters, 7))),
            'control characters inside' => implode("\x1f", $characters),
            'percent-encoded in part' => rawurlencode($first) . $second,
            'percent-encoded three times' => rawurlencode(rawurlencode(rawurlencode($secret))),
            'a query' => 'https://shop.example/?q=1&password=' . urlencode($secret) . '&x=1',
            'JSON in a text' => 'body was {"password":' . json_encode($secret) . '}',
            'JSON in JSON in a text' => 'body was ' . json_encode('{"password":' . json_encode($secret) . '}'),
            'at the end of what is shown' => str_repeat('x', 290) . $secret,
            'first half' => "{$first} is wrong",
            Output::IN_PIECES => "{$first} {$second}",
        ];
    }

    /**
     * Texts with the URL of a payment page. No client knows its token.
     *
     * @return array<string, string> by what they are
     */
    public static function payUrls(#[\SensitiveParameter] string $token): array
    {
        $url = "https://dashboard.aurpay.net/#/cashier/choose?token={$token}";
        $json = (string) json_encode(['pay_url' => $url, 'token' => $token]);

        return [
            'alone' => $url,
            'within words' => "the order has {$url}&lang=en already, see {$url}.",
            'in JSON' => $json,
            'in JSON in JSON' => (string) json_encode($json),
            'in a query' => 'https://shop.example/?to=' . urlencode($url),
            'in HTML' => '<a href="' . htmlspecialchars("{$url}&lang=en") . '">',
        ];
    }

    /**
     * Answers that repeat the text.
     *
     * @return iterable<string, array<string, mixed>> as the option handler takes them, by what they are
     */
    public static function all(#[\SensitiveParameter] string $text, string $provider, int $turn): iterable
    {
        foreach (self::bodies($text, $provider) as $name => $body) {
            $status = self::STATUSES[$turn++ % count(self::STATUSES)];
            yield "{$name}, {$status}" => ['status' => $status, 'headers' => self::headers($text), 'body' => $body];
        }
    }

    /**
     * Answers with a secret of digits as a number. Not as the API's code: that is a number that shops compare.
     *
     * @return iterable<string, array<string, mixed>>
     */
    public static function numbers(#[\SensitiveParameter] string $digits, string $provider): iterable
    {
        foreach (self::STATUSES as $status) {
            foreach (array_diff_key(self::texts("\0", $provider), ['a code that is a text' => 0]) as $name => $body) {
                $body = str_replace('"\u0000"', $digits, (string) json_encode($body));
                // The name of a member is a text.
                $body = (string) preg_replace("~([{,]){$digits}:~", "\$1\"{$digits}\":", $body);
                yield "number, {$name}, {$status}" => ['status' => $status, 'body' => $body];
            }
        }
    }

    /** @return array<string, string> */
    private static function headers(#[\SensitiveParameter] string $text): array
    {
        $line = strtr($text, "\r\n", '  ');
        $headers = ['a-trace-id' => $line, 'Location' => "/?q={$line}", 'Date' => $line,
            'Content-Type' => "text/html; {$line}", 'Set-Cookie' => "a={$line}", $line => $line];

        // Digits are seconds there.
        return ctype_digit($text) ? $headers : $headers + ['Retry-After' => $line];
    }

    /** @return array<string, string> */
    private static function bodies(#[\SensitiveParameter] string $text, string $provider): array
    {
        $bodies = [];
        foreach (self::texts($text, $provider) as $name => $value) {
            $bodies[$name] = (string) json_encode($value, JSON_INVALID_UTF8_SUBSTITUTE);
        }
        $refusal = $bodies['refusal'];

        return $bodies + [
            'HTML' => "<html><title>{$text}</title>{$text}</html>",
            'text' => $text,
            'nothing' => '',
            'truncated' => substr($refusal, 0, -9),
            'bytes after it' => $refusal . $text,
            'not UTF-8' => "{\"message\":\"\xff{$text}\"}",
            'deep' => str_repeat('[', 70) . "\"{$text}\"" . str_repeat(']', 70),
            'escaped' => self::escaped($refusal, $text),
        ];
    }

    /**
     * The answers that are JSON.
     *
     * @return array<string, mixed>
     */
    private static function texts(#[\SensitiveParameter] string $text, string $provider): array
    {
        $deep = [$text, [$text => $text], [[['x' => ['y' => [$text]]]]]];
        $success = match ($provider) {
            'azpays' => static fn (mixed $data): array
                => ['succeed' => true, 'message' => $text, 'result' => $data, 'trace_id' => $text],
            'enayapay' => static fn (mixed $data): mixed => $data,
            default => static fn (mixed $data): array
                => ['code' => 0, 'result' => true, 'message' => $text, 'data' => $data, 'trace_id' => $text],
        };
        $refusal = match ($provider) {
            'azpays' => ['succeed' => false, 'message' => $text, 'result' => $deep, 'trace_id' => $text, $text => $text],
            'enayapay' => ['response_code' => 7, 'response_message' => $text, 'details' => $deep, 'trace_id' => $text],
            default => ['code' => 7, 'result' => false, 'message' => $text, 'data' => $deep, 'trace_id' => $text],
        };

        return [
            'refusal' => $refusal,
            'refusal because of the key' => ['code' => 401] + $refusal,
            'words by field' => ['details' => ['user_phone' => [$text, 'x'], $text => [$text], 'other' => $text]],
            'words' => ['details' => $text, 'message' => $text, 'error' => $deep],
            'no envelope' => ['detail' => $text, 'errors' => $deep, $text => $text],
            'another record' => $success(['order_id' => $text, 'uuid' => $text, 'id' => $text, 'data' => $deep]),
            'data of another type' => $success($text),
            'a page' => $success(['page' => $text, 'max_page' => $text, 'data' => $deep, 'current_page' => $text]),
            'meta' => ['succeed' => true, 'results' => $deep, 'metas' => ['current_page' => $text, 'last_page' => $text]],
            'order' => $success(['status' => $text, 'vs_price' => $text, 'vs_currency' => $text, 'order_id' => '4711']),
            'neither yes nor no' => ['code' => 0, 'result' => $text, 'data' => $text],
            'a code that is a text' => ['code' => $text, 'result' => false, 'response_code' => $text, 'succeed' => $text],
            'secret fields' => $success(['pay_url' => $text, 'token' => $text, 'access_token' => $text, 'api_key' => $text]),
            'a text' => $text,
            'a list' => [$text, $text],
        ];
    }

    /** JSON with every character of the secret as \uXXXX. */
    private static function escaped(#[\SensitiveParameter] string $json, #[\SensitiveParameter] string $text): string
    {
        $written = substr((string) json_encode($text, JSON_INVALID_UTF8_SUBSTITUTE), 1, -1);
        $escaped = implode('', array_map(
            static fn (string $character): string => strlen($character) === 1 ? sprintf('\u%04x', ord($character)) : $character,
            Forms::characters($text),
        ));

        return str_replace($written, $escaped, $json);
    }
}
