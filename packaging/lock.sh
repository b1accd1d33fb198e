#!/bin/sh
# Pins every Python package we use, with the hashes of its files on the Python Package Index.
# The machine's own pip settings are left out, so that nothing local gets into the lock.
set -eu
cd "$(dirname "$0")/requirements"
unset PIP_INDEX_URL PIP_EXTRA_INDEX_URL PIP_FIND_LINKS PIP_NO_INDEX

compile() {
    PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND="make lock" ../../.venv/bin/pip-compile \
        --quiet --no-config --upgrade --allow-unsafe --generate-hashes --strip-extras \
        --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file "$@"
}

compile run.txt run.in gui.in build.in
compile test.txt test.in
