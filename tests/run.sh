#!/usr/bin/env bash
# Installs what is missing, builds and runs every test, and ends with "N passed, N failed". Presets: release and asan run the
# whole suite, tsan the data plane. Naming presets runs only those: bash tests/run.sh asan
set -u
cd "$(dirname "$0")/.."
bash app/packages.sh || exit 1
mkdir -p build

declare -A folder=([release]=. [asan]=. [tsan]=tests/app/service/dataplane)
export TSAN_OPTIONS="halt_on_error=1 ${TSAN_OPTIONS:-}"
passed=0
failed=0
for preset in ${*:-release asan tsan}; do
    echo "== $preset"
    # The thread sanitizer of GCC 12 can't live with the wide address randomisation of newer kernels.
    fixed=()
    [ "$preset" = tsan ] && setarch -R true 2>/dev/null && fixed=(setarch -R)
    target=all
    [ "${folder[$preset]}" = . ] || target=${folder[$preset]}/all
    if ! { cmake --preset "$preset" && cmake --build --preset "$preset" --target "$target"; } >"build/$preset.log" 2>&1; then
        tail -40 "build/$preset.log"
        echo "The $preset build failed."
        failed=$((failed + 1))
        continue
    fi
    log=build/$preset/ctest.log
    "${fixed[@]}" ctest --test-dir "build/$preset/${folder[$preset]}" --no-tests=error --output-on-failure -j 2 2>&1 | tee "$log"
    # "97% tests passed, 1 tests failed out of 40"
    read -r bad all < <(sed -nE 's/.* ([0-9]+) tests failed out of ([0-9]+)$/\1 \2/p' "$log") || { bad=1; all=1; }
    passed=$((passed + all - bad))
    failed=$((failed + bad))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
