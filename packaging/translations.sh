#!/bin/sh
# translations.sh: brings the translation files to what the sources say. What is new is marked
# "unfinished" there, to be filled in with Qt Linguist (pyside6-linguist) or a text editor.
# translations.sh FOLDER: the same with the files there.
set -eu
cd "$(dirname "$0")/.."
folder=${1:-vmgui/gui/translations}
[ $# != 0 ] || .venv/bin/python packaging/core_sentences.py
core=$(mktemp -d)/core.py
trap 'rm -r "${core%/*}"' EXIT
.venv/bin/python packaging/core_sentences.py --python >"$core"
for language in de en; do
    # English needs its plurals only.
    set -- -locations none -no-obsolete -source-language en -target-language $language
    [ $language != en ] || set -- "$@" -pluralonly
    # shellcheck disable=SC2046
    .venv/bin/pyside6-lupdate $(find vmgui/gui -name '*.py' | LC_ALL=C sort) "$core" "$@" \
        -ts $folder/vmgui_$language.ts
done
