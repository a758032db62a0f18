// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/texts/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// Resources of a static library are not registered by themselves; the macro must stand outside any namespace.
static void initResources()
{
    Q_INIT_RESOURCE(translations);
}

namespace sallyport
{

namespace
{

// Of Qt's own texts: menus of fields, names of keys, file dialogs. Where they are not installed these stay English.
void installQtTexts(QCoreApplication& application, const QString& language)
{
    auto* translator = new QTranslator(&application);
    if (translator->load(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

void registerTranslations()
{
    static const bool registered = (initResources(), true);
    Q_UNUSED(registered)
}

bool installTranslations(QCoreApplication& application, const QLocale& locale)
{
    registerTranslations();
    const QString folder = QStringLiteral(":/translations");
    const QString prefix = QStringLiteral("sallyport_");
    auto* plurals = new QTranslator(&application);
    if (plurals->load(prefix + QLatin1StringView("en"), folder))
        QCoreApplication::installTranslator(plurals);
    // English ahead of another language we have means English.
    for (const QString& language : locale.uiLanguages()) {
        const QString name = language.section(QLatin1Char('-'), 0, 0);
        if (name == QLatin1StringView("en"))
            return false;
        auto* translator = new QTranslator(&application);
        if (translator->load(prefix + name, folder)) {
            installQtTexts(application, name); // beneath ours, which is asked first
            QCoreApplication::installTranslator(translator);
            return true;
        }
        delete translator;
    }
    return false;
}

} // namespace sallyport
