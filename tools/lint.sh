#!/usr/bin/env bash
# Checks QML: types (with the Python-defined ones known), unused imports, format. Files to check as arguments; none: all.
#   --fix  formats instead of complaining
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
[ -d .venv/bin ] && export PATH="$root/.venv/bin:$PATH"

fix=
if [ "${1:-}" = --fix ]; then
    fix=1
    shift
fi
# Absolute paths only: with relative ones qmllint takes singletons for plain types.
if [ $# -gt 0 ]; then
    files=()
    for file in "$@"; do files+=("$(realpath "$file")"); done
else
    mapfile -d '' files < <(find "$root/qml" -name '*.qml' -print0 | sort -z)
fi
[ ${#files[@]} -gt 0 ] || { echo "lint.sh: no QML files" >&2; exit 1; }

python tools/qmltypes.py
# The modules generated from design tokens are imported like the others.
generated=$(python -c 'from ui.theme import ensure_theme; print(ensure_theme())')

status=0
# qmllint exits 0 with findings unless told that no warning is too few.
pyside6-qmllint --ignore-settings -W 0 --unused-imports warning \
    -I "$root/build/qmltypes" -I "$generated" -I "$root/qml" "${files[@]}" || status=1

# Qt 6.12 formats otherwise than 6.11, and both are in use (6.11 on Python 3.11): the sources keep to 6.11.
version=$(python -c 'import PySide6; print(PySide6.__version__)')
case $version in
6.11.*) ;;
*)
    echo "lint.sh: QML format is not checked with PySide6 $version, only with 6.11" >&2
    exit $status
    ;;
esac
for file in "${files[@]}"; do
    if [ -n "$fix" ]; then
        pyside6-qmlformat --inplace "$file" || status=1
    elif ! pyside6-qmlformat "$file" | cmp -s - "$file"; then
        echo "format: ${file#"$root"/} (tools/lint.sh --fix mends it)" >&2
        status=1
    fi
done
exit $status
