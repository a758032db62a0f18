// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/engine.h"
#include "tests/models/ini/samplepolicies.h"

#include <benchmark/benchmark.h>

using namespace sallyport;

// With 10,000 programs of two settings each.
static void compilePolicy(benchmark::State& state)
{
    const Policy policy = test::largePolicy(10000);
    for (auto _ : state)
        benchmark::DoNotOptimize(compile(policy));
}
BENCHMARK(compilePolicy)->Unit(benchmark::kMillisecond);

static void decide(benchmark::State& state, const char* application)
{
    const Result<std::shared_ptr<const CompiledPolicy>> compiled = compile(test::largePolicy(10000));
    if (!compiled) {
        state.SkipWithError("the policy does not compile");
        return;
    }
    Request request;
    request.application = application;
    request.user = "anna";
    request.host = "login.example";
    request.port = 5190;
    const TimePoint now{};
    for (auto _ : state)
        benchmark::DoNotOptimize((*compiled)->decide(request, now));
}
BENCHMARK_CAPTURE(decide, disabledProgram, "program9999.exe");
BENCHMARK_CAPTURE(decide, unknownProgram, "browser.exe");

BENCHMARK_MAIN();
