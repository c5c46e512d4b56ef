#!/bin/sh
# How fast the kiosk takes a flood from Mosquitto onto the disk, next to what mosquitto_sub takes from the same broker without
# storing anything. Both drain the same queue of N messages from 200 devices, one after the other; prints both rates and their ratio.
#   src/dev/flood.sh [N] [RUNS]          needs target/ridgeline.jar, mosquitto, mosquitto_sub, curl
set -eu
n=${1:-150000}
runs=${2:-3}
jar=$(cd "$(dirname "$0")/../.." && pwd)/target/ridgeline.jar
dir=$(mktemp -d)
port=18883
http=18884
trap 'kill $broker $kiosk 2>/dev/null || true; rm -rf "$dir"' EXIT
broker= kiosk=

cat >"$dir/mosquitto.conf" <<CONF
listener $port 127.0.0.1
allow_anonymous true
max_queued_messages 0
log_type error
CONF
mkdir "$dir/config"
cat >"$dir/config/kiosk.yaml" <<CONF
kiosk: {id: flood, venue: v}
mqtt: {url: "tcp://127.0.0.1:$port"}
http: {host: 127.0.0.1, port: $http}
CONF
awk 'BEGIN {
  print "venues:\n  - id: v\nsensors:"
  for (i = 0; i < 200; i++)
    printf "  - {id: s%d, venue: v, topic: flood/%d, format: json, time: {at: /ts, unit: ms}, readings: [{quantity: temperature, at: /t, unit: degC}]}\n", i, i
}' >"$dir/config/sensors.yaml"

now() { date +%s%3N; }
rate() { awk -v n="$n" -v t="$1" 'BEGIN { printf "%d", n / (t / 1000) }'; }
committed() { curl -s "http://127.0.0.1:$http/metrics" | awk '/^ridgeline_readings_committed_total/ { printf "%d", $2 }'; }
start_kiosk() { java -jar "$jar" run --config "$dir/config" --data "$dir/data" >"$dir/kiosk.log" 2>&1 & kiosk=$!; }
wait_for() { while ! "$@"; do sleep 0.05; done; }
is_ready() { curl -sf "http://127.0.0.1:$http/readyz" >/dev/null; }
stop_kiosk() { kill "$kiosk"; wait "$kiosk" || true; kiosk=; }

mosquitto -c "$dir/mosquitto.conf" >/dev/null 2>&1 & broker=$!
sleep 1
start_kiosk; wait_for is_ready; stop_kiosk
mosquitto_sub -p $port -V 5 -q 1 -c -x 3600 -i twin -t 'flood/#' -W 1 >/dev/null 2>&1 || true

run=1
while [ "$run" -le "$runs" ]; do
  t0=$(( $(date +%s) * 1000 - 3000000 + run * 100000 ))
  awk -v n="$n" -v t0="$t0" 'BEGIN {
    for (i = 0; i < n; i++) printf "{\"topic\":\"flood/%d\",\"payload\":\"{\\\"ts\\\":%d,\\\"t\\\":-%d.5}\"}\n", i % 200, t0 + int(i / 200) * 10, i % 30
  }' >"$dir/messages.jsonl"
  java -jar "$jar" replay --mqtt "tcp://127.0.0.1:$port" "$dir/messages.jsonl" >/dev/null
  a=$(now); mosquitto_sub -p $port -V 5 -q 1 -c -x 3600 -i twin -t 'flood/#' -C "$n" >/dev/null; b=$(now)
  start_kiosk
  first=0
  while [ "$first" -eq 0 ]; do sleep 0.01; c=$(now); first=$(committed); first=${first:-0}; done
  while [ "$(committed)" -lt "$n" ]; do sleep 0.02; done
  d=$(now)
  t=$(awk -v t=$((d - c)) -v n="$n" -v first="$first" 'BEGIN { printf "%d", t * n / (n - first) }')
  echo "run $run: mosquitto_sub $(rate $((b - a)))/s, kiosk $(rate "$t")/s, ratio $(awk -v x=$((b - a)) -v y="$t" 'BEGIN { printf "%.2f", x / y }')"
  stop_kiosk
  run=$((run + 1))
done
