@extends('layout')

@section('title', 'Products')

@section('content')
    @foreach ($products as $product => $price)
        <form method="post" action="{{ route('orders.store') }}">
            @csrf
            <button name="product" value="{{ $product }}">Buy {{ $product }} for {{ $price }} USD</button>
        </form>
    @endforeach
@endsection
