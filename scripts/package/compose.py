"""Checks a compose file, for sandbox-image.sh.

usage: python3 compose.py FILE [SERVICE entrypoint|command|environment]

Fails on a key that it does not know, and on a service, volume, file or port that does not fit. With a service, prints
the words or the variables, one a line.
"""

import pathlib
import re
import sys

import yaml

SERVICE_KEYS = {
    "build": str,
    "command": list,
    "depends_on": dict,
    "entrypoint": list,
    "environment": dict,
    "healthcheck": dict,
    "image": str,
    "init": bool,
    "ports": list,
    "volumes": list,
}


def fail(message):
    sys.exit(f"{sys.argv[1]}: {message}")


class Strict(yaml.SafeLoader):
    """YAML allows a key twice, and takes the last one. Compose refuses it."""

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                fail(f"the key {key} is there twice")
        return super().construct_mapping(node, deep)


def check_volumes(name, volumes, declared, folder):
    for volume in volumes:
        match = re.fullmatch(r"([^:]+):(/[^:]+)(:ro)?", volume)
        if not match:
            fail(f"{name}: volume {volume}")
        source = match[1]
        if source.startswith("."):
            if not (folder / source).exists():
                fail(f"{name}: there is no {source}")
        elif source not in declared:
            fail(f"{name}: volume {source} is not declared")


def check_service(name, service, services, declared, folder):
    for key, value in service.items():
        if not isinstance(value, SERVICE_KEYS.get(key, ())):
            fail(f"{name}: {key} is not known, or of the wrong type")
    if "build" in service and not (folder / service["build"] / "Dockerfile").is_file():
        fail(f"{name}: there is no {service['build']}/Dockerfile")
    if "build" not in service and not any("build" in s and s.get("image") == service.get("image") for s in services.values()):
        fail(f"{name}: no service builds its image")
    check_volumes(name, service.get("volumes", []), declared, folder)
    for port in service.get("ports", []):
        if not re.fullmatch(r"127\.0\.0\.1:\d+:\d+", port):
            fail(f"{name}: port {port} is not published on loopback alone")
    for other, how in service.get("depends_on", {}).items():
        if other not in services or how != {"condition": "service_healthy"}:
            fail(f"{name}: depends_on {other}")
    if service.get("healthcheck", {"disable": True}) != {"disable": True}:
        fail(f"{name}: the health check of the sandbox is in its Dockerfile")
    for word in service.get("entrypoint", []) + service.get("command", []):
        if not isinstance(word, str):
            fail(f"{name}: {word} is not a string")
        option = re.fullmatch(r"--(?:name|allow-callback)=(.*)", word)
        if option and option[1] not in services:
            fail(f"{name}: {word} is not a service")
    for key, value in service.get("environment", {}).items():
        if not isinstance(value, str):
            fail(f"{name}: {key} must be a string")


def main():
    path = pathlib.Path(sys.argv[1])
    compose = yaml.load(path.read_text(), Strict)
    if set(compose) != {"services", "volumes"}:
        fail("expected services and volumes")
    services, declared = compose["services"], compose["volumes"]
    for name, service in services.items():
        check_service(name, service, services, declared, path.parent)
    if len(sys.argv) > 2:
        value = services[sys.argv[2]].get(sys.argv[3], [])
        lines = [f"{k}={v}" for k, v in value.items()] if isinstance(value, dict) else value
        print("".join(f"{line}\n" for line in lines), end="")


main()
