#!/usr/bin/env bash
# Runs what CI runs: all tests and checks.
#
# usage: ./dev ci

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"

help_if_asked "${1:-}"
[[ $# -eq 0 ]] || bad_usage "unknown argument '$1'"
exec bash "$root/.ci/run"
