#!/usr/bin/env bash
# Measures sallyportd alone: disconnecting with 9,000 connections up, its memory with 9,000 idle tunnels, and whether
# descriptors leak over 100,000 connections. Ends with 1 when a bar is missed.
# bash tests/bench/service.sh [TUNNELS] [CONNECTIONS] [PRESET]     needs: cmake --build --preset release
set -eu
tunnels=${1:-9000}
connections=${2:-100000}
build=$(realpath "$(dirname "$0")/../../build/${3:-release}")
. "$(dirname "$0")/peers/common.sh"
. "$(dirname "$0")/peers/start.sh"

start_origin
start_sallyport
missed=0
# bar WHAT VALUE MOST UNIT
bar() {
    local verdict=met
    awk -v value="$2" -v most="$3" 'BEGIN { exit !(value > most) }' && verdict=missed && missed=1
    echo "| $1 | $2 $4 | ≤ $3 $4 | $verdict |"
}
field() { sed -nE "s/.*\b$1 ([0-9.]+).*/\1/p" <<<"$line"; }

echo "| what | measured | bar | |"
echo "|---|---|---|---|"
for way in "socks4 $socks" "connect $web_proxy" "connect $firewall_client"; do
    read -r via proxy <<<"$way"
    line=$(load disconnect --via "$via" --proxy "$proxy" --target "$echo_ports" --control "$control" --pid "$service_pid" \
        --count "$tunnels" --header "Sallyport-Application: load.exe")
    name="$via to $proxy, $tunnels up"
    bar "disconnect of one, p99, $name" "$(field p99ms)" 5 ms
    bar "disconnect of all, $name" "$(field allMs)" 300 ms
    bar "memory, $name" "$(field rssIdleMB)" 135 MB
done

descriptors() { ls "/proc/$service_pid/fd" | wc -l; }
load connections --via connect --proxy "$web_proxy" --target "$echo_ports" --total 2000 >"$work/warm"
load connections --via socks4 --proxy "$socks" --target "$echo_ports" --total 2000 >"$work/warm"
before=$(descriptors)
load connections --via connect --proxy "$web_proxy" --target "$echo_ports" --total $((connections / 2)) >"$work/half1"
load connections --via socks4 --proxy "$socks" --target "$echo_ports" --total $((connections / 2)) >"$work/half2"
settled() { [ "$(descriptors)" -le "$before" ]; }
(until_true 5 settled) || true
bar "descriptors left over by $connections connections" "$(($(descriptors) - before))" 0 ""
line=$(cat "$work/half1" "$work/half2" | tr '\n' ' ')
bar "failed connections of $connections" "$(grep -oE 'failed [0-9]+' <<<"$line" | awk '{ sum += $2 } END { print sum }')" 0 ""
exit $missed
