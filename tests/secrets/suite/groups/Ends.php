<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

use Aurpay\Callback;
use Aurpay\Client;
use Aurpay\EnayaPay;

/**
 * Ends of a script: nobody catches the exception, the script exits, memory or time runs out, code runs after the end.
 * Each is a process of its own, whose name is in the environment. PHP shows and logs what it can.
 */
final class Ends
{
    /** The name of the scenario that this process is. */
    public const VARIABLE = 'AURPAY_SECRETS_END';

    public const LOGGER = 'the logger throws, ';
    public const PROXY = 'the proxy of the environment';

    /**
     * All scenarios, and what their output must have: a part of PHP's own message, so that it is known to have run.
     *
     * @return array<string, string>
     */
    public static function all(): array
    {
        $ends = [
            'refused' => 'Uncaught Aurpay\ApiException',
            'refused because of the key' => 'Uncaught Aurpay\AuthenticationException',
            'rate limited' => 'Uncaught Aurpay\RateLimitException',
            'nothing sent' => 'Uncaught Aurpay\TransportException',
            'unknown' => 'Next Aurpay\OutcomeUnknownException',
            'no answer of the API' => 'Uncaught Aurpay\ResponseException',
            'callback' => 'Uncaught Aurpay\CallbackException',
            'payment' => 'Uncaught Aurpay\PaymentException',
            'a wrong key' => 'Uncaught ValueError: Aurpay\Credentials::apiKey()',
            'a wrong option' => 'Uncaught ValueError: Aurpay\Client::__construct()',
            'a wrong type' => 'Uncaught TypeError: Aurpay\Client::login()',
            'a wrong parameter' => 'Uncaught ValueError: Aurpay\EnayaPay\Client::balance()',
            'a wrong callback' => 'Uncaught TypeError: Aurpay\Callback::verify()',
            'a wrong public key' => 'Uncaught ValueError: Aurpay\EnayaPay\Ipin::encrypt()',
            'the handler throws' => 'Uncaught DomainException: from the handler',
            'the handler calls what is not there' => 'Call to undefined function',
            'an exception handler shows it' => 'shown by the exception handler',
            'a destructor makes a call' => 'from the destructor',
            'a shutdown function makes a call' => 'from the shutdown function',
            'a session is written' => 'from the session',
            'output is written' => 'from the output callback',
            'exit in the handler' => 'leaving',
            'exit in the logger' => 'leaving',
            'memory in the handler' => 'Allowed memory size',
            'memory in the logger' => 'Allowed memory size',
            'memory for the answer' => 'Allowed memory size',
            'memory for what is shown' => 'Allowed memory size',
            'time in the handler' => 'Maximum execution time',
            'a code that does not compile' => 'Cannot declare class',
            'a fiber is never resumed' => 'suspended',
            self::PROXY => 'is not used: set the option proxy',
        ];
        foreach (array_keys(Answers::notations('0123456789')) as $notation) {
            $ends[self::LOGGER . $notation] = 'the option logger threw';
        }

        return $ends;
    }

