#!/usr/bin/env bash
# firstpaint.sh [ROUNDS]: time from starting a program to its first window, under an Xvfb of its own, everything in the
# page cache. The console, and Firewall Builder where Debian's `fwbuilder` is installed, take turns. "mapped" is when the
# X server has the window on the screen, told by xev and the same for both; "painted" is when the console's first picture
# stands (the line of its --startup-time arrives). Fails when the console's median of "painted" is above 150 ms.
set -euo pipefail
rounds=${1:-15}
cd "$(dirname "$0")/../.."
console=$PWD/build/release/bin/sallyport
[ -x "$console" ] || { echo "firstpaint.sh: build first: cmake --build --preset release" >&2; exit 2; }
for tool in Xvfb xev stdbuf; do
  command -v $tool >/dev/null || { echo "firstpaint.sh: no $tool; Debian: apt install xvfb x11-utils coreutils" >&2; exit 2; }
done

scratch=$(mktemp -d)
export HOME=$scratch/home XDG_RUNTIME_DIR=$scratch/run QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME
mkdir -p "$HOME"
mkdir -m 700 "$XDG_RUNTIME_DIR"
ours=()
finish() {
  for pid in "${ours[@]}"; do kill "$pid" 2>/dev/null || true; done
  rm -rf "$scratch"
}
trap finish EXIT

Xvfb -displayfd 3 -screen 0 1920x1200x24 -nolisten tcp 3>"$scratch/display" 2>/dev/null &
ours+=($!)
until [ -s "$scratch/display" ]; do sleep 0.05; done
export DISPLAY=:$(cat "$scratch/display")

# note WORD BEFORE PATTERN: reads lines, and writes when one that fits has come, in microseconds; the line before it must
# fit BEFORE.
note() {
  local line last=
  while IFS= read -r line; do
    if [[ $last == $2 && $line == $3 ]]; then echo "$1 ${EPOCHREALTIME/./}" >>"$scratch/times"; fi
    last=$line
  done
}
: >"$scratch/times"
stdbuf -oL xev -root -event substructure 2>/dev/null > >(note mapped 'MapNotify*' '*override NO*') &
ours+=($!)

# measure NAME WAIT_FOR COMMAND…: one start, its times appended to files of that name.
measure() {
  local name=$1 last=$2 start pid word time
  shift 2
  : >"$scratch/times"
  start=${EPOCHREALTIME/./}
  "$@" 2>/dev/null > >(note painted '*' 'first paint*') &
  pid=$!
  ours+=("$pid")
  for _ in $(seq 500); do
    if grep -q "^$last " "$scratch/times"; then break; fi
    sleep 0.02
  done
  while read -r word time; do
    [ -e "$scratch/seen.$word" ] || echo $((time - start)) >>"$scratch/$name.$word"
    : >"$scratch/seen.$word"
  done <"$scratch/times"
  rm -f "$scratch"/seen.*
  kill "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
}

# figure NAME WORD: median and worst in milliseconds.
figure() {
  sort -n "$scratch/$1.$2" | awk '{ v[NR] = $1 / 1000 } END { printf "median %6.1f ms, worst %6.1f ms", v[int((NR + 1) / 2)], v[NR] }'
}

start_console() { measure "$1" painted "$console" --startup-time --data "$scratch/data"; }
start_peer() { measure "$1" mapped fwbuilder; }
peer=$(command -v fwbuilder || true)
start_console warm
if [ -n "$peer" ]; then start_peer warm; fi
for ((i = 0; i < rounds; ++i)); do
  start_console console
  if [ -n "$peer" ]; then start_peer peer; fi
done
echo "sallyport  painted  $(figure console painted)  (bar: median 150 ms)"
echo "sallyport  mapped   $(figure console mapped)"
if [ -n "$peer" ]; then echo "fwbuilder  mapped   $(figure peer mapped)"; fi
sort -n "$scratch/console.painted" | awk '{ v[NR] = $1 } END { exit v[int((NR + 1) / 2)] > 150000 }'
