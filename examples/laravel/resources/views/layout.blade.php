<!DOCTYPE html>
<html lang="en">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>@yield('title')</title>
    <style>
        body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
        code { overflow-wrap: anywhere; }
        table { border-collapse: collapse; width: 100%; }
        th, td { padding: .4rem; border-bottom: 1px solid #ccc; text-align: left; vertical-align: top; }
        .error { color: #a00000; }
    </style>
</head>
<body>
    <main>
        <h1>@yield('title')</h1>
        @foreach ($errors->all() as $error)
            <p class="error" role="alert">{{ $error }}</p>
        @endforeach
        @yield('content')
    </main>
</body>
</html>
