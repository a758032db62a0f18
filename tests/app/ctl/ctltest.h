// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/verbs.h"
#include "tests/app/service/control/controlrig.h"

#include <QFile>
#include <QStandardPaths>

namespace sallyport
{

// Verbs against a whole control server over a data plane of plain values, in one thread: a verb waits in an event loop,
// and the server answers from it. A test's init() is begin(), and its cleanup() end().
class CtlTest : public QObject
{
protected:
    void begin()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_rig = std::make_unique<ControlRig>();
        qputenv("HOME", QFile::encodeName(m_rig->dir.path())); // servers.json of this test alone
    }
    void end() { m_rig.reset(); }

    Answer ctl(const QStringList& line) const
    {
        return runCommand(QStringList{QStringLiteral("--control"), m_rig->socketPath()} + line);
    }
    Answer ctl(const QString& line, const QStringList& more = {}) const
    {
        return ctl(line.split(u' ', Qt::SkipEmptyParts) + more);
    }
    Answer ctl(const char* line) const { return ctl(QString::fromUtf8(line)); }
    // Makes one in the rig's folder; its name.
    QString file(const char* name, const QByteArray& bytes) const
    {
        QFile file(m_rig->dir.filePath(QLatin1StringView(name)));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }
    const Policy& policy() const { return m_rig->keeper->current()->policy; }

    std::unique_ptr<ControlRig> m_rig;
};

} // namespace sallyport
