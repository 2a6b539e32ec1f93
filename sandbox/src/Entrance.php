<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

use Aurpay\Sandbox\Control\ControlApi;
use Aurpay\Sandbox\Control\EventStream;
use Aurpay\Sandbox\Control\Wait;
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
        try {
            return self::answerIn($config, $request);
        } catch (\Throwable $failure) {
            return self::failed($config, $request, $failure);
        }
    }

    private static function answerIn(Config $config, Request $request): Response
    {
        $services = self::world($config, $request);
        if ($services instanceof Response) {
            return $services;
        }
        $request = $request->below($services->config->prefix);

        return $request->path === ''
            // The cashier's page needs the slash for its relative URLs.
            ? new Response(308, '', [
                'Location' => $services->config->prefix . '/' . ($request->queryString === '' ? '' : "?{$request->queryString}"),
            ])
            : (new Application($services))->handle($request);
    }

    /** The answer to a control request, or what it waits for. */
    public static function control(Config $config, Request $request): Response|Wait|EventStream
    {
        try {
            $services = self::world($config, $request);

            return $services instanceof Response
                ? $services
                : (new ControlApi($services))->call($request->below($services->config->prefix));
        } catch (\Throwable $failure) {
            return self::failed($config, $request, $failure);
        }
    }

    /** An answer in words: the merchant was removed meanwhile, the database cannot be used, or the sandbox has a bug. */
    private static function failed(Config $config, Request $request, \Throwable $failure): Response
    {
        $name = Worlds::nameIn($request->path);
        if ($name !== null && !(new Worlds($config))->has($name)) {
            return self::unknown($name);
        }
        error_log((string) $failure);
        $message = $failure instanceof \PDOException
            ? 'The sandbox cannot use its database: ' . $failure->getMessage()
            : 'Error in the sandbox';

        return self::refusal($message, 500);
    }

    private static function world(Config $config, Request $request): Services|Response
    {
        $name = Worlds::nameIn($request->path);

        return $name === null
            ? new Services($config)
            : (new Worlds($config))->open($name) ?? self::unknown($name);
    }

    private static function unknown(string $name): Response
    {
        $message = sprintf(
            'This sandbox has no merchant %s. POST /_sandbox/merchants makes one.',
            Worlds::isName($name) ? $name : 'of this name',
        );

        return self::refusal($message, 404);
    }

    /** With the members of both: an API's refusal, and that of a control endpoint. */
    private static function refusal(string $message, int $status): Response
    {
        $envelope = ['result' => false, 'code' => $status, 'message' => $message, 'error' => $message];

        return Response::json($envelope, $status, $status);
    }
}
