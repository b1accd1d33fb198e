# shellcheck shell=sh
# The system's packages. Sourced by setup.sh; needs say, fail and find_python.
#
# What is there is seen by looking for the thing itself, not by asking the package manager: so it
# works on every system, and with a QEMU that somebody built by hand.

# Prints the column of packaging/system/*.txt that names packages here: debian, fedora, arch, brew
# or other.
package_system() {
    if [ "$(uname)" = Darwin ]; then echo brew
    elif command -v apt-get >/dev/null; then echo debian
    elif command -v dnf >/dev/null; then echo fedora
    elif command -v pacman >/dev/null; then echo arch
    else echo other
    fi
}

# Whether the thing named by a check is there.
present() {
    what=${1#*:}
    case $1 in
    command:*) command -v "$what" >/dev/null ;;
    library:*) case $libraries in *"	$what "*) ;; *) false ;; esac ;;
    python) find_python >/dev/null ;;
    file:*)
        for pattern in $(set -f; IFS=,; printf '%s ' $what); do
            [ -r "$pattern" ] && return 0
        done
        false ;;
    *) fail "packaging/system: unknown check $1" ;;
    esac
}

# Prints "check package" for each thing that the lists of purpose $1 (run or test) name and that is
# missing.
missing_things() {
    system=$(package_system)
    libraries=$(ldconfig -p 2>/dev/null || true)
    lists=packaging/system/run.txt
    [ "$1" = test ] && lists="$lists packaging/system/test.txt"
    # shellcheck disable=SC2086
    cat $lists | while read -r check debian fedora arch brew _; do
        case $check in "" | "#"*) continue ;; esac
        case $system in
        fedora) package=$fedora ;;
        arch) package=$arch ;;
        brew) package=$brew ;;
        *) package=$debian ;;
        esac
        if [ "$package" != - ] && ! present "$check"; then
            echo "$check $package"
        fi
    done
}

# Sees to it that everything for purpose $1 is there, or ends with what the person has to do.
install_system() {
    missing=$(missing_things "$1")
    [ -n "$missing" ] || return 0
    packages=$(echo "$missing" | cut -d' ' -f2 | sort -u | tr '\n' ' ')
    packages=${packages% }
    case $(package_system) in
    debian) install_debian "$1" "$packages" ;;
    fedora) advise "$1" "sudo dnf install $packages" ;;
    arch) advise "$1" "sudo pacman -S --needed $packages" ;;
    brew) advise "$1" "brew install $packages" ;;
    *) fail "These are missing here:
$(echo "$missing" | cut -d' ' -f1 | sed 's/^/  /')
Install them with your system's package manager, then run \"make $1\" again. Debian has them in
these packages, other systems use much the same names:
  $packages" ;;
    esac
    missing=$(missing_things "$1")
    [ -z "$missing" ] || fail "Still missing after the installation:
$(echo "$missing" | sed 's/\([^ ]*\) \(.*\)/  \1 (from the package \2)/')
Please install it by hand, then run \"make $1\" again."
}

advise() {
    fail "Some of what \"make $1\" needs is not installed. Install it, then run \"make $1\" again:
  $2"
}

install_debian() {
    packages=$(echo "$2" | sed "s/@/$(dpkg --print-architecture)/g")
    install="apt-get install --no-install-recommends $packages"
    if [ "$(id -u)" = 0 ]; then as_root=""
    elif ! command -v sudo >/dev/null; then
        fail "Some packages are missing, and installing them takes root's rights. Become root and run
  apt-get update && $install
then run \"make $1\" again."
    elif sudo -n true 2>/dev/null || [ -t 0 ]; then as_root=sudo
    else
        fail "Some packages are missing, and sudo wants a password but there is no terminal to ask for
it on. Run
  sudo apt-get update && sudo $install
then run \"make $1\" again."
    fi
    say "Installing with ${as_root:+$as_root }apt-get: $packages"
    # Installations may run at the same time on one machine: wait for each other.
    set -- -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0
    # shellcheck disable=SC2086
    $as_root apt-get update "$@" &&
        $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install "$@" --no-install-recommends $packages </dev/null ||
        fail "apt-get failed; its own words are above."
}
