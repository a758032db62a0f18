// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/catalogue.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace sallyport;

// Whatever the bytes are: a failure names at least one problem, and a catalogue that was read finds all its sections.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    QList<Problem> problems;
    const Result<Catalogue> catalogue
        = readCatalogue(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)), &problems);
    if (catalogue.ok() != problems.isEmpty())
        std::abort();
    if (!catalogue)
        return 0;
    for (const CatalogueProgram& program : catalogue->programs) {
        for (const QString& section : program.sections) {
            if (catalogue->find(section) != &program)
                std::abort();
        }
    }
    return 0;
}
