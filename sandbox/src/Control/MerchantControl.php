<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Control;

use Aurpay\Sandbox\ConnectionDetails;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Services;
use Aurpay\Sandbox\World\Worlds;

/**
 * Merchants for tests that run side by side, each with a world of its own.
 */
final readonly class MerchantControl
{
    public function __construct(private Services $services) {}

    /**
     * GET /_sandbox/merchants
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function list(Request $request, array $arguments): array
    {
        return ['merchants' => array_map(fn (string $name): array => [
            'name' => $name,
            'base_uri' => $this->services->config->inWorld($name)->baseUri,
        ], $this->worlds()->names())];
    }

    /**
     * POST /_sandbox/merchants {"name": "…"}
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function create(Request $request, array $arguments): array
    {
        $input = $request->json();
        $input->allowOnly(['name']);
        $world = $this->worlds()->create($input->has('name') ? $input->requiredText('name') : '');

        return self::describe($world);
    }

    /**
     * GET /_sandbox/merchants/{name}
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function show(Request $request, array $arguments): array
    {
        $name = $arguments['name'] ?? '';

        return self::describe($this->worlds()->open($name) ?? throw new Missing("No merchant $name"));
    }

    /**
     * DELETE /_sandbox/merchants/{name}
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function remove(Request $request, array $arguments): array
    {
        $name = $arguments['name'] ?? '';

        return $this->worlds()->remove($name) ? ['deleted' => $name] : throw new Missing("No merchant $name");
    }

    /** A merchant's world has no merchants of its own. */
    private function worlds(): Worlds
    {
        $config = $this->services->config;

        return $config->prefix === ''
            ? new Worlds($config)
            : throw new Missing('Merchants are made at /_sandbox/merchants, without a prefix');
    }

    /**
     * @return array<string, mixed>
     */
    private static function describe(Services $world): array
    {
        $prefix = $world->config->prefix;

        return ['name' => substr($prefix, strlen(Worlds::PREFIX)), ...ConnectionDetails::of($world)];
    }
}
