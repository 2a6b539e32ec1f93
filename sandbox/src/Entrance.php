<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Response;
use Aurpay\Sandbox\World\Worlds;

/**
 * Finds the world that a request is for: that of a merchant, or the sandbox's own.
 */
final class Entrance
{
    public static function answer(Config $config, Request $request): Response
    {
        $name = Worlds::nameIn($request->path);
        if ($name === null) {
            return (new Application(new Services($config)))->handle($request);
        }
        $services = (new Worlds($config))->open($name);
        if ($services === null) {
            return self::unknown($name);
        }
        $request = $request->below($services->config->prefix);

        return $request->path === ''
            // The cashier's page needs the slash for its relative URLs.
            ? new Response(308, '', ['Location' => $services->config->prefix . '/'])
            : (new Application($services))->handle($request);
    }

    private static function unknown(string $name): Response
    {
        $message = sprintf(
            'This sandbox has no merchant %s. POST /_sandbox/merchants makes one.',
            Worlds::isName($name) ? $name : 'of this name',
        );

        return Response::json(['result' => false, 'code' => 404, 'message' => $message, 'error' => $message], 404, 404);
    }
}
