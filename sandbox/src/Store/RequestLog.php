<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

use Aurpay\Sandbox\Advice\Warning;
use Aurpay\Sandbox\Http\Redaction;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Response;
use Aurpay\Sandbox\Json\Reader;
use Aurpay\Sandbox\Json\Writer;
use Aurpay\Sandbox\Provider;

/**
 * The last calls of the API. Secrets are masked before they are stored.
 */
final readonly class RequestLog
{
    private const KEPT = 20_000;
    /** Of how many requests the bodies are kept, and how much of each. */
    private const KEPT_DETAILS = 1000;
    private const KEPT_BYTES = 8192;
    private const LATER = 200;

    public function __construct(
        private Database $database,
        private Warnings $warnings,
        private Merchants $merchants,
    ) {}

    /**
     * @param list<Warning>             $warnings
     * @param array<string, mixed>|null $signature the report about the signature of a signed request
     */
    public function add(
        Request $request,
        Response $response,
        string $at,
        string $traceId,
        ?int $faultId,
        int $tookMs,
        array $warnings = [],
        ?array $signature = null,
    ): void {
        $id = $this->database->insert('requests', [
            'at' => $at,
            'method' => $request->method,
            'target' => Redaction::text($request->target, []),
            'protocol' => $request->protocol,
            'tls' => $request->tls,
            'connection' => $request->connection,
            'connection_request' => $request->connectionRequest,
            'headers' => Writer::encode((object) Redaction::headers($request->headers)),
            'body_bytes' => strlen($request->body),
            'body_md5' => md5($request->body),
            'status' => $response->status,
            'code' => $response->code,
            'trace_id' => $traceId,
            'fault' => $faultId,
            'took_ms' => $tookMs,
            'signature' => $signature === null ? null : Writer::encode($signature),
            ...$this->bodies($request, $response),
        ]);
        $this->warnings->addToRequest($id, $warnings, $at);
        if ($id % 1000 === 0) {
            $this->database->run('DELETE FROM requests WHERE id <= :id', ['id' => $id - self::KEPT]);
            $this->database->run(
                'UPDATE requests SET request_body = NULL, response_body = NULL WHERE id <= :id',
                ['id' => $id - self::KEPT_DETAILS],
            );
        }
    }

    /**
     * @return array<string, mixed>
     */
    public function describe(int $limit): array
    {
        $summary = $this->database->one(
            "SELECT count(*) AS requests, count(DISTINCT connection || '/' || coalesce(tls, '')) AS connections
             FROM requests",
        );
        $rows = $this->database->all(
            'SELECT * FROM (SELECT * FROM requests ORDER BY id DESC LIMIT :limit) ORDER BY id',
            ['limit' => $limit],
        );

        return [
            'summary' => [
                'requests' => $summary?->int('requests'),
                'connections' => $summary?->int('connections'),
            ],
            'requests' => $this->describeAll($rows),
        ];
    }

    /** The id of the last request. */
    public function last(): int
    {
        return $this->database->count('SELECT coalesce(max(id), 0) FROM requests');
    }

    /**
     * @return list<Row> the requests after the one with this id
     */
    public function after(int $id): array
    {
        return $this->database->all(
            'SELECT * FROM requests WHERE id > :id ORDER BY id LIMIT ' . self::LATER,
            ['id' => $id],
        );
    }

    /**
     * The requests after the one with this id, without the summary: it counts all
     * requests, which is too much for a page that asks once a second.
     *
     * @return array<string, mixed>
     */
    public function describeAfter(int $id): array
    {
        return ['requests' => $this->describeAll($this->after($id))];
    }

    /**
     * @param string $words the requests whose method, target, status, code or trace id contain all of them
     *
     * @return array{list<array<string, mixed>>, int} the requests of a page, and the number of all that were asked for
     */
    public function page(string $words, bool $newest, int $page, int $size): array
    {
        $text = "method || ' ' || target || ' ' || status || ' code=' || coalesce(code, '') || ' ' || trace_id";
        [$where, $parameters] = Search::clause($text, $words);
        $rows = $this->database->all(
            "SELECT * FROM requests WHERE $where ORDER BY id " . ($newest ? 'DESC' : 'ASC') . '
             LIMIT :page_size OFFSET :page_offset',
            $parameters + ['page_size' => $size, 'page_offset' => ($page - 1) * $size],
        );
        $total = $this->database->count("SELECT count(*) FROM requests WHERE $where", $parameters);

        return [$this->describeAll($rows), $total];
    }

    /**
     * A request with its bodies and the report about its signature.
     *
     * @return array<string, mixed>|null
     */
    public function details(int $id): ?array
    {
        $row = $this->database->one('SELECT * FROM requests WHERE id = :id', ['id' => $id]);

        return $row === null ? null : $this->describeAll([$row])[0] + [
            'body' => $row->textOrNull('request_body'),
            'response_headers' => self::decode($row, 'response_headers'),
            'response_body' => $row->textOrNull('response_body'),
        ];
    }

    public function clear(): int
    {
        return $this->database->run('DELETE FROM requests');
    }

    /**
     * @param list<Row> $rows
     *
     * @return list<array<string, mixed>>
     */
    private function describeAll(array $rows): array
    {
        $ids = array_map(static fn (Row $row): int => $row->int('id'), $rows);
        $warnings = $ids === [] ? [] : $this->warnings->ofRequests(min($ids), max($ids));

        return array_map(
            static fn (Row $row): array => self::describeOne($row) + ['warnings' => $warnings[$row->int('id')] ?? []],
            $rows,
        );
    }

    /** Why a call was refused: the message of the answer, and the hint about the signature. Null if it was not. */
    public static function reason(Row $row): ?string
    {
        if (($row->intOrNull('code') ?? 0) === 0) {
            return null;
        }
        $texts = [];
        foreach (['response_body' => 'message', 'signature' => 'hint'] as $column => $name) {
            $decoded = json_decode($row->textOrNull($column) ?? '', true);
            $texts[] = is_array($decoded) && is_string($decoded[$name] ?? null) ? $decoded[$name] : '';
        }

        return implode('. ', array_filter($texts, static fn (string $text): bool => $text !== '')) ?: null;
    }

    /**
     * @return array<string, mixed>
     */
    private static function describeOne(Row $row): array
    {
        return [
            'id' => $row->int('id'),
            'at' => $row->text('at'),
            'method' => $row->text('method'),
            'target' => $row->text('target'),
            'status' => $row->int('status'),
            'code' => $row->intOrNull('code'),
            'reason' => self::reason($row),
            'trace_id' => $row->text('trace_id'),
            'fault' => $row->intOrNull('fault'),
            'protocol' => $row->text('protocol'),
            'tls' => $row->textOrNull('tls'),
            'connection' => $row->text('connection'),
            'connection_request' => $row->int('connection_request'),
            'headers' => self::decode($row, 'headers'),
            'body_bytes' => $row->int('body_bytes'),
            'body_md5' => $row->text('body_md5'),
            'took_ms' => $row->int('took_ms'),
            'signature' => self::decode($row, 'signature'),
        ];
    }

    /**
     * The beginnings of both bodies, of Aurpay's calls alone: Redaction knows the names of its secrets.
     *
     * @return array<string, string|null>
     */
    private function bodies(Request $request, Response $response): array
    {
        if (Provider::of($request->path) !== Provider::Aurpay) {
            return [];
        }
        $secrets = $this->merchants->secrets();
        $keep = static fn (string $body): string => substr(Redaction::text($body, $secrets), 0, self::KEPT_BYTES);

        return [
            'request_body' => $keep($request->body),
            'response_headers' => Writer::encode((object) $response->headers),
            'response_body' => $keep($response->body),
        ];
    }

    /** A column of JSON as an object. */
    private static function decode(Row $row, string $column): ?object
    {
        $json = $row->textOrNull($column);

        return $json === null ? null : (object) (array) Reader::decode($json);
    }
}
