// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ini/clientini.h"
#include "models/ini/clientproblems.h"

#include <QMap>
#include <QSet>

namespace sallyport
{

// Reads the sections of mspclnt.ini that are the server's own: [Common], [Servers Ip Addresses], [Master Config] or
// [My Config], and [Internal].
class ServerSectionReader
{
public:
    // `result` holds what was configured before.
    ServerSectionReader(ClientIni& result, ClientProblems& problems)
        : m_result(result)
        , m_problems(problems)
    {
    }

    void begin(QStringView section);
    void setting(const IniLine& line);
    // What several sections say together, once all are read.
    void finish();

private:
    enum class Kind { Common, Servers, Master, Internal };

    void commonSetting(const IniLine& line);
    void serverSetting(const IniLine& line);
    void masterSetting(const IniLine& line);
    void domains(const IniLine& line);
    void noteForLater(const IniLine& line, Fault fault);
    bool isFirst(const IniLine& line);

    ClientIni& m_result;
    ClientProblems& m_problems;
    Kind m_kind = Kind::Common;
    bool m_isForeign = false; // Proxy Server's section, nothing of which is ours
    QSet<QString> m_keys; // folded keys of the section
    QMap<int, IpAddress> m_addresses;
    bool m_named = false;
    QString m_url;
    int m_portOfName = 0; // which WWW-Proxy gives beside the name
    bool m_hasProxyPort = false;
    int m_firstAddressLine = 0;
    QString m_masterHost;
};

} // namespace sallyport
