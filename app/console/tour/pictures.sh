#!/usr/bin/env bash
# The tour's pictures as they are on another screen: pictures.sh FOLDER [light|dark] [LANGUAGE] [WIDTHxHEIGHT] [PERCENT]
# The console must be built (app/run.sh does it). Ends as the tour does.
set -eu
folder=$(realpath -m "${1:?a folder for the pictures is missing}")
appearance=${2:-light}
language=${3:-en}
size=${4:-1366x768}
percent=${5:-100}
cd "$(dirname "$0")/../../.."
mkdir -p "$folder"
exec xvfb-run -a -s "-screen 0 ${size}x24" env SALLYPORT_APPEARANCE="$appearance" LANGUAGE="$language" LC_ALL="$language" \
    QT_ENABLE_HIGHDPI_SCALING=0 QT_FONT_DPI=$((96 * percent / 100)) build/release/bin/sallyport --tour "$folder"
