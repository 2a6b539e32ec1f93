--TEST--
AzPays: eachTransaction() ends with a server that answers unpaged, ignores the page number, or repeats its last page
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays\Client;

require __DIR__ . '/../support/recorder.php';

/** @param callable(int): array{string, string} $answer the list and its meta for the page that was asked for */
function walk(string $what, callable $answer, array $filter = []): void
{
    foreach ([['result', 'meta'], ['results', 'metas']] as [$list, $meta]) {
        $asked = [];
        $client = new Client('token', ['handler' => static function (string $method, string $target) use ($answer, $list, $meta, &$asked): array {
            preg_match('~[?&]page=(\d+)$~', $target, $match);
            $asked[] = (int) $match[1];
            if (count($asked) > 20) {
                throw new \LogicException('it does not end');
            }
            [$data, $place] = $answer((int) $match[1]);

            return ['body' => '{"succeed":true,"message":"ok","' . $list . '":' . $data . ',"' . $meta . '":' . $place . '}'];
        }]);
        $seen = [];
        try {
            foreach ($client->eachTransaction($filter) as $transaction) {
                $seen[] = $transaction['n'];
            }
            $seen[] = 'end';
        } catch (\Exception $exception) {
            $seen[] = $exception::class . ': ' . $exception->getMessage();
        }
        $outcome = implode(' ', $seen) . '; asked for ' . implode(' ', $asked);
        echo $list === 'result' ? "{$what}: {$outcome}\n" : ($outcome === $last ? '' : "DIFFERENT with the plural names: {$outcome}\n");
        $last = $outcome;
    }
}

$pages = [1 => '[{"n":1},{"n":2}]', '[{"n":3},{"n":4}]', '[{"n":5}]'];
$all = '[{"n":1},{"n":2},{"n":3},{"n":4},{"n":5}]';
walk('until an empty page', static fn (int $page) => [$pages[$page] ?? '[]', '{"current_page":' . $page . '}']);
walk('until null', static fn (int $page) => [$pages[$page] ?? 'null', '{"current_page":' . $page . '}']);
walk('until the last page', static fn (int $page) => [$pages[$page] ?? '[]', '{"current_page":' . $page . ',"last_page":3}']);
walk('unpaged', static fn (int $page) => [$all, '[]']);
walk('unpaged, without a meta', static fn (int $page) => [$all, 'null']);
walk('unpaged, and empty', static fn (int $page) => ['[]', '[]']);
walk('always page 1', static fn (int $page) => [$pages[1], '{"current_page":1}']);
walk('always page 1, as text', static fn (int $page) => [$pages[1], '{"current_page":"1"}']);
walk('always the whole list, with the number that was asked for', static fn (int $page) => [$all, '{"current_page":' . $page . '}']);
walk('no further than page 3', static fn (int $page) => [$pages[min($page, 3)], '{"current_page":' . min($page, 3) . '}']);
walk('no further than page 3, with the number', static fn (int $page) => [$pages[min($page, 3)], '{"current_page":' . $page . '}']);
walk('from page 3 on', static fn (int $page) => [$pages[$page] ?? '[]', '{"current_page":' . $page . '}'], ['page' => 3]);
walk('from page 9 on', static fn (int $page) => [$pages[min($page, 3)], '{"current_page":' . min($page, 3) . '}'], ['page' => 9]);
walk('always page 1 of 3', static fn (int $page) => [$pages[1], '{"current_page":1,"last_page":3}']);
walk('with the number null', static fn (int $page) => [$pages[$page] ?? '[]', '{"current_page":null,"last_page":3}']);
walk('always the same, of 3 pages', static fn (int $page) => [$pages[1], '{"last_page":3}']);
walk('an object for the list', static fn (int $page) => ['{"a":{"n":1}}', '{"current_page":1}']);
walk('one transaction for the list', static fn (int $page) => ['{"uuid":"t","n":1}', '[]']);
walk('text for the list', static fn (int $page) => ['"x"', '[]']);
?>
--EXPECT--
until an empty page: 1 2 3 4 5 end; asked for 1 2 3 4
until null: 1 2 3 4 5 end; asked for 1 2 3 4
until the last page: 1 2 3 4 5 end; asked for 1 2 3
unpaged: 1 2 3 4 5 end; asked for 1
unpaged, without a meta: 1 2 3 4 5 end; asked for 1
unpaged, and empty: end; asked for 1
always page 1: 1 2 end; asked for 1 2
always page 1, as text: 1 2 end; asked for 1 2
always the whole list, with the number that was asked for: 1 2 3 4 5 end; asked for 1 2
no further than page 3: 1 2 3 4 5 end; asked for 1 2 3 4
no further than page 3, with the number: 1 2 3 4 5 end; asked for 1 2 3 4
from page 3 on: 5 end; asked for 3 4
from page 9 on: Aurpay\ResponseException: The answer is page 3, not page 9; asked for 9
always page 1 of 3: 1 2 Aurpay\ResponseException: The answer for page 2 repeats the page before, but says that there are 3 pages; asked for 1 2
with the number null: 1 2 3 4 5 end; asked for 1 2 3
always the same, of 3 pages: 1 2 Aurpay\ResponseException: The answer for page 2 repeats the page before, but says that there are 3 pages; asked for 1 2
an object for the list: Aurpay\ResponseException: The answer is not a page: it has no list "data"; asked for 1
one transaction for the list: Aurpay\ResponseException: The answer is not a page: it has no list "data"; asked for 1
text for the list: Aurpay\ResponseException: GET /v1/transactions got an answer that is not the API's: an envelope whose data is neither an object nor a list (HTTP status 200); asked for 1
