--TEST--
The page that "aurpay-doctor probe" writes is found by --url, has a name that cannot be guessed and no secret, and answers 404 when its hour is over
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/doctor.inc';

$folder = sys_get_temp_dir() . '/aurpay-web-' . getmypid();
mkdir($folder);
$server = fault_server('--tls');
$server->default(['do' => 'answer', 'status' => 401, 'json' => ['code' => 401, 'result' => false, 'message' => 'refused']]);
$variables = variables($server) + ['AURPAY_API_KEY' => 'my-key', 'AURPAY_API_SECRET' => 'my-secret'];

$written = examine(['probe', $folder], $variables);
$page = glob("{$folder}/*")[0];
echo 'exit ', $written->status, ', ', preg_match('~^aurpay-probe-[0-9a-f]{32}\.php$~', basename($page)) === 1 ? 'a random name' : $page, ', ', substr(sprintf('%o', fileperms($page)), -3), "\n";
echo str_contains((string) file_get_contents($page), 'my-') ? "a secret is in the page\n" : '';
$with = examine(['probe', $folder], ['AURPAY_PROXY' => 'http://user:my-password@proxy.example:3128'] + $variables);
echo "a password: exit {$with->status}, {$with->errors}", 'pages: ', count(glob("{$folder}/*")), "\n";

$web = new WebServer($folder, true);
$url = "{$web->url}/" . basename($page);
$found = examine(['--json', '--url', $url, 'web', 'reuse'], $variables);
echo "at its URL: exit {$found->status}, {$found->summary()}\n";
$found = examine(['--json', '--url', "{$web->url}/aurpay-probe-0.php", 'web'], $variables);
echo "at another URL: exit {$found->status}, {$found->summary()}\n";
file_put_contents($page, preg_replace('~time\(\) > \d+~', 'time() > ' . (time() - 1), (string) file_get_contents($page)));
$found = examine(['--json', '--url', $url, 'web'], $variables);
echo "after its hour: exit {$found->status}, {$found->summary()}\n";
$web->stop();
unlink($page);
rmdir($folder);
$server->stop();
?>
--EXPECT--
exit 0, a random name, 644
a password: exit 3, aurpay-doctor: a password is not written to a page; leave the proxy out, or the user in base_uri
pages: 1
at its URL: exit 0, web: ok, reuse: ok
at another URL: exit 2, web: web-unreachable
after its hour: exit 2, web: web-unreachable
