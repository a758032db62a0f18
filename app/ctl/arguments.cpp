// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"

#include "models/base/visibletext.h"

#include <QStringDecoder>

namespace sallyport
{

namespace
{

Error usage(const QString& option, const QString& detail)
{
    return {ErrorCode::InvalidValue, QStringLiteral("--") + option, detail};
}

} // namespace

Result<qint64> Arguments::number(const char* option, qint64 absent, qint64 least, qint64 most) const
{
    if (!has(option))
        return absent;
    bool whole = false;
    const qint64 number = value(option).toLongLong(&whole);
    if (!whole || number < least || number > most)
        return usage(
            QLatin1StringView(option), QStringLiteral("must be a whole number from %1 to %2").arg(least).arg(most));
    return number;
}

Result<QStringList> commandLine(std::span<const char* const> arguments)
{
    QStringList words;
    for (const char* argument : arguments) {
        const QByteArrayView bytes(argument);
        if (!bytes.isValidUtf8()) {
            std::string shown;
            appendVisible(shown, bytes.toByteArray().toStdString());
            return Error{ErrorCode::InvalidValue, QString::fromStdString(shown),
                QStringLiteral("is not UTF-8; write it in a terminal that is set to UTF-8")};
        }
        // A byte order mark in front is a part of the text.
        QStringDecoder decode(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom);
        words.append(decode(bytes));
    }
    return words;
}

Result<Arguments> parseArguments(const QStringList& line, const QStringList& valued, const QStringList& switches)
{
    Arguments arguments;
    bool optionsEnded = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QString& word = line.at(i);
        if (optionsEnded || !word.startsWith(QLatin1StringView("--"))) {
            arguments.words.append(word);
            continue;
        }
        if (word.size() == 2) {
            optionsEnded = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        if (arguments.options.contains(name))
            return usage(name, QStringLiteral("is given twice"));
        if (switches.contains(name) && equals < 0) {
            arguments.options.insert(name, {});
        } else if (!valued.contains(name)) {
            return usage(name,
                equals < 0 ? QStringLiteral("there is no such option; see --help") : QStringLiteral("takes no value"));
        } else if (equals >= 0) {
            arguments.options.insert(name, word.mid(equals + 1));
        } else if (++i < line.size()) {
            arguments.options.insert(name, line.at(i));
        } else {
            return usage(name, QStringLiteral("needs a value"));
        }
    }
    return arguments;
}

} // namespace sallyport
