// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/logs/w3cfiles.h"

#include "models/base/fault.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace sallyport
{

namespace
{

constexpr QLatin1StringView prefixOf(W3cLog log)
{
    return log == W3cLog::Firewall ? QLatin1StringView("FWSEXTD") : QLatin1StringView("WEBEXTD");
}

std::chrono::sys_days dayOf(TimePoint time)
{
    return std::chrono::floor<std::chrono::days>(time);
}

QString dayText(std::chrono::sys_days day)
{
    const std::chrono::year_month_day date(day);
    return QStringLiteral("%1%2%3")
        .arg(static_cast<int>(date.year()), 4, 10, QLatin1Char('0'))
        .arg(static_cast<unsigned>(date.month()), 2, 10, QLatin1Char('0'))
        .arg(static_cast<unsigned>(date.day()), 2, 10, QLatin1Char('0'));
}

// What the system says against it; empty where the folder is there now.
QString makeFolder(const QString& directory)
{
    std::error_code obstacle;
    std::filesystem::create_directories(QFile::encodeName(directory).toStdString(), obstacle);
    return obstacle ? QString::fromLocal8Bit(obstacle.message().c_str()) : QString();
}

// W3C extended log file format: the directives every file begins with.
std::string headerOf(W3cLog log, std::chrono::sys_days day)
{
    const std::string date = dayText(day).toStdString();
    return "#Software: Sallyport " SALLYPORT_VERSION "\n#Version: 1.0\n#Date: " + date.substr(0, 4) + '-'
        + date.substr(4, 2) + '-' + date.substr(6, 2) + " 00:00:00\n#Fields: " + std::string(w3cFields(log)) + '\n';
}

} // namespace

W3cFiles::W3cFiles(const QString& directory, const std::string& server, int keepDays)
    : m_directory(directory)
    , m_server(server)
    , m_keepDays(std::max(keepDays, 1))
{
}

QString W3cFiles::fileName(const FileKey& key) const
{
    return QString(m_directory % u'/' % prefixOf(key.first) % dayText(key.second) % QLatin1StringView(".log"));
}

Status W3cFiles::write(const std::vector<LogRecord>& batch)
{
    std::chrono::sys_days newest{};
    for (const LogRecord& record : batch) {
        const FileKey key(w3cLogOf(record.way), dayOf(record.time));
        std::string& lines = m_lines[key];
        appendW3cLine(lines, record, key.first, m_server);
        lines += '\n';
        newest = std::max(newest, key.second);
    }
    Status status;
    for (auto it = m_lines.begin(); it != m_lines.end();) {
        if (!it->second.empty()) {
            if (const Status appended = append(it->first, it->second); !appended && status)
                status = appended;
        }
        it->second.clear();
        it = it->first.second < newest ? m_lines.erase(it) : std::next(it);
    }
    if (const auto now = std::chrono::steady_clock::now(); now >= m_cleanAgain) {
        m_cleanAgain = now + std::chrono::days(1);
        removeOld();
    }
    return status;
}

Status W3cFiles::remark(TimePoint time, const std::string& text)
{
    Status status;
    for (const W3cLog log : {W3cLog::Firewall, W3cLog::WebProxy}) {
        const FileKey key(log, dayOf(time));
        if (!QFile::exists(fileName(key)))
            continue;
        if (const Status appended = append(key, "#Remark: " + text + '\n'); !appended)
            status = appended;
    }
    return status;
}

Status W3cFiles::probe()
{
    QTemporaryFile file(QString(m_directory % QLatin1StringView("/probe-XXXXXX")));
    if (const QString obstacle = makeFolder(m_directory); !obstacle.isEmpty())
        return makeError(Fault::FolderNotWritten, m_directory, {obstacle});
    if (file.open() && file.write(QByteArray(4096, '\n')) == 4096 && file.flush())
        return {};
    return makeError(Fault::FolderNotWritten, m_directory, {file.errorString()});
}

Status W3cFiles::append(const FileKey& key, const std::string& lines)
{
    const QString name = fileName(key);
    QFile file(name);
    if (const QString obstacle = makeFolder(m_directory); !obstacle.isEmpty())
        return makeError(Fault::FolderNotWritten, name, {obstacle});
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return makeError(Fault::FolderNotWritten, name, {file.errorString()});
    m_written.insert(QFileInfo(name).fileName());
    const qint64 before = file.size();
    const std::string header = before == 0 ? headerOf(key.first, key.second) : std::string();
    for (const std::string* text : {&header, &lines}) {
        const auto size = static_cast<qint64>(text->size());
        if (file.write(text->data(), size) == size)
            continue;
        const QString why = file.errorString();
        // A line must not stay half written, or the next batch would continue it.
        file.resize(before);
        return makeError(Fault::FileNotWritten, name, {why});
    }
    return {};
}

// A clock that has lost its time names days that never were. Files from before there was such a program are counted by
// themselves: among the others they would be the oldest always, however new what is in them.
void W3cFiles::removeOld()
{
    QDir directory(m_directory);
    for (const W3cLog log : {W3cLog::Firewall, W3cLog::WebProxy}) {
        const QString pattern = QString(prefixOf(log) % QLatin1StringView("????????.log"));
        // Names of one length in which the date goes from year to day: their order is that of the days.
        QStringList names = directory.entryList({pattern}, QDir::Files, QDir::Name | QDir::Reversed);
        names.removeIf([this](const QString& name) { return m_written.contains(name); });
        const QString firstDay = QString(prefixOf(log) % QLatin1StringView("20200101"));
        const auto timeless
            = std::find_if(names.begin(), names.end(), [&](const QString& name) { return name < firstDay; });
        const auto removeAllBut = [&](auto first, auto last) {
            for (; last - first > m_keepDays; --last)
                directory.remove(*(last - 1));
        };
        removeAllBut(names.begin(), timeless);
        removeAllBut(timeless, names.end());
    }
}

} // namespace sallyport
