<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

use Aurpay\Sandbox\Http\Response;

/**
 * The OpenAPI description of the API, with this sandbox as its server.
 */
final class ApiDescription
{
    public const PATH = '/openapi.json';

    public static function serve(string $baseUri): Response
    {
        $file = dirname(__DIR__) . '/openapi/aurpay.json';
        $document = json_decode((string) file_get_contents($file), flags: JSON_THROW_ON_ERROR);
        if (!$document instanceof \stdClass) {
            throw new \LogicException("$file is not an object");
        }
        $document->servers = [['url' => $baseUri, 'description' => 'This sandbox']];
        $flags = JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION;

        return new Response(200, json_encode($document, $flags), [
            'Content-Type' => 'application/json',
            'Cache-Control' => 'no-store',
        ]);
    }
}
