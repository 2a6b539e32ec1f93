<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Http;

use Aurpay\Laravel\Callbacks;
use Illuminate\Http\Request;
use Illuminate\Http\Response;

/** The route of the gateway's callbacks. */
final class CallbackController
{
    /** They prove who sends, and debug pages print headers. */
    private const SECRET_HEADERS = ['Api-Key', 'Callback-Token', 'Signature'];

    public function __construct(private readonly Callbacks $callbacks) {}

    public function __invoke(Request $request, #[\SensitiveParameter] string $token): Response
    {
        $headers = $request->headers->all();
        $body = $request->isMethod('POST') ? $request->getContent() : null;
        self::forgetSecrets($request);
        $status = $this->callbacks->take($token, $headers, $body);
        $response = new Response($status === 200 ? 'OK' : 'Not accepted', $status, [
            'Content-Type' => 'text/plain; charset=utf-8',
            'Cache-Control' => 'no-store',
        ]);
        if ($status === 503) {
            $response->headers->set('Retry-After', '5');
        }

        return $response;
    }

    private static function forgetSecrets(Request $request): void
    {
        foreach (self::SECRET_HEADERS as $name) {
            $key = 'HTTP_' . strtoupper(strtr($name, '-', '_'));
            $request->headers->remove($name);
            $request->server->remove($key);
            unset($_SERVER[$key]);
        }
    }
}
