#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# tests/bench/bench.sh [ARTICLE [BASELINE_GISA]]: CPU by pass, of `gisa analyze`, and a request over HTTP. With a baseline
# binary both run in turn, so that the ratio holds on a noisy machine. Stands apart from the tests.
set -euo pipefail
cd "$(dirname "$0")/../.."
article=${1:-tests/samples/article.txt}
baseline=${2:-}
cmake -S . -B build/bench -G Ninja -DCMAKE_BUILD_TYPE=Release >/dev/null
cmake --build build/bench --target gisa gisa-bench >/dev/null
build/bench/tests/bench/gisa-bench "$article"

# user + system CPU of a shell command, in ms
cpu_of() { awk '{ print ($14 + $15) * 1000 / '"$(getconf CLK_TCK)"' }' "/proc/$1/stat"; }

runs=100
analyze_and_measure() { # BINARY -> ms of CPU a run of `gisa analyze`, start of the program included
    local TIMEFORMAT='%U %S'
    { time for _ in $(seq $runs); do "$1" analyze "$article" >/dev/null; done; } 2>&1 |
        awk -v runs=$runs '{ printf "%.2f", ($1 + $2) * 1000 / runs }'
}
requests=400
serve_and_measure() { # BINARY PORT -> ms of CPU a request
    "$1" serve --listen "127.0.0.1:$2" 2>/dev/null &
    local pid=$! before after
    for _ in $(seq 50); do curl -fs "http://127.0.0.1:$2/readyz" >/dev/null && break; sleep 0.1; done
    before=$(cpu_of $pid)
    for _ in $(seq $((requests / 20))); do
        curl -fs --data-binary "@$article" $(for _ in $(seq 20); do echo "http://127.0.0.1:$2/v1/analyze"; done) >/dev/null
    done
    after=$(cpu_of $pid)
    kill $pid && wait $pid 2>/dev/null || true
    awk "BEGIN { printf \"%.3f\", ($after - $before) / $requests }"
}
# NAME OURS THEIRS: one line
tell() {
    local line="$1: $2 ms of CPU"
    [ -z "$3" ] || line="$line; baseline $3 ms; ratio $(awk "BEGIN { printf \"%.2f\", $2 / $3 }")"
    echo "$line"
}
for round in 1 2 3; do
    tell "gisa analyze, round $round" "$(analyze_and_measure build/bench/gisa)" \
        "$([ -z "$baseline" ] || analyze_and_measure "$baseline")"
    tell "HTTP request, round $round" "$(serve_and_measure build/bench/gisa 18081)" \
        "$([ -z "$baseline" ] || serve_and_measure "$baseline" 18082)"
done
