// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/ini/inicorpus.h"

#include "models/base/fault.h"

#include <QDir>
#include <QFile>
#include <QtTest>

namespace sallyport::test
{

QString iniPath(const QString& relative)
{
    return QStringLiteral(SALLYPORT_TEST_DATA "/ini/") + relative;
}

QByteArray readIniFile(const QString& relative)
{
    QFile file(iniPath(relative));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s can't be read", qPrintable(file.fileName()));
    return file.readAll();
}

QStringList iniFiles(const QString& folder, const QString& suffix)
{
    return QDir(iniPath(folder)).entryList({u'*' + suffix}, QDir::Files, QDir::Name);
}

bool matchesGolden(const QByteArray& actual, const QString& relative)
{
    if (qEnvironmentVariableIsSet("SALLYPORT_UPDATE_GOLDEN")) {
        QFile file(iniPath(relative));
        return file.open(QIODevice::WriteOnly) && file.write(actual) == actual.size();
    }
    const QByteArray expected = readIniFile(relative);
    if (actual != expected)
        qWarning("%s differs; now it would be:\n%s", qPrintable(relative), actual.constData());
    return actual == expected;
}

QByteArray problemLines(const QList<Problem>& problems)
{
    QByteArray lines;
    for (const Problem& problem : problems) {
        const QByteArray severity = problem.severity == Severity::Error ? "error" : "warning";
        lines += QByteArray::number(problem.line) + ' ' + severity + ' ' + errorWord(problem.error.code).toUtf8() + ' '
            + problem.value.toUtf8();
        const Error& error = problem.error;
        const bool translatable = error.fault != Fault::None && error.arguments.size() == argumentCount(error.fault);
        lines += translatable ? "\n" : " can't be translated\n";
    }
    return lines;
}

} // namespace sallyport::test
