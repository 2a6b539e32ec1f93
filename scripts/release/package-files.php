<?php

/*
 * Prints the files that a package.xml lists, sorted.
 *
 * usage: php scripts/release/package-files.php <package.xml
 */

declare(strict_types=1);

/** @return list<string> */
function files(SimpleXMLElement $folder, string $path): array
{
    $files = [];
    foreach ($folder->dir as $inner) {
        // The outermost folder is named "/".
        array_push($files, ...files($inner, $path . trim($inner['name'] . '/', '/') . '/'));
    }
    foreach ($folder->file as $file) {
        $files[] = ltrim($path . $file['name'], '/');
    }

    return $files;
}

$package = simplexml_load_string((string) stream_get_contents(STDIN));
if ($package === false) {
    exit(1);
}
$files = files($package->contents, '');
sort($files);
echo implode("\n", $files), "\n";