    public function run(): void
    {
        $name = (string) getenv(self::VARIABLE);
        Output::begin($name);
        if (str_starts_with($name, self::LOGGER)) {
            $this->loggerThrows(substr($name, strlen(self::LOGGER)));

            return;
        }
        match ($name) {
            'refused' => $this->withdraw(['body' => $this->repeated('"code":5,"result":false')]),
            'refused because of the key' => $this->withdraw(['body' => $this->repeated('"code":401,"result":false'), 'status' => 401]),
            'rate limited' => $this->withdraw(['body' => $this->repeated('"code":429,"result":false'), 'status' => 429]),
            'nothing sent' => $this->withdraw(['fault' => \Aurpay\TransportReason::Connection]),
            'unknown' => $this->withdraw(['fault' => \Aurpay\TransportReason::Lost, 'sent' => true]),
            'no answer of the API' => $this->client(['body' => '<html>' . Markers::of('api secret')])->orders()->list(),
            'callback' => $this->callback()->verify('https://shop.example/', ['Callback-Token' => Markers::of('callback token'), 'Date' => 'x', 'Signature' => 'x'], Markers::of('body')),
            'payment' => $this->client(['body' => '{"code":0,"result":true,"data":{"order_id":"4711","status":' . json_encode(Markers::of('api secret')) . '}}'])->orders()->confirm('4711', '10', 'USD'),
            'a wrong key' => \Aurpay\Credentials::apiKey(Markers::of('api key') . "\n"),
            'a wrong option' => new Client(Markers::of('api key'), ['proxy' => 'socks5://user:' . rawurlencode(Markers::of('proxy password')) . '@127.0.0.1']),
            'a wrong type' => Client::login('user', [Markers::of('positional password')]),
            'a wrong parameter' => $this->enayaPay()->balance(Markers::of('user token'), ['pan' => Markers::ofParameter('pan'), 'ipn' => Markers::ofParameter('ipin')]),
            'a wrong callback' => $this->callback()->verify('https://shop.example/', Markers::of('callback token')),
            'a wrong public key' => EnayaPay\Ipin::encrypt(Markers::of('public key'), 'uuid', Markers::of('positional ipin')),
            'the handler throws' => $this->withdrawWith(static fn (#[\SensitiveParameter] mixed ...$request): array => throw new \DomainException('from the handler')),
            'the handler calls what is not there' => $this->withdrawWith(static fn (#[\SensitiveParameter] mixed ...$request): array => \nowhere()),
            'an exception handler shows it' => $this->exceptionHandler(),
            'a destructor makes a call' => $this->destructor(),
            'a shutdown function makes a call' => register_shutdown_function(function (): void {
                echo "from the shutdown function\n";
                $this->withdraw(['body' => $this->repeated('"code":5,"result":false')]);
            }),
            'a session is written' => $this->session(),
            'output is written' => ob_start(function (string $output): string {
                $this->try(['body' => $this->repeated('"code":5,"result":false')]);

                return $output . "from the output callback\n";
            }),
            'exit in the handler' => $this->withdrawWith(static fn (#[\SensitiveParameter] mixed ...$request): array => exit('leaving')),
            'exit in the logger' => $this->client(['body' => '{}'], ['logger' => self::logger(static fn () => exit('leaving'))])->orders()->refund('1'),
            'memory in the handler' => $this->withdrawWith(static fn (#[\SensitiveParameter] mixed ...$request): array => [str_repeat('x', 1 << 30)]),
            'memory in the logger' => $this->client(['body' => '{}'], ['logger' => self::logger(static fn () => str_repeat('x', 1 << 30))])->orders()->refund('1'),
            'memory for the answer' => $this->memory(static fn (): string => '[' . str_repeat('[1],', 700_000) . '1]'),
            'memory for what is shown' => $this->memory(static fn (): string => '{"code":5,"result":false,"data":[' . str_repeat('["' . trim((string) json_encode(Markers::ofParameter('verify_code')), '"') . '"],', 20_000) . '1]}'),
            'time in the handler' => $this->withdrawWith(static function (#[\SensitiveParameter] mixed ...$request): array {
                set_time_limit(1);
                for (;;);
            }),
            'a code that does not compile' => $this->withdrawWith(static fn (#[\SensitiveParameter] mixed ...$request): array
                => eval('class Twice {} class Twice {}')),
            'a fiber is never resumed' => $this->fiber(),
            self::PROXY => (new Client(Markers::of('api key'), ['base_uri' => 'https://nowhere.invalid', 'retries' => 0]))->orders()->refund('1'),
            default => throw new \LogicException("there is no end '{$name}'"),
        };
    }

    private function client(#[\SensitiveParameter] array $answer, array $options = []): Client
    {
        $handler = static fn (#[\SensitiveParameter] mixed ...$request): array => $answer;

        return new Client((new Values([], 'api secret'))->credentials(), $options + ['handler' => $handler, 'retries' => 0]);
    }

    private function enayaPay(): EnayaPay\Client
    {
        return new EnayaPay\Client(Markers::of('api key'));
    }

    private function callback(): Callback
    {
        return new Callback(Markers::of('callback token'), Markers::of('callback secret'));
    }

    private function withdraw(#[\SensitiveParameter] array $answer): void
    {
        $this->withdrawWith(static fn (#[\SensitiveParameter] mixed ...$request): array => $answer);
    }

    private function withdrawWith(callable $handler): void
    {
        (new Client((new Values([], 'api secret'))->credentials(), ['handler' => $handler]))->wallet()->withdraw([
            'chain' => 'TRON', 'currency' => 'USDT', 'amount' => '1', 'verify_code' => Markers::ofParameter('verify_code'),
        ]);
    }

    private function try(#[\SensitiveParameter] array $answer): void
    {
        try {
            $this->withdraw($answer);
        } catch (\Aurpay\AurpayException) {
        }
    }

    /** An envelope with secrets of the call. */
    private function repeated(string $members): string
    {
        $secrets = Markers::of('api secret') . ' ' . Markers::of('api token') . ' ' . Markers::ofParameter('verify_code');

        return "{{$members},\"message\":" . json_encode($secrets) . ',"data":[' . json_encode($secrets) . ']}';
    }

    private function exceptionHandler(): void
    {
        set_exception_handler(static function (\Throwable $thrown): void {
            echo "shown by the exception handler\n";
            Shown::of($thrown);
            Shown::stack();
            Shown::process();
        });
        // The stack shows the variables of a closure.
        $this->withdrawWith(fn (#[\SensitiveParameter] mixed ...$request): array => ['body' => $this->repeated('"code":5,"result":false')]);
    }

    private function destructor(): void
    {
        $GLOBALS['late'] = new class (fn () => $this->withdraw(['body' => $this->repeated('"code":5,"result":false')])) {
            public function __construct(private readonly \Closure $call) {}

            public function __destruct()
            {
                echo "from the destructor\n";
                ($this->call)();
            }
        };
    }

    private function session(): void
    {
        session_set_save_handler(new class (fn () => $this->withdraw(['body' => $this->repeated('"code":5,"result":false')])) extends \SessionHandler {
            public function __construct(private readonly \Closure $call) {}

            public function open(string $path, string $name): bool
            {
                return true;
            }

            public function read(string $id): string
            {
                return '';
            }

            public function write(string $id, string $data): bool
            {
                echo "from the session\n";
                ($this->call)();

                return true;
            }

            public function close(): bool
            {
                return true;
            }
        }, false);
        ini_set('session.use_cookies', '0');
        session_cache_limiter('');
        session_start();
        $_SESSION['x'] = 1;
    }

    /** @param \Closure(): string $body */
    private function memory(\Closure $body): void
    {
        $answer = ['body' => $body()];
        ini_set('memory_limit', (string) (memory_get_usage() + 4_000_000));
        $this->withdraw($answer);
    }

    private function fiber(): void
    {
        $fiber = new \Fiber(fn () => $this->withdrawWith(static function (#[\SensitiveParameter] mixed ...$request): array {
            \Fiber::suspend();

            return [];
        }));
        $fiber->start();
        echo "suspended\n";
        print_r($fiber);
        print_r((new \ReflectionFiber($fiber))->getTrace());
    }

    private static function logger(\Closure $log): object
    {
        return new class ($log) {
            public function __construct(private readonly \Closure $log) {}

            public function log(mixed ...$line): void
            {
                ($this->log)();
            }
        };
    }

    /** PHP's log gets a line with what the logger's exception says. */
    private function loggerThrows(string $notation): void
    {
        $code = Markers::ofParameter('verify_code');
        $handler = static fn (#[\SensitiveParameter] mixed ...$request): array => ['body' => '{"code":5,"result":false}'];
        $client = new Client((new Values([], 'api secret'))->credentials(), [
            'handler' => $handler,
            'logger' => self::logger(static fn () => throw new \RuntimeException(Answers::notations($code)[$notation])),
        ]);
        Output::attempt(static fn (): mixed => $client->wallet()->withdraw([
            'chain' => 'TRON', 'currency' => 'USDT', 'amount' => '1', 'verify_code' => Markers::ofParameter('verify_code'),
        ]));
    }
}
