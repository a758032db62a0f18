#!/usr/bin/env bash
# Every source is formatted with .clang-format. Exit 77: clang-format of Debian 12 is missing (other versions differ).
set -u
cd "$(dirname "$0")/.."
tool=$(command -v clang-format-14) || { echo "clang-format-14 is not installed"; exit 77; }
find app dialogs models tests \( -name '*.cpp' -o -name '*.h' \) -print0 | xargs -0 "$tool" --dry-run --Werror
