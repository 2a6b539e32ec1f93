<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

use function AurpayTest\libcurl_notices_unended_streams;

/**
 * Which outcome each fault must have: the only such table, written from the rules and not from the code.
 *
 * - Nothing was sent to the server (no name, connection or TLS), or a read failed after its retries:
 *   TransportException.
 * - The request of a call that is not a read may have left: only an answer of the API settles the outcome. A lost
 *   connection, the deadline, and an answer that is not the API's (HTML, a redirect, truncated or invalid JSON, too
 *   large, an undocumented 5xx, with an envelope or without) are an OutcomeUnknownException.
 * - The API refuses in its envelope, with a documented status, or in JSON under a 4xx: ApiException; 401:
 *   AuthenticationException. 429 is not executed, for any method: RateLimitException.
 * - A read got an answer that is not the API's: ResponseException.
 *
 * A read is retried after a fault of the connection and after 429, 502, 503 and 504.
 */
final class Table
{
    private const UNKNOWN = [Due::Unknown];
    private const SUCCESS = [Due::Success];
    private const REFUSED = [Due::Refused];
    private const RATE_LIMITED = [Due::RateLimited];
    private const TRANSPORT = [Due::TransportFailed];
    private const FOREIGN = [Due::ForeignAnswer];
    private const REDIRECTS = [301, 302, 303, 307, 308];

    /** @return list<Fault> */
    public static function rows(): array
    {
        return [
            ...self::beforeTheRequest(),
            ...self::whileIdle(),
            ...self::staleBytes(),
            ...self::duringTheRequest(),
            ...self::insteadOfAnAnswer(),
            ...self::inTheMiddleOfTheAnswer(),
            ...self::untilTheDeadline(),
            ...self::atTheReconnect(),
            ...self::notTheApisAnswer(),
            ...self::serverErrors(),
            ...self::theApisAnswer(),
            ...self::ofHttp2(),
        ];
    }

    /** @return list<Fault> */
    private static function beforeTheRequest(): array
    {
        $answer = static fn (Situation $s): array => ['do' => 'answer'] + $s->success();

        return [
            new Fault(
                'connection refused',
                self::TRANSPORT,
                self::TRANSPORT,
                Executed::No,
                $answer,
                connections: Fault::COLD,
                before: ['vanish' => true],
            ),
            new Fault(
                'closed before the TLS handshake',
                self::TRANSPORT,
                self::TRANSPORT,
                Executed::No,
                static fn (Situation $s): array => ['do' => 'close_before'],
                isRetried: true,
                transports: Fault::TLS,
                connections: Fault::COLD,
            ),
            new Fault(
                'garbage instead of the TLS handshake',
                self::TRANSPORT,
                // The fault occurs once, so the next attempt succeeds.
                self::SUCCESS,
                Executed::No,
                $answer,
                transports: Fault::TLS,
                connections: Fault::COLD,
                before: ['trap' => 'garble'],
            ),
            new Fault(
                'no TLS handshake until the deadline',
                self::TRANSPORT,
                self::TRANSPORT,
                Executed::No,
                $answer,
                untilDeadline: true,
                transports: Fault::TLS,
                connections: Fault::COLD,
                before: ['trap' => 'stall_reconnect'],
            ),
            new Fault(
                'closed once connected, before the request is read',
                // If the client sees the close before it sends, it takes another connection.
                [Due::Unknown, Due::Success],
                self::TRANSPORT,
                Executed::IfItArrives,
                static fn (Situation $s): array => ['do' => 'close_before'],
                isRetried: true,
                transports: [Transport::Http],
                connections: Fault::COLD,
            ),
            new Fault(
                'reset when the request reaches a warm connection',
                self::UNKNOWN,
                self::TRANSPORT,
                Executed::No,
                static fn (Situation $s): array => ['do' => 'close_before'],
                isRetried: true,
                connections: Fault::WARM,
            ),
        ];
    }

    /** @return list<Fault> the server closes a connection that the client could reuse */
    private static function whileIdle(): array
    {
        $answer = static fn (Situation $s): array => ['do' => 'answer'] + $s->success();
        // It is a matter of microseconds whether the client sees the close in time.
        $either = [Due::Success, Due::Unknown];
        $silently = ['close_after' => 0, 'notify' => false];
        $late = ['close_after' => 0.001];
        $rows = [
            ['idle connection closed before the call', self::SUCCESS, $silently, true, Fault::HTTP1],
            ['idle connection closed before the call, close_notify', self::SUCCESS, ['close_after' => 0], true, Fault::TLS],
            ['idle connection closed before the call, GOAWAY', self::SUCCESS, ['close' => true, 'close_after' => 0], true, Fault::HTTP2],
            ['idle connection closed just as the call begins', $either, $late, false, Fault::ALL],
            ['GOAWAY just as the call begins', $either, ['close' => true] + $late, false, Fault::HTTP2],
        ];

        return array_map(static fn (array $row): Fault => new Fault(
            $row[0],
            $row[1],
            self::SUCCESS,
            Executed::IfItArrives,
            $answer,
            transports: $row[4],
            connections: Fault::WARM,
            warmUp: $row[2],
            isIdle: $row[3],
        ), $rows);
    }

