#!/usr/bin/env bash
# Installs what is missing, builds and runs the tests, and ends with "N passed, N failed". Release runs the whole suite; asan
# what reads foreign bytes (models, service, the service under bad requests); tsan the data plane. Naming presets runs only
# those: bash tests/run.sh asan
set -u
cd "$(dirname "$0")/.."
bash app/packages.sh || exit 1
mkdir -p build

declare -A folders=(
    [release]=.
    [asan]="tests/models tests/app/service tests/scenarios/robustness"
    [tsan]="tests/app/service/dataplane"
)
# What the tests of those folders start.
declare -A programs=([asan]=sallyportd)
export TSAN_OPTIONS="halt_on_error=1 suppressions=$PWD/tests/tsan.supp ${TSAN_OPTIONS:-}"
passed=0
failed=0
for preset in ${*:-release asan tsan}; do
    echo "== $preset"
    # The thread sanitizer of GCC 12 can't live with the wide address randomisation of newer kernels.
    fixed=()
    [ "$preset" = tsan ] && setarch -R true 2>/dev/null && fixed=(setarch -R)
    targets=(${programs[$preset]:-})
    for folder in ${folders[$preset]}; do
        [ "$folder" = . ] && targets+=(all) || targets+=("$folder/all")
    done
    if ! { cmake --preset "$preset" && cmake --build --preset "$preset" --target "${targets[@]}"; } >"build/$preset.log" 2>&1; then
        tail -40 "build/$preset.log"
        echo "The $preset build failed."
        failed=$((failed + 1))
        continue
    fi
    for folder in ${folders[$preset]}; do
        log=build/$preset/ctest.log
        "${fixed[@]}" ctest --test-dir "build/$preset/$folder" --no-tests=error --output-on-failure -j 2 2>&1 | tee "$log"
        # "97% tests passed, 1 tests failed out of 40"
        read -r bad all < <(sed -nE 's/.* ([0-9]+) tests failed out of ([0-9]+)$/\1 \2/p' "$log") || { bad=1; all=1; }
        passed=$((passed + all - bad))
        failed=$((failed + bad))
    done
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
