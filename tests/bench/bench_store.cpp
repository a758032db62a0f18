// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/logs/logqueue.h"
#include "models/store/draftstore.h"
#include "models/store/logstore.h"
#include "models/store/policystore.h"
#include "tests/models/store/samplepolicy.h"

#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <thread>

using namespace sallyport;

namespace
{

LogRecord recordOf(int number)
{
    LogRecord record;
    record.operation = number % 2 == 0 ? LogOperation::Open : LogOperation::Close;
    record.time = sampleTime(number / 60000);
    record.client = IpAddress::fromV4(0x0a000007);
    record.user = "EXAMPLE\\anna";
    record.agent = "msmsgs.exe:linux";
    record.computer = "PC-17";
    record.host = "messenger.hotmail.com";
    record.address = IpAddress::fromV4(0x40040d11);
    record.port = 1863;
    record.bytesSent = 1234;
    record.bytesReceived = 567890;
    record.status = 20000;
    record.session = 17;
    record.connection = static_cast<ConnectionId>(number);
    return record;
}

std::vector<LogRecord> batchOf(int rows)
{
    std::vector<LogRecord> batch;
    for (int i = 0; i < rows; ++i)
        batch.push_back(recordOf(i));
    return batch;
}

// Rows a second into a log that is held at a million rows.
void writeLog(benchmark::State& state)
{
    const QTemporaryDir dir;
    auto store = LogStore::open(dir.filePath(QStringLiteral("log.db")));
    const auto batch = batchOf(static_cast<int>(state.range(0)));
    std::int64_t rows = 0;
    for (auto _ : state) {
        if (!(*store)->write(batch))
            state.SkipWithError("write failed");
        rows += static_cast<std::int64_t>(batch.size());
        if (rows % 65536 < state.range(0))
            (void)(*store)->trim(1000000);
    }
    state.SetItemsProcessed(rows);
}
BENCHMARK(writeLog)->Arg(64)->Arg(1024)->Arg(8192)->UseRealTime();

// The oldest of a million rows by a text that only it holds.
void searchLog(benchmark::State& state)
{
    const QTemporaryDir dir;
    auto store = LogStore::open(dir.filePath(QStringLiteral("log.db")));
    LogRecord oldest = recordOf(0);
    oldest.user = "needle";
    (void)(*store)->write({oldest});
    const auto batch = batchOf(10000);
    for (int i = 0; i < 100; ++i)
        (void)(*store)->write(batch);
    for (auto _ : state) {
        const auto found = (*store)->query({100, 0, QStringLiteral("NEEDLE")});
        if (!found || found->size() != 1)
            state.SkipWithError("not found");
    }
}
BENCHMARK(searchLog)->Unit(benchmark::kMillisecond)->UseRealTime();

// What one data-plane thread pays for a row, with another one beside it.
void enqueue(benchmark::State& state)
{
    static LogQueue* queue = nullptr;
    static std::thread taker;
    if (state.thread_index() == 0) {
        queue = new LogQueue(131072);
        taker = std::thread([] {
            LogQueue::Batch batch;
            while (queue->take(batch, std::chrono::milliseconds(250))) { }
        });
    }
    for (auto _ : state)
        (void)queue->push(recordOf(1));
    if (state.thread_index() == 0) {
        queue->close();
        taker.join();
        delete queue;
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(enqueue)->Threads(1)->Threads(2)->UseRealTime();

// One changed entry of so many, durable.
void applyPolicy(benchmark::State& state)
{
    const QTemporaryDir dir;
    auto store = PolicyStore::open(dir.filePath(QStringLiteral("policy.db")));
    const int entries = static_cast<int>(state.range(0));
    Policy policy = samplePolicy(1, entries);
    RevisionNumber head = (*store)->apply(0, policy, QStringLiteral("bench"), {}, sampleTime(0))->number;
    int number = 0;
    for (auto _ : state) {
        ++number;
        policy.client.applications[number % entries].setValue(
            ApplicationKey::ServerBindTcpPorts, QString::number(1024 + number));
        head = (*store)->apply(head, policy, QStringLiteral("bench"), {}, sampleTime(number))->number;
    }
}
BENCHMARK(applyPolicy)->Arg(10)->Arg(1000)->Arg(100000)->Unit(benchmark::kMillisecond)->UseRealTime();

void loadPolicy(benchmark::State& state)
{
    const QTemporaryDir dir;
    auto store = PolicyStore::open(dir.filePath(QStringLiteral("policy.db")));
    (void)(*store)->apply(
        0, samplePolicy(1, static_cast<int>(state.range(0))), QStringLiteral("bench"), {}, sampleTime(0));
    for (auto _ : state)
        benchmark::DoNotOptimize((*store)->policy(1));
}
BENCHMARK(loadPolicy)->Arg(10)->Arg(1000)->Arg(100000)->Unit(benchmark::kMillisecond)->UseRealTime();

void saveDraft(benchmark::State& state)
{
    const QTemporaryDir dir;
    auto store = DraftStore::open(dir.filePath(QStringLiteral("drafts.db")));
    const int entries = static_cast<int>(state.range(0));
    Draft draft{QStringLiteral("local"), 1, samplePolicy(1, entries), samplePolicy(1, entries)};
    int number = 0;
    for (auto _ : state) {
        ++number;
        draft.policy.client.applications[number % entries].setValue(
            ApplicationKey::ServerBindTcpPorts, QString::number(1024 + number));
        if (!(*store)->save(draft))
            state.SkipWithError("save failed");
    }
}
BENCHMARK(saveDraft)->Arg(10)->Arg(1000)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

BENCHMARK_MAIN();
