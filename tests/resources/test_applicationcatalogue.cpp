// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/catalogue.h"
#include "models/policy/catalogue.h"

#include <QFile>
#include <QtTest>

using namespace sallyport;

// The catalogue that ships is the one the console offers while a program's name is typed.
class ApplicationCatalogueTest : public QObject
{
    Q_OBJECT

private slots:
    void consoleOffersEveryProgram();
};

void ApplicationCatalogueTest::consoleOffersEveryProgram()
{
    QFile file(QStringLiteral(SALLYPORT_SOURCE "/resources/applications.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<Catalogue> shipped = readCatalogue(file.readAll());
    QVERIFY(shipped.ok());
    QStringList expected;
    for (const CatalogueProgram& program : shipped->programs)
        expected.append(program.sections);
    QStringList offered;
    for (const OfferedProgram& program : applicationCatalogue()) {
        offered.append(program.name);
        QVERIFY2(!program.description.isEmpty(), qPrintable(program.name));
        if (program.name == QStringLiteral("msmsgs"))
            QCOMPARE(program.description, QStringLiteral("MSN Messenger (service closed)"));
    }
    QCOMPARE(offered, expected);
}

QTEST_GUILESS_MAIN(ApplicationCatalogueTest)
#include "test_applicationcatalogue.moc"