    /** @return list<Fault> bytes on an idle connection are nobody's answer: the call takes another connection */
    private static function staleBytes(): array
    {
        $body = '{"code":0,"succeed":true,"result":true,"data":{"order_id":"stale"}}';
        $texts = [
            'a 408' => "HTTP/1.1 408 Request Time-out\r\nContent-Length: 3\r\n\r\n408",
            'a second answer' => "HTTP/1.1 200 OK\r\nContent-Length: " . strlen($body) . "\r\n\r\n{$body}",
            'the rest of a body' => '"}',
        ];
        $faults = [];
        foreach ($texts as $name => $text) {
            $faults[] = new Fault(
                "{$name} on the idle connection",
                self::SUCCESS,
                self::SUCCESS,
                Executed::Yes,
                static fn (Situation $s): array => ['do' => 'answer'] + $s->success(),
                transports: Fault::HTTP1,
                connections: Fault::WARM,
                // Later than the answer, because newer libcurl versions read bytes that arrive together with it.
                warmUp: ['late' => $text, 'late_after' => 0.02],
            );
        }

        return $faults;
    }

    /** @return list<Fault> */
    private static function duringTheRequest(): array
    {
        $close = static fn (Situation $s): array => ['do' => 'close_during'] + $s->ending();

        return [
            new Fault(
                'closed during the request',
                self::UNKNOWN,
                self::TRANSPORT,
                Executed::No,
                $close,
                isRetried: true,
            ),
            new Fault(
                'closed during a large request',
                self::UNKNOWN,
                self::TRANSPORT,
                Executed::No,
                $close,
                isRetried: true,
                fits: static fn (Call $call): bool => !$call->isRead,
                isLarge: true,
            ),
        ];
    }

    /** @return list<Fault> */
    private static function insteadOfAnAnswer(): array
    {
        return [
            new Fault(
                'closed without an answer',
                self::UNKNOWN,
                self::TRANSPORT,
                Executed::Either,
                static fn (Situation $s): array => ['do' => 'close', 'notify' => $s->chance()],
                isRetried: true,
            ),
            new Fault(
                'reset without an answer',
                self::UNKNOWN,
                self::TRANSPORT,
                Executed::Either,
                static fn (Situation $s): array => ['do' => 'reset'],
                isRetried: true,
            ),
        ];
    }

    /** @return list<Fault> */
    private static function inTheMiddleOfTheAnswer(): array
    {
        $half = static fn (string $do): \Closure
            => static fn (Situation $s): array => ['do' => $do] + $s->ending() + $s->success();
        // Cut in the status line, after it, in the next line, or when only the empty line is missing.
        $header = static fn (Situation $s): array
            => ['bytes' => $s->oneOf([5, 11, 17, 30, -4, -2])] + $half('half_header')($s);
        $reset = static fn (Situation $s): array => ['do' => 'half_chunked', 'reset' => true] + $s->success();
        $closed = static fn (Situation $s): array => ['do' => 'half_chunked', 'notify' => $s->chance()] + $s->success();
        $isNoticed = libcurl_notices_unended_streams();
        $rows = [
            ['half a header', Fault::ALL, true, $header],
            ['half a body', Fault::ALL, true, $half('half_body')],
            ['half chunked', Fault::HTTP1, true, $half('half_chunked')],
            ['half a body of no length, reset', Fault::HTTP2, true, $reset],
            ['half a body of no length, closed', Fault::HTTP2, $isNoticed, $closed],
        ];
        $rows = array_map(static fn (array $row): Fault => new Fault(
            $row[0],
            self::UNKNOWN,
            $row[2] ? self::TRANSPORT : self::FOREIGN,
            Executed::Either,
            $row[3],
            isRetried: $row[2],
            transports: $row[1],
        ), $rows);
        // Without a length, the end of the connection ends the answer, so the half body counts as complete.
        $rows[] = new Fault(
            'half a body of no length, closed',
            self::UNKNOWN,
            self::FOREIGN,
            Executed::Either,
            static fn (Situation $s): array => ['do' => 'half_body', 'until_close' => true] + $s->success(),
            transports: Fault::HTTP1,
        );

        return $rows;
    }

