<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

/** Every object of the extension, and the state of the process, in all ways that PHP can show them. */
final class Dumps
{
    private const CLASSES_WITHOUT_OBJECTS = ['Aurpay\EnayaPay\Ipin', 'Aurpay\AzPays\TransactionType'];

    public function run(): void
    {
        $answer = static fn (#[\SensitiveParameter] mixed ...$request): array => ['body' => '{"code":0,"result":true,"data":[]}'];
        $all = [];
        foreach (['api key', 'api secret', 'access token'] as $kind) {
            $values = new Values(['handler' => $answer, 'logger' => new Logger()], $kind);
            foreach ((new \ReflectionExtension('aurpay'))->getClasses() as $class) {
                foreach ($this->objects($class, $values) as $i => $object) {
                    Output::begin("{$class->getName()} {$i} with {$kind}");
                    $this->show($object);
                    $all[] = $object;
                }
            }
        }
        Output::begin('all objects');
        Shown::of($all);
        Output::begin('the process');
        Shown::process();
        Output::begin('sign()');
        $client = new \Aurpay\Client((new Values([], 'api secret'))->credentials());
        $signed = $client->sign('POST', '/x', '{}');
        // It answers the token that is sent, and never the secret.
        unset($signed['headers']['API-Token']);
        Shown::of($signed);
        Output::begin('the extension');
        echo new \ReflectionExtension('aurpay');
        (new \ReflectionExtension('aurpay'))->info();
    }

    /** @return iterable<object> */
    private function objects(\ReflectionClass $class, Values $values): iterable
    {
        if ($class->isEnum() || $class->isSubclassOf(\Throwable::class)) {
            return;
        }
        if ($class->getName() === 'Aurpay\Credentials') {
            yield $values->credentials();
        } elseif (!in_array($class->getName(), self::CLASSES_WITHOUT_OBJECTS, true)) {
            yield $object = $values->object($class->getName());
            if ($object instanceof \Aurpay\Client) {
                $object->request('POST', '/x?token=' . Markers::of('query'), ['password' => Markers::ofParameter('password')]);
                yield $object;
                yield $object->orders(...);
            }
            if ($object instanceof \Aurpay\Pages) {
                yield $object->getIterator();
            }
        }
    }

    private function show(object $object): void
    {
        Shown::of($object);
        foreach (['lastResponse', 'stats', '__debugInfo', '__serialize', '__sleep', '__toString'] as $name) {
            if (method_exists($object, $name)) {
                Shown::of($object->{$name}());
            }
        }
        try {
            Shown::of($object === clone $object);
        } catch (\Throwable $thrown) {
            Shown::of($thrown);
        }
    }
}
