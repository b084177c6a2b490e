#!/bin/sh
# Resolve the dependencies of pyproject.toml anew and lock them by hash; no index address is kept.
set -eu
cd "$(dirname "$0")/.."
uv() { "${UV:-.venv/bin/uv}" "$@"; }
compile() {
    uv pip compile -q pyproject.toml requirements/build.in --generate-hashes --no-emit-index-url \
        --no-header --no-annotate --universal --python-version 3.11 "$@"
}
compile --extra dev -o requirements/dev.txt
compile --extra viz -c requirements/dev.txt -o requirements/runtime.txt
compile --extra schedule -c requirements/dev.txt -o requirements/service.txt
