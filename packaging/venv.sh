# shellcheck shell=sh
# The virtual environment .venv. Sourced by setup.sh; needs say and fail.

# Prints a Python that will do: 3.11 or newer, able to make virtual environments. $PYTHON comes
# first, then what the PATH has, then the system's own.
find_python() {
    for python in ${PYTHON:-} python3 /usr/bin/python3; do
        if "$python" -c 'import ensurepip, sys, venv
ensurepip.version()
sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$python"
            return
        fi
    done
    false
}

# Prints everything that decides what is in .venv for purpose $1. A copy of it is kept inside as
# the sign that all of it was installed.
venv_inputs() {
    pwd
    .venv/bin/python --version
    cat packaging/venv.sh pyproject.toml plugins/*/pyproject.toml plugins/*/setup.py plugins/*/*/*.c
    # With a compiler, AES-XTS is built to be fast.
    command -v cc || echo "no compiler"
    cat packaging/requirements/*.in packaging/requirements/run.txt
    if [ "$1" = test ]; then cat packaging/requirements/test.txt; fi
}

venv_ready() {
    [ -e ".venv/.ready-$1" ] && venv_inputs "$1" 2>/dev/null | cmp -s - ".venv/.ready-$1"
}

install_venv() {
    if venv_ready "$1"; then return; fi
    python=$(find_python) || fail "No Python 3.11 or newer with venv was found.
Install one, or name it: make $1 PYTHON=/path/to/python3"
    # One that works is kept: installing into it again brings it to the pinned versions.
    .venv/bin/python -c 'import pip' 2>/dev/null || {
        say "Making the virtual environment .venv with $python"
        "$python" -m venv --clear .venv || fail "The virtual environment could not be made."
    }
    say "Installing pinned Python packages into .venv"
    set -- "$1" -r packaging/requirements/run.txt
    if [ "$1" = test ]; then set -- "$@" -r packaging/requirements/test.txt; fi
    purpose=$1
    shift
    pip="env PIP_DISABLE_PIP_VERSION_CHECK=1 .venv/bin/python -m pip install --quiet --no-input"
    # Wheels only: building a source package would fetch build tools that nobody pinned.
    $pip --require-hashes --only-binary :all: "$@" ||
        fail "Python packages could not be installed; pip's own words are above."
    set -- --editable .
    for project in plugins/*/; do set -- "$@" --editable "${project%/}"; done
    # What an earlier installation left beside the sources would be found before the new one.
    rm -rf ./*.egg-info plugins/*/*.egg-info
    $pip --no-deps --no-build-isolation "$@" ||
        fail "vmgui itself could not be installed into .venv; pip's own words are above."
    venv_inputs "$purpose" >".venv/.ready-$purpose"
    # The tests' environment holds all that running needs.
    [ "$purpose" = run ] || venv_inputs run >.venv/.ready-run
}

# Translates the translation files into the form that Qt reads, where they changed.
install_translations() {
    for source in vmgui/gui/translations/*.ts; do
        [ "${source%.ts}.qm" -nt "$source" ] || .venv/bin/pyside6-lrelease -silent "$source" ||
            fail "The translation $source could not be compiled; its words are above."
    done
}
