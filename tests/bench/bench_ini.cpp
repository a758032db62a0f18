// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/clientini.h"
#include "models/ini/policyini.h"
#include "tests/models/ini/samplepolicies.h"

#include <benchmark/benchmark.h>

using namespace sallyport;

// With 10,000 programs of two settings each where no other number is given.
static const Policy& policy()
{
    static const Policy large = test::largePolicy(10000);
    return large;
}

static void writeClient(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(writeClientIni(policy()));
}
BENCHMARK(writeClient)->Unit(benchmark::kMillisecond);

static void readClient(benchmark::State& state)
{
    const QByteArray bytes = writeClientIni(test::largePolicy(static_cast<int>(state.range(0))));
    for (auto _ : state)
        benchmark::DoNotOptimize(readClientIni(bytes));
}
// Twice the programs must take twice the time.
BENCHMARK(readClient)->Arg(10000)->Arg(20000)->Unit(benchmark::kMillisecond);

static void editClient(benchmark::State& state)
{
    const QByteArray bytes = writeClientIni(policy());
    Policy changed = policy();
    changed.client.applications[5000].setValue(ApplicationKey::Disable, QStringLiteral("0"));
    for (auto _ : state)
        benchmark::DoNotOptimize(editClientIni(bytes, changed));
}
BENCHMARK(editClient)->Unit(benchmark::kMillisecond);

static void writeWholePolicy(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(writePolicyIni(policy()));
}
BENCHMARK(writeWholePolicy)->Unit(benchmark::kMillisecond);

static void readWholePolicy(benchmark::State& state)
{
    const QByteArray bytes = writePolicyIni(policy());
    for (auto _ : state)
        benchmark::DoNotOptimize(readPolicyIni(bytes));
}
BENCHMARK(readWholePolicy)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