    /** @return list<Fault> */
    private static function untilTheDeadline(): array
    {
        return [
            new Fault(
                'no answer until the deadline',
                self::UNKNOWN,
                self::TRANSPORT,
                Executed::Yes,
                static fn (Situation $s): array => ['do' => 'silent'],
                untilDeadline: true,
            ),
            new Fault(
                'body in slow drips',
                self::UNKNOWN,
                self::TRANSPORT,
                Executed::Yes,
                static fn (Situation $s): array => ['do' => 'drip', 'interval' => 0.1] + $s->success(),
                untilDeadline: true,
            ),
            new Fault(
                'head in slow drips',
                self::UNKNOWN,
                self::TRANSPORT,
                Executed::Yes,
                static fn (Situation $s): array => ['do' => 'drip', 'head' => true, 'interval' => 0.1] + $s->success(),
                untilDeadline: true,
                transports: Fault::HTTP1,
            ),
        ];
    }

    /** @return list<Fault> the call is executed, and a reconnect meets another fault */
    private static function atTheReconnect(): array
    {
        $rows = [];
        foreach (Fault::ALL as $transport) {
            // Over TLS garbage is a failed handshake, which is retried; without TLS it may pass for an answer.
            $garbled = $transport->isTls() ? self::SUCCESS : [Due::Success, Due::TransportFailed, Due::ForeignAnswer];
            $rows[] = new Fault(
                'executed, the reconnect garbled',
                self::UNKNOWN,
                $garbled,
                Executed::Yes,
                static fn (Situation $s): array => ['do' => 'garble', 'notify' => $s->chance()],
                transports: [$transport],
            );
        }
        $rows[] = new Fault(
            'executed, the reconnect refused',
            self::UNKNOWN,
            self::TRANSPORT,
            Executed::Yes,
            static fn (Situation $s): array => ['do' => 'vanish', 'notify' => $s->chance()],
        );
        $rows[] = new Fault(
            'executed, the reconnect stalled',
            self::UNKNOWN,
            self::TRANSPORT,
            Executed::Yes,
            static fn (Situation $s): array => ['do' => 'stall_reconnect', 'notify' => $s->chance()],
            untilDeadline: true,
        );

        return $rows;
    }

    /** @return list<Fault> */
    private static function notTheApisAnswer(): array
    {
        // In EnayaPay's documents the status is the answer: with 200, any JSON is one, and so is an empty body.
        $hasEnvelope = static fn (Call $call): bool => $call->provider !== Provider::EnayaPay;
        $rows = [
            ['HTML', Executed::Either, ['do' => 'html'], null],
            ['broken JSON', Executed::Either, ['do' => 'broken_json'], null],
            ['204', Executed::Either, ['do' => 'answer', 'status' => 204], null],
            ['empty 200', Executed::Either, ['do' => 'answer', 'body' => ''], $hasEnvelope],
            ['JSON without the envelope', Executed::Either, ['do' => 'answer', 'body' => '{"ok":true}'], $hasEnvelope],
            ['page of a firewall under 403', Executed::No, ['do' => 'html', 'status' => 403], null],
            // These two are a success that the client cannot read.
            ['JSON too deep', Executed::Yes, ['do' => 'deep_json'], null],
            ['too large once decompressed', Executed::Yes, ['do' => 'gzip_bomb', 'megabytes' => 1], null],
        ];
        $faults = array_map(static fn (array $row): Fault => new Fault(
            $row[0],
            self::UNKNOWN,
            self::FOREIGN,
            $row[1],
            static fn (Situation $s): array => $row[2],
            fits: $row[3],
        ), $rows);
        $faults[] = new Fault(
            'redirect',
            self::UNKNOWN,
            self::FOREIGN,
            Executed::Either,
            static fn (Situation $s): array
                => ['do' => 'redirect', 'status' => $s->oneOf($s->undocumented(...self::REDIRECTS))],
        );
        $faults[] = new Fault(
            'endless body',
            self::UNKNOWN,
            self::FOREIGN,
            Executed::Either,
            static fn (Situation $s): array => ['do' => 'endless'] + $s->success(),
            isEndless: true,
        );
        $faults[] = new Fault(
            'endless head',
            self::UNKNOWN,
            // The call fails either way: the answer is too large, or the transfer is broken.
            [Due::ForeignAnswer, Due::TransportFailed],
            Executed::Either,
            static fn (Situation $s): array => ['do' => 'endless', 'head' => true],
            transports: Fault::HTTP1,
            isEndless: true,
        );

        return $faults;
    }

