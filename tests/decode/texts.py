"""The other side of random.phpt: makes JSON texts, and what they must be decoded to, read by Python's json and decimal."""

import json
import random
from decimal import Decimal

COUNT = 20_000
MONEY = {"amount", "fee", "balance"}
MOST_DIGITS = 96
DEEPEST = 6
NUMBERS = """0 -0 1 -1 18 890220 9223372036854775807 9223372036854775808 -9223372036854775808 -9223372036854775809
    123456789012345678901234567890 0.0 -0.0 1.50 18.0098 1e5 1E5 1e+5 -12.5E-1 1e95 1e96 1e-95 1e-96 0e0 -0e0 1e400 1e-400
    0.000000000000000001 123456789012345678.123456789012345678 1e0000000000000005 4.9e-324""".split()
KEYS = r"""amount fee balance am\u006funt \u0066ee a Amount amounts amount\\ x\"amount am\u016funt amount\u0000 0 1 2 -1 00
    1.5 1e5 é""".split() + ["", "amount ", "k" * 70]
STRINGS = r"""a 1 1e5 1.5e-3 -1.50E+1 1.32E\u002B21 \u0030\u0045-8 01e5 +1e5 1e5a 1e e5 - 1e5\n 1.e5 -e5 1/2e5 1..5e5 18.0
    20240806000000000001 2024-08-06T07:19:26 \" \\ {\"amount\":1.5} ,1.5, é☕ 1e96 \/""".split() + ["", " 1e5"]
# Nothing here makes what Python's json takes and PHP's refuses, half a surrogate pair, or the other way round, `nuLL`.
BREAKS = '{}[]:,"\\019.e-+ ux\0'

source = random.Random(20261127)


class Number(str):
    """A number as it stands in the text."""


def blank() -> str:
    return source.choice(["", "", "", "", " ", "\n", "\t", "\r\n  "])


def number() -> str:
    if source.random() < 0.5:
        return source.choice(NUMBERS)
    digits = lambda: "".join(source.choice("0123456789") for _ in range(source.randint(1, 25)))
    text = source.choice(["", "-"]) + str(source.randint(0, 10 ** source.randint(1, 25)))
    text += source.choice(["", "." + digits()])
    return text + source.choice(["", source.choice("eE") + source.choice(["", "+", "-"]) + str(source.randint(0, 120))])


def value(depth: int) -> str:
    kind = source.random()
    if depth < DEEPEST and (depth == 0 or kind < 0.2):
        members = [f'{blank()}"{source.choice(KEYS)}"{blank()}:{value(depth + 1)}' for _ in range(source.randint(0, 5))]
        text = "{" + blank() + ",".join(members) + "}"
    elif depth < DEEPEST and kind < 0.4:
        text = "[" + ",".join(value(depth + 1) for _ in range(source.randint(0, 4))) + blank() + "]"
    elif kind < 0.65:
        text = f'"{source.choice(STRINGS)}"'
    else:
        text = number() if kind < 0.95 else source.choice(["null", "true", "false", "[]", "{}"])
    return blank() + text + blank()


def many() -> str:
    """An object of more keys than most have."""
    return "{" + ",".join(f'"{source.choice([*KEYS, f"k{i}", i])}":{number()}' for i in range(200)) + "}"


def broken(text: str) -> str:
    at = source.randrange(len(text))
    return text[:at] + source.choice(["", source.choice(BREAKS)]) + text[at + source.randint(0, 1) :]


def refuse(name: str) -> None:
    raise ValueError(name)


def written_out(text: str) -> str:
    """Money: a number with an exponent, which Python's json reads as one."""
    try:
        number = json.loads(text, parse_float=Number, parse_constant=refuse)
    except ValueError:
        return text
    if not isinstance(number, Number) or number != text or "e" not in text.lower():
        return text
    if abs(int(text.lower().partition("e")[2])) > 1000:
        return text
    plain = format(Decimal(text), "f")
    return plain if len(plain.replace("-", "").replace(".", "")) <= MOST_DIGITS else text


def exact(made: object, is_money: bool) -> object:
    if isinstance(made, dict):
        return {key: exact(member, key in MONEY) for key, member in made.items()}
    if isinstance(made, list):
        return [exact(element, is_money) for element in made]
    if isinstance(made, str) and is_money:
        return written_out(str(made))
    if not isinstance(made, Number):
        return made
    is_integer = made.lstrip("-").isdigit() and made != "-0"
    return int(made) if is_integer and -(2**63) <= int(made) < 2**63 else str(made)


def main() -> None:
    for i in range(COUNT):
        text = many() if i % 200 == 0 else value(0)
        if i % 4 == 1:
            text = broken(text)
        try:
            made = json.loads(text, parse_float=Number, parse_int=Number, parse_constant=refuse)
            # A text that is no object or list is no answer.
            expected = {"is": exact(made, False)} if isinstance(made, (dict, list)) else None
        except ValueError:
            expected = None
        print(json.dumps([text, expected]))


main()
