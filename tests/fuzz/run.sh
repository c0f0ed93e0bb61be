#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: tests/fuzz/run.sh SECONDS [TARGET...]
# Builds the fuzz targets with clang into build-fuzz (or $DOSSIER_FUZZ_BUILD) and gives each an equal
# share of the time. An input that breaks one stays in crashes/ of that folder.
set -eu
seconds=$1; shift
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${DOSSIER_FUZZ_BUILD:-$root/build-fuzz}
mkdir -p "$build/crashes"
log=$build/build.log

[ -f "$build/build.ninja" ] ||
  cmake -S "$root" -B "$build" -G Ninja -DCMAKE_CXX_COMPILER=clang++-14 -DCMAKE_BUILD_TYPE=RelWithDebInfo \
    -DDOSSIER_FUZZ=ON -DDOSSIER_TESTS=OFF >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
ninja -C "$build" fuzz_programs >"$log" 2>&1 || { tail -n 60 "$log" >&2; exit 1; }

rm -rf "$build/seeds"
/usr/bin/python3 "$root/tests/fuzz/make_corpus.py" "$root" "$build/seeds"
"$build/tests/fuzz/targets/fuzz_seeds" "$build/seeds"

[ $# -gt 0 ] || set -- $(cat "$build/fuzz_targets.txt")
share=$((seconds / $#))
[ "$share" -gt 0 ] || share=1

# What is not ours stays as it is: poppler's, ICU's and libxml2's tables live as long as the process.
export ASAN_OPTIONS=detect_leaks=${DOSSIER_FUZZ_LEAKS:-1}:allocator_may_return_null=1
export UBSAN_OPTIONS=print_stacktrace=1

failed=0
for target in "$@"; do
  # New inputs of earlier runs are kept beside the seeds and used again.
  mkdir -p "$build/corpus/$target" "$build/seeds/$target"
  out=$build/$target.log
  code=0
  "$build/tests/fuzz/targets/fuzz_$target" -max_total_time="$share" -timeout=20 -rss_limit_mb=2048 \
    -max_len=16384 -print_final_stats=1 -artifact_prefix="$build/crashes/$target-" \
    "$build/corpus/$target" "$build/seeds/$target" >"$out" 2>&1 || code=$?
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$out")
  cover=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$out" | tail -n 1)
  if [ "$code" -eq 0 ]; then
    printf '%-13s ok      %9s executions, %s edges, %s s\n' "$target" "${runs:-?}" "${cover:-?}" "$share"
  else
    failed=1
    printf '%-13s FAILED  %9s executions: %s\n' "$target" "${runs:-?}" \
      "$(grep -m 1 -E 'oracle not met|ERROR:|runtime error' "$out" || echo "exit code $code")"
    printf '              %s\n' "the input is in $build/crashes, the report in $out"
  fi
done
exit "$failed"
