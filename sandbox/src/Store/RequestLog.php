<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

use Aurpay\Sandbox\Advice\Warning;
use Aurpay\Sandbox\Http\Redaction;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Response;
use Aurpay\Sandbox\Json\Reader;
use Aurpay\Sandbox\Json\Writer;

/**
 * The last calls of the API. Secrets are masked before they are stored.
 */
final readonly class RequestLog
{
    private const KEPT = 20_000;

    public function __construct(private Database $database, private Warnings $warnings) {}

    /** @param list<Warning> $warnings */
    public function add(
        Request $request,
        Response $response,
        string $at,
        string $traceId,
        ?int $faultId,
        int $tookMs,
        array $warnings = [],
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
        ]);
        $this->warnings->addToRequest($id, $warnings, $at);
        if ($id % 1000 === 0) {
            $this->database->run('DELETE FROM requests WHERE id <= :id', ['id' => $id - self::KEPT]);
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

        $warnings = $rows === [] ? [] : $this->warnings->ofRequests($rows[0]->int('id'));

        return [
            'summary' => [
                'requests' => $summary?->int('requests'),
                'connections' => $summary?->int('connections'),
            ],
            'requests' => array_map(
                static fn (Row $row): array => self::describeOne($row) + ['warnings' => $warnings[$row->int('id')] ?? []],
                $rows,
            ),
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
        return $this->database->all('SELECT * FROM requests WHERE id > :id ORDER BY id LIMIT 200', ['id' => $id]);
    }

    public function clear(): int
    {
        return $this->database->run('DELETE FROM requests');
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
            'trace_id' => $row->text('trace_id'),
            'fault' => $row->intOrNull('fault'),
            'protocol' => $row->text('protocol'),
            'tls' => $row->textOrNull('tls'),
            'connection' => $row->text('connection'),
            'connection_request' => $row->int('connection_request'),
            'headers' => (object) (array) Reader::decode($row->text('headers')),
            'body_bytes' => $row->int('body_bytes'),
            'body_md5' => $row->text('body_md5'),
            'took_ms' => $row->int('took_ms'),
        ];
    }
}
