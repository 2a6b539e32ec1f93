--TEST--
The exception classes: all extend AurpayException, which is a RuntimeException; the leaf classes are final
--FILE--
<?php

namespace Aurpay;

foreach ([
    AurpayException::class, ApiException::class, AuthenticationException::class, RateLimitException::class, TransportException::class,
    OutcomeUnknownException::class, ResponseException::class, CallbackException::class, PaymentException::class,
] as $class) {
    $reflection = new \ReflectionClass($class);
    echo implode(' ', \Reflection::getModifierNames($reflection->getModifiers())), ' ', $class, ' < ', $reflection->getParentClass()->getName(), ':';
    foreach ($reflection->getProperties(\ReflectionProperty::IS_PUBLIC) as $property) {
        if ($property->getDeclaringClass()->getName() === $class) {
            echo ' ', $property->isReadOnly() ? 'readonly ' : '', $property->getType(), ' $', $property->getName();
        }
    }
    echo "\n";
}
?>
--EXPECT--
abstract Aurpay\AurpayException < RuntimeException: readonly int $httpStatus readonly ?string $traceId readonly ?array $response
 Aurpay\ApiException < Aurpay\AurpayException:
final Aurpay\AuthenticationException < Aurpay\ApiException: readonly ?int $clockDifference
final Aurpay\RateLimitException < Aurpay\ApiException: readonly ?int $retryAfter
final Aurpay\TransportException < Aurpay\AurpayException: readonly Aurpay\TransportReason $reason
final Aurpay\OutcomeUnknownException < Aurpay\AurpayException:
final Aurpay\ResponseException < Aurpay\AurpayException:
final Aurpay\CallbackException < Aurpay\AurpayException: readonly Aurpay\CallbackReason $reason readonly ?array $body
final Aurpay\PaymentException < Aurpay\AurpayException: readonly Aurpay\PaymentReason $reason readonly array $detail
