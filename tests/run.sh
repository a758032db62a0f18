#!/usr/bin/env bash
# Installs what is missing, builds and runs the tests, and ends with "N passed, N failed". Release and asan run the whole
# suite, tsan what has threads. Naming presets runs only those: bash tests/run.sh asan
set -u
cd "$(dirname "$0")/.."
bash app/packages.sh || exit 1
mkdir -p build

# The thread sanitizer of clang 14 breaks programs that start others, which rules out tests of real processes.
declare -A folders=(
    [release]=.
    [asan]=.
    [tsan]="tests/app/service/dataplane tests/app/service/control tests/app/service/logs tests/models/control"
)
passed=0
failed=0
failures=()
for preset in ${*:-release asan tsan}; do
    echo "== $preset"
    # The thread sanitizer can't live with the wide address randomisation of newer kernels.
    fixed=()
    [ "$preset" = tsan ] && setarch -R true 2>/dev/null && fixed=(setarch -R)
    targets=()
    for folder in ${folders[$preset]:-.}; do
        [ "$folder" = . ] && targets+=(all) || targets+=("$folder/all")
    done
    if ! { cmake --preset "$preset" && cmake --build --preset "$preset" --target "${targets[@]}"; } >"build/$preset.log" 2>&1; then
        grep -A 20 '^FAILED' "build/$preset.log" | head -100 || true
        tail -5 "build/$preset.log"
        echo "The $preset build failed; all of it is in build/$preset.log"
        failures+=("$preset: build")
        failed=$((failed + 1))
        continue
    fi
    for folder in ${folders[$preset]:-.}; do
        log=build/$preset/ctest.log
        "${fixed[@]}" ctest --test-dir "build/$preset/$folder" --no-tests=error --output-on-failure -j 2 2>&1 |
            sed -u "s/^/$preset: /" | tee "$log"
        # "97% tests passed, 1 tests failed out of 40"
        read -r bad all < <(sed -nE "s/^$preset: [0-9]+% tests passed, ([0-9]+) tests failed out of ([0-9]+)$/\1 \2/p" "$log") ||
            { bad=1; all=1; failures+=("$preset: ctest in $folder"); }
        passed=$((passed + all - bad))
        failed=$((failed + bad))
        # "release: 	 12 - test_socks (Timeout)"
        mapfile -t -O ${#failures[@]} failures < <(sed -nE "s/^$preset: *\t *[0-9]+ - (.*)/$preset: \1/p" "$log")
    done
done
[ ${#failures[@]} -eq 0 ] || printf 'Failed: %s\n' "${failures[@]}"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
