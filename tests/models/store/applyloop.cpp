// SPDX-License-Identifier: GPL-3.0-or-later
// Applies revision after revision to the policy database FILE and prints the number of each once it is acknowledged,
// until it is killed. Every other one is settled.
#include "models/store/policystore.h"
#include "tests/models/store/samplepolicy.h"

#include <QCoreApplication>

#include <cstdio>

using namespace sallyport;

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    auto store = PolicyStore::open(app.arguments().value(1));
    if (!store) {
        std::fprintf(stderr, "%s\n", qPrintable(store.error().text()));
        return 1;
    }
    auto head = (*store)->head();
    while (head) {
        const int next = static_cast<int>(head->number) + 1;
        head = (*store)->apply(
            head->number, samplePolicy(next, 100), QStringLiteral("loop"), QString::number(next), sampleTime(next));
        if (head && (std::printf("%d\n", next) < 0 || std::fflush(stdout) != 0))
            return 1;
        if (next % 2 == 0)
            (void)(*store)->settle();
    }
    std::fprintf(stderr, "%s\n", qPrintable(head.error().text()));
    return 1;
}
