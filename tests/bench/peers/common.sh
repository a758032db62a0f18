# Sourced: a scratch folder, processes that end with the script, figures and their medians. Wants $build.
work=$(mktemp -d)
chmod 755 "$work"
figures=$work/figures
: >"$figures"
started=()
finish() {
    for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
    for pid in "${started[@]}"; do wait "$pid" 2>/dev/null || true; done
    rm -rf "$work"
}
trap finish EXIT
ulimit -n "$(ulimit -Hn)"

load() { "$build/bench/load" "$@"; }

# until_true SECONDS COMMAND…: waits for a condition, with an error when it does not come.
until_true() {
    local tries=$(($1 * 20))
    shift
    until "$@" 2>/dev/null; do
        tries=$((tries - 1))
        [ $tries -gt 0 ] || { echo "gave up waiting for: $*" >&2; exit 1; }
        sleep 0.05
    done
}
answers() { (exec 3<>"/dev/tcp/${1%:*}/${1#*:}"); }

# A port of loopback that nobody has now; below the range the kernel gives to outgoing connections.
free_port() {
    local port
    while port=$((20000 + RANDOM % 10000)); do
        answers "127.0.0.1:$port" 2>/dev/null || break
    done
    echo "$port"
}

# measure "what who" "FIELD…" COMMAND…: keeps the fields of the command's line of "name value" pairs.
measure() {
    local name=$1 fields=$2 line field
    shift 2
    line=$("$@") || { echo "failed: $*" >&2; exit 1; }
    for field in $fields; do
        echo "$name $field $(sed -nE "s/.*\b$field ([0-9.]+).*/\1/p" <<<"$line")" >>"$figures"
    done
}
# The newest value of a figure.
latest() { sed -n "s/^$1 //p" "$figures" | tail -1; }
# Processor time of a process and all below it since they started, in µs (to 10 ms: ticks of the kernel).
processor_time() {
    cat /proc/[0-9]*/stat 2>/dev/null | sed 's/(.*)/-/' | awk -v top="$1" '
        { parent[$1] = $4; ticks[$1] = $14 + $15 + $16 + $17 }
        END {
            for (pid in parent) {
                for (at = pid; at > 1 && at != top; at = parent[at]);
                if (at == top) sum += ticks[pid]
            }
            print sum * 10000
        }'
}
median() { sed -nE "s/^$1 //p" "$figures" | sort -n | awk '{ v[NR] = $1 } END { print NR ? v[int((NR + 1) / 2)] : 0 }'; }
larger() { awk -v a="$1" -v b="$2" 'BEGIN { print (a > b ? a : b) }'; }

# row WHAT OURS THEIRS NAME BAR: ours must be at least BAR times theirs.
row() {
    awk -v what="$1" -v ours="$(median "$2")" -v theirs="$3" -v name="$4" -v bar="$5" 'BEGIN {
        if (theirs + 0 == 0) exit # not there to be measured
        ratio = ours / theirs
        printf "| %s | %d | %s: %d | %.2f | ≥ %s | %s |\n", what, ours, name, theirs, ratio, bar, (ratio >= bar ? "met" : "missed") }'
}
# row_old WHAT FIGURE: ours beside the same figure of another sallyportd, of both times it runs.
row_old() {
    local itself
    itself=$(awk -v old="$(median "${2/ours/old}")" -v twin="$(median "${2/ours/twin}")" 'BEGIN { printf "%.2f", twin / old }')
    row "$1" "$2" "$(median "${2/ours/(old|twin)}")" "before (beside itself $itself)" 0.97
}
row_below() {
    awk -v what="$1" -v ours="$(median "$2")" -v theirs="$3" -v name="$4" 'BEGIN {
        if (theirs + 0 == 0) exit # not there to be measured
        ratio = ours / theirs
        printf "| %s | %d | %s: %d | %.2f | < 1 | %s |\n", what, ours, name, theirs, ratio, (ratio < 1 ? "met" : "missed") }'
}
