#!/bin/sh
# Runs each fuzz target for a while, whatever the others find, and tells at the end how often each was run and what was found: the
# last lines are figures to state. What libFuzzer learns, and the inputs of findings, stay in FOLDER. A target's words are in NAME.dict.
# usage: fuzz/run.sh FOLDER SECONDS LIBFUZZER-FLAGS TARGET... (`make fuzz` does)
set -eu

folder=$1 seconds=$2 flags=$3
shift 3
all=0 found=0 summary=

for target; do
    learnt=$folder/corpus/$target kept=fuzz/corpus/${target#fuzz_} log=$folder/$target.log
    words=fuzz/${target#fuzz_}.dict
    mkdir -p "$learnt" "$kept"
    { "$folder/$target" $([ ! -f "$words" ] || echo "-dict=$words") -max_total_time="$seconds" -print_final_stats=1 -artifact_prefix="$folder/$target-" $flags \
        "$learnt" "$kept" 2>&1 || echo "$target stopped: this is a finding"; } | tee "$log"
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    findings=$(grep -c '^fuzz_.* stopped: this is a finding$' "$log" || true)
    all=$((all + ${runs:-0})) found=$((found + findings))
    summary="$summary$(printf '%-12s %12d executions %3d findings' "$target" "${runs:-0}" "$findings")
"
done
printf '\n%s%-12s %12d executions %3d findings\n' "$summary" all "$all" "$found"
[ "$found" = 0 ]
