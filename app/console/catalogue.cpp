// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/catalogue.h"

#include "models/policy/catalogue.h"

#include <QCoreApplication>
#include <QFile>

namespace sallyport
{

const ProgramCatalogue& applicationCatalogue()
{
    static const ProgramCatalogue offered = [] {
        ProgramCatalogue programs;
        QFile file(QStringLiteral(":/applications.json"));
        if (!file.open(QIODevice::ReadOnly))
            return programs;
        const Result<Catalogue> catalogue = readCatalogue(file.readAll());
        if (!catalogue)
            return programs; // names can still be typed
        for (const CatalogueProgram& program : catalogue->programs) {
            const QString description = program.inService
                ? program.name
                : QCoreApplication::translate("catalogue", "%1 (service closed)").arg(program.name);
            for (const QString& section : program.sections)
                programs.append({section, description});
        }
        return programs;
    }();
    return offered;
}

} // namespace sallyport
