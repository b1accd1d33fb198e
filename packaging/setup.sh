#!/bin/sh
# setup.sh run|test: makes ready what `make run` or `make test` needs and is missing.
# Nothing happens, quickly, where nothing is missing.
set -eu
cd "$(dirname "$0")/.."
PATH=$PATH:/usr/sbin:/sbin # where an ordinary user of Debian does not look

say() { echo "set-up: $*"; }
fail() { echo "set-up: $*" >&2; exit 1; }

. packaging/venv.sh
. packaging/system.sh

case ${1:-} in
run | test) ;;
*) fail "usage: packaging/setup.sh run|test" ;;
esac
install_system "$1"
install_venv "$1"
install_translations
