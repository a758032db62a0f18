#!/usr/bin/env bash
# Sets up, builds and starts the console with its private service. Without a display it runs the tour instead: the real
# console under Xvfb goes through the main job and leaves a picture of each window in build/tour, or in the folder given.
set -eu
pictures=$(realpath -m "${1:-$(dirname "$0")/../build/tour}")
cd "$(dirname "$0")/.."

bash app/packages.sh
cmake --preset release
cmake --build --preset release --target sallyport sallyportd sallyportctl
console=build/release/bin/sallyport

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$console"
fi
mkdir -p "$pictures"
status=0
xvfb-run -a -s "-screen 0 1920x1200x24" "$console" --tour "$pictures" || status=$?
echo "Tour ended with status $status; pictures are in $pictures"
exit $status
