# Sourced after common.sh: starts what is measured and sets where it listens.

start_origin() {
    load origin >"$work/origin.out" &
    started+=($!)
    until_true 5 grep -q echo "$work/origin.out"
    read -r _ web_port _ source_port _ echo_ports <"$work/origin.out"
}

start_squid() {
    squid=127.0.0.1:$(free_port)
    mkdir -m 777 "$work/squid"
    cat >"$work/squid.conf" <<CONF
http_port $squid
http_access allow all
cache deny all
cache_mem 0 MB
access_log stdio:$work/squid/access.log
cache_log $work/squid/cache.log
pid_filename none
pinger_enable off
shutdown_lifetime 0 seconds
coredump_dir $work/squid
CONF
    /usr/sbin/squid -N -f "$work/squid.conf" 2>"$work/squid/err" &
    squid_pid=$!
    started+=("$squid_pid")
    until_true 15 answers "$squid"
}

start_dante() {
    dante=127.0.0.1:$(free_port)
    cat >"$work/danted.conf" <<CONF
logoutput: $work/danted.log
internal: 127.0.0.1 port = ${dante#*:}
external: 127.0.0.1
clientmethod: none
socksmethod: none
user.privileged: $(id -un)
user.unprivileged: $(id -un)
client pass { from: 127.0.0.0/8 to: 0.0.0.0/0 }
socks pass { from: 127.0.0.0/8 to: 0.0.0.0/0 log: connect disconnect }
CONF
    /usr/sbin/danted -f "$work/danted.conf" -p "$work/danted.pid" &
    dante_pid=$!
    started+=("$dante_pid")
    until_true 15 answers "$dante"
}

start_haproxy() {
    local echo_server servers=""
    for echo_server in ${echo_ports//,/ }; do servers+="    server origin${echo_server##*:} $echo_server"$'\n'; done
    haproxy_source=127.0.0.1:$(free_port)
    haproxy_echo=127.0.0.1:$(free_port)
    cat >"$work/haproxy.cfg" <<CONF
global
    nbthread 2
    maxconn 2000
    log stdout format raw local0
defaults
    mode tcp
    log global
    option tcplog
    option splice-auto
    timeout connect 10s
    timeout client 60s
    timeout server 60s
listen source
    bind $haproxy_source
    server origin $source_port
listen echo
    bind $haproxy_echo
    balance roundrobin
$servers
CONF
    /usr/sbin/haproxy -db -f "$work/haproxy.cfg" >"$work/haproxy.log" 2>&1 &
    haproxy_pid=$!
    started+=("$haproxy_pid")
    until_true 15 answers "$haproxy_echo"
}

# start_sallyport [PROGRAM]: of this build unless another one is named; one after another, each in a folder of its own.
start_sallyport() {
    local folder program=${1:-$build/bin/sallyportd}
    local share=() # all clients come from this computer
    folder=$(mktemp -d "$work/sallyport-XXXXXX")
    "$program" --help | grep -q -- --client-share && share=(--client-share 100)
    "$program" --data "$folder/data" --ephemeral "${share[@]}" >"$folder/ready" 2>"$folder/err" &
    service_pid=$!
    started+=("$service_pid")
    until_true 15 grep -q '"ready":true' "$folder/ready"
    # A member of the service's ready line.
    ready_member() { sed -nE "s/.*\"$1\":\"([^\"]+)\".*/\1/p" "$folder/ready"; }
    control=$(ready_member control)
    web_proxy=$(ready_member webProxy)
    socks=$(ready_member socks)
    firewall_client=$(ready_member firewallClient)
}