    /** @return list<Fault> */
    private static function serverErrors(): array
    {
        $envelope = static fn (Situation $s, int $status): array
            => ['do' => 'answer', 'status' => $status, 'body' => $s->call->provider->refusal()];
        $page = static fn (Situation $s, int $status): array
            => ['do' => 'html', 'status' => $status] + ($s->chance() ? ['body' => '<h1>Bad Gateway</h1>'] : []);

        return [
            new Fault(
                '500 with an envelope',
                self::UNKNOWN,
                self::REFUSED,
                Executed::Either,
                static fn (Situation $s): array => $envelope($s, 500),
            ),
            new Fault(
                '502, 503, 504 with an envelope',
                self::UNKNOWN,
                self::REFUSED,
                Executed::Either,
                static fn (Situation $s): array => $envelope($s, $s->oneOf($s->undocumented(502, 503, 504))),
                isRetried: true,
            ),
            new Fault(
                '500 without an envelope',
                self::UNKNOWN,
                self::FOREIGN,
                Executed::Either,
                static fn (Situation $s): array
                    => $s->chance() ? $page($s, 500) : ['do' => 'answer', 'status' => 500, 'body' => ''],
            ),
            new Fault(
                '502, 503, 504 without an envelope',
                self::UNKNOWN,
                self::FOREIGN,
                Executed::Either,
                static fn (Situation $s): array => $page($s, $s->oneOf([502, 503, 504])),
                isRetried: true,
            ),
        ];
    }

    /** @return list<Fault> */
    private static function theApisAnswer(): array
    {
        $json = static fn (Situation $s, int $status): array => [
            'do' => 'answer',
            'status' => $status,
            'body' => $s->chance() ? $s->call->provider->refusal() : '{"error":"no"}',
        ];

        return [
            new Fault(
                'success',
                self::SUCCESS,
                self::SUCCESS,
                Executed::Yes,
                static fn (Situation $s): array => ['do' => 'answer']
                    + $s->oneOf([[], ['chunked' => true], ['gzip' => true], ['close' => true]]) + $s->success(),
            ),
            new Fault(
                'an answer for another record',
                self::UNKNOWN,
                self::FOREIGN,
                Executed::Either,
                static fn (Situation $s): array
                    => ['do' => 'answer'] + $s->call->provider->successForAnother($s->oneOf(['uuid', 'id'])),
                fits: static fn (Call $call): bool => $call->provider->namesRecord($call),
            ),
            new Fault(
                'refusal as documented',
                // Some of EnayaPay's documented refusals are about credentials; they are not in this row.
                self::REFUSED,
                self::REFUSED,
                Executed::No,
                static fn (Situation $s): array
                    => ['do' => 'answer'] + $s->oneOf($s->call->provider->refusals($s->call) ?: [[]]),
            ),
            new Fault(
                '4xx in JSON',
                self::REFUSED,
                self::REFUSED,
                Executed::No,
                static fn (Situation $s): array => $json($s, $s->oneOf([400, 403, 422])),
            ),
            new Fault(
                '401 in JSON',
                [Due::Unauthenticated],
                [Due::Unauthenticated],
                Executed::No,
                static fn (Situation $s): array => $json($s, 401),
            ),
            new Fault(
                '429',
                self::RATE_LIMITED,
                self::RATE_LIMITED,
                Executed::No,
                static fn (Situation $s): array => $s->chance() ? $json($s, 429) : ['do' => 'html', 'status' => 429],
                isRetried: true,
            ),
            new Fault(
                '429 with a Retry-After beyond the deadline',
                self::RATE_LIMITED,
                self::RATE_LIMITED,
                Executed::No,
                static fn (Situation $s): array => ['headers' => ['Retry-After' => '600']] + $json($s, 429),
            ),
        ];
    }

    /** @return list<Fault> */
    private static function ofHttp2(): array
    {
        $reset = static fn (string $error, bool $half = false): \Closure => static fn (Situation $s): array
            => ['do' => 'reset_stream', 'error' => $error, 'after_half_body' => $half] + $s->success();
        $goaway = static fn (bool $processed): \Closure => static fn (Situation $s): array
            => ['do' => 'goaway', 'processed' => $processed, 'notify' => $s->chance()];
        $rows = [
            ['REFUSED_STREAM', Executed::No, $reset('REFUSED_STREAM')],
            ['HTTP_1_1_REQUIRED', Executed::No, $reset('HTTP_1_1_REQUIRED')],
            ['RST_STREAM, CANCEL', Executed::Either, $reset('CANCEL')],
            ['RST_STREAM, INTERNAL_ERROR', Executed::Either, $reset('INTERNAL_ERROR')],
            ['half a body, then RST_STREAM', Executed::Either, $reset('CANCEL', true)],
            ['GOAWAY, not processed', Executed::No, $goaway(false)],
            ['GOAWAY, maybe processed', Executed::Either, $goaway(true)],
        ];
        return array_map(static fn (array $row): Fault => new Fault(
            $row[0],
            self::UNKNOWN,
            self::TRANSPORT,
            $row[1],
            $row[2],
            isRetried: true,
            transports: Fault::HTTP2,
        ), $rows);
    }
}
