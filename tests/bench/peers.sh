#!/usr/bin/env bash
# Measures sallyportd beside Squid, Dante and HAProxy (Debian's packages squid, dante-server, haproxy; what is not installed is
# left out), each with its access log on, on free loopback ports, taking turns for several rounds; prints the medians as a
# Markdown table of ratios.
# bash tests/bench/peers.sh [ROUNDS] [PRESET]     needs: cmake --build --preset release
# OLD=PROGRAM bash tests/bench/peers.sh …         measures another sallyportd as well, in turns with this one; and twice,
#                                                since what it differs from itself is what the machine can't tell
set -eu
rounds=${1:-5}
build=$(realpath "$(dirname "$0")/../../build/${2:-release}")
. "$(dirname "$0")/peers/common.sh"
. "$(dirname "$0")/peers/start.sh"

start_origin
declare -A has=()
for peer in squid danted haproxy; do
    [ -x "/usr/sbin/$peer" ] || { echo "without $peer: it is not installed" >&2; continue; }
    has[$peer]=1
    "start_${peer/danted/dante}"
done
services=()
declare -A pid_of=() web_of=() socks_of=()
for name in ${OLD:+old twin} ours; do
    if [ $name = ours ]; then start_sallyport; else start_sallyport "$(realpath "$OLD")"; fi
    services+=($name)
    pid_of[$name]=$service_pid web_of[$name]=$web_proxy socks_of[$name]=$socks
done

bulk() { measure "bulk $1" MBps load bulk "${@:2}" --target "$source_port"; }
# connections NAME PID …: with the processor time that the proxy spends on one.
connections() {
    local before
    before=$(processor_time "$2")
    measure "connections $1" "perSecond done" load connections "${@:3}" --target "$echo_ports"
    echo "connections $1 cpu $((($(processor_time "$2") - before) / $(latest "connections $1 done")))" >>"$figures"
}
requests() { measure "requests $1" "perSecond p50us p99us" load requests "${@:2}" --target "$web_port"; }
peer() { [ -z "${has[$1]:-}" ] || "${@:2}"; }

for ((round = 1; round <= rounds; ++round)); do
    echo "round $round of $rounds" >&2
    bulk direct
    peer haproxy bulk haproxy --proxy "${haproxy_source:-}"
    peer squid bulk squid --via connect --proxy "${squid:-}"
    peer danted bulk dante --via socks4 --proxy "${dante:-}"
    for name in "${services[@]}"; do bulk "$name-connect" --via connect --proxy "${web_of[$name]}"; done
    for name in "${services[@]}"; do bulk "$name-socks4" --via socks4 --proxy "${socks_of[$name]}"; done

    connections direct 0
    peer haproxy connections haproxy "${haproxy_pid:-}" --proxy "${haproxy_echo:-}"
    peer squid connections squid "${squid_pid:-}" --via connect --proxy "${squid:-}"
    peer danted connections dante "${dante_pid:-}" --via socks4 --proxy "${dante:-}"
    for name in "${services[@]}"; do
        connections "$name-connect" "${pid_of[$name]}" --via connect --proxy "${web_of[$name]}"
    done
    for name in "${services[@]}"; do
        connections "$name-socks4" "${pid_of[$name]}" --via socks4 --proxy "${socks_of[$name]}"
    done

    requests direct
    peer squid requests squid --via connect --proxy "${squid:-}"
    for name in "${services[@]}"; do requests "$name" --via connect --proxy "${web_of[$name]}"; done
    # Who comes first has the machine a little warmer or colder: it changes with every round.
    services=("${services[@]:1}" "${services[0]}")
done

best_bulk=$(larger "$(median 'bulk squid MBps')" "$(median 'bulk dante MBps')")
echo
echo "$(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), Linux $(uname -r); median of $rounds rounds"
echo
echo "| what | ours | beside | ratio | bar | |"
echo "|---|---|---|---|---|---|"
if [ -n "${OLD:-}" ]; then
    row_old "CONNECT, one connection, MB/s" 'bulk ours-connect MBps'
    row_old "SOCKS 4, one connection, MB/s" 'bulk ours-socks4 MBps'
    row_old "CONNECT, new connections/s" 'connections ours-connect perSecond'
    row_old "SOCKS 4, new connections/s" 'connections ours-socks4 perSecond'
    row_old "keep-alive GET, requests/s" 'requests ours perSecond'
fi
row "CONNECT, one connection, MB/s" 'bulk ours-connect MBps' "$best_bulk" "better of Squid and Dante" 1.2
row "SOCKS 4, one connection, MB/s" 'bulk ours-socks4 MBps' "$best_bulk" "better of Squid and Dante" 1.2
row "CONNECT, new connections/s" 'connections ours-connect perSecond' "$(median 'connections squid perSecond')" Squid 2
row "CONNECT, new connections/s" 'connections ours-connect perSecond' "$(median 'connections haproxy perSecond')" "HAProxy, plain TCP" 0.8
row "SOCKS 4, new connections/s" 'connections ours-socks4 perSecond' "$(median 'connections dante perSecond')" Dante 3
row "SOCKS 4, new connections/s" 'connections ours-socks4 perSecond' "$(median 'connections haproxy perSecond')" "HAProxy, plain TCP" 0.8
row "keep-alive GET, requests/s" 'requests ours perSecond' "$(median 'requests squid perSecond')" Squid 2.5
row_below "CONNECT, processor time a connection, µs" 'connections ours-connect cpu' "$(median 'connections squid cpu')" Squid
row_below "SOCKS 4, processor time a connection, µs" 'connections ours-socks4 cpu' "$(median 'connections dante cpu')" Dante
row_below "keep-alive GET, p99 µs" 'requests ours p99us' "$(median 'requests squid p99us')" Squid
echo
echo "A proxied connection is two to the kernel: half of the direct rate, $(($(median 'connections direct perSecond') / 2))/s, is what" \
    "a proxy without any cost of its own would reach here."
echo "For scale: direct $(median 'bulk direct MBps') MB/s, $(median 'connections direct perSecond') connections/s," \
    "$(median 'requests direct perSecond') requests/s; HAProxy with splice $(median 'bulk haproxy MBps') MB/s;" \
    "Squid $(median 'bulk squid MBps'), Dante $(median 'bulk dante MBps') MB/s; HAProxy spends" \
    "$(median 'connections haproxy cpu') µs on a connection."
