"""The other side of round_trip.phpt: makes decimals, and checks the returned ones with Python's decimal arithmetic."""

import json
import random
import sys
from decimal import Decimal, getcontext

getcontext().prec = 100
COUNT = 10_000


def make(seed: int) -> list[str]:
    """Positive decimals of up to 36 digits with up to 18 decimals, some with needless trailing zeros."""
    source = random.Random(seed)
    made = []
    while len(made) < COUNT:
        places = source.randint(0, 18)
        whole = source.randint(1, 36 - places)
        digits = [source.choice("123456789")] + [source.choice("0123456789") for _ in range(whole - 1)]
        text = "0" if source.random() < 0.2 else "".join(digits)
        if places:
            text += "." + "".join(source.choice("0123456789") for _ in range(places))
        if Decimal(text) > 0:
            made.append(text)
    return made


def check(made: list[str], name: str, came_back: list[str]) -> None:
    """Both the digits and the number must be the same."""
    wrong = [
        f"{sent} came back as {got}"
        for sent, got in zip(made, came_back)
        if sent != got or Decimal(sent) != Decimal(got)
    ]
    if len(came_back) != len(made):
        wrong.append(f"{len(came_back)} of {len(made)} came back")
    print(f"{name}: {len(came_back)} decimals, {len(wrong)} wrong", *wrong[:3], sep="\n  " if wrong else "")


def main() -> None:
    made = make(20261121)
    print(json.dumps(made), flush=True)
    for line in sys.stdin:
        answer = json.loads(line)
        # The body of each request, with its number read without a float.
        if answer["name"] == "sent":
            answer["values"] = [
                str(json.loads(body, parse_float=str, parse_int=str)["price"]) for body in answer["values"]
            ]
        check(made, answer["name"], answer["values"])


main()
