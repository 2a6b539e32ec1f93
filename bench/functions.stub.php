<?php

// For PHPStan: functions and constants of the bench's pages and of ./dev faults, which the PHP that PHPStan runs in lacks.

declare(strict_types=1);

/**
 * bench/bare_extension.c.
 *
 * @param non-empty-string $baseUri
 * @param non-empty-string $caFile
 * @param non-empty-string $token
 * @param non-empty-string $secret
 * @param array<string, mixed> $parameters
 */
function bare_call(string $baseUri, string $caFile, string $token, string $secret, array $parameters): string {}

/**
 * bench/bare_extension.c.
 *
 * @param non-empty-string $baseUri
 * @param non-empty-string $caFile
 * @param non-empty-string $token
 * @param non-empty-string $secret
 * @param array<string, mixed> $parameters
 */
function bare_json_call(string $baseUri, string $caFile, string $token, string $secret, array $parameters): mixed {}

/**
 * ext-curl, since PHP 8.5. The class has another name there, but PHPStan knows only this one for CURLOPT_SHARE.
 *
 * @param list<int> $share_options
 */
function curl_share_init_persistent(array $share_options): CurlShareHandle {}

// ext-curl, since PHP 8.4.
const CURLOPT_PREREQFUNCTION = 20312;
const CURL_PREREQFUNC_OK = 0;
const CURL_PREREQFUNC_ABORT = 1;
