// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/policy.h"
#include "models/policy/problem.h"

#include <QByteArray>
#include <QHash>

namespace sallyport
{

// mspclnt.ini as a Firewall Client fetches it: ISO 8859-1, CRLF, our own head comment. Equal policies are equal bytes.
QByteArray writeClientIni(const Policy& policy);

// What a mspclnt.ini makes of the client configuration and the Local Domain Table there were before: what it does not
// speak of stays, program by program and key by key, and a key without a value says nothing. Any encoding and line end
// of iniscanner.h, any spelling of inivalues.h. Unknown sections and keys and unreadable values are Problems with their
// line; editClientIni() does not lose them.
struct ClientIni {
    ClientConfiguration client;
    QStringList localDomains;
    QList<Problem> problems;
    // Where what validate() may find wrong of it stands: paths as the subjects of its problems have them.
    QHash<QString, int> lines{};
};
// Fails only for what is no such file at all (NUL bytes, over 16 MiB).
Result<ClientIni> readClientIni(const QByteArray& bytes, const Policy& before = Policy());

// The file with its settings brought to those of the policy, touching only lines that must change: unknown sections and
// keys, keyless lines, comments, order, key case and line endings stay.
Result<QByteArray> editClientIni(const QByteArray& bytes, const Policy& policy);

// wspcfg.ini for one program's own folder: its section alone.
QByteArray writeWspcfg(const ApplicationEntry& entry);
Result<ClientIni> readWspcfg(const QByteArray& bytes, const Policy& before = Policy());

// msplat.txt / locallat.txt: "FROM<TAB>TO" a line, CRLF. Also read are "FROM-TO", single addresses, networks such as
// 10.0.0.0/8, and comments behind ';' or '#'.
QByteArray writeLat(const QList<AddressRange>& ranges);
struct Lat {
    QList<AddressRange> ranges;
    QList<Problem> problems;
    QList<int> lines{}; // of the ranges
};
Result<Lat> readLat(const QByteArray& bytes);

// wspad.dat (automatic discovery) and the PAC script of wpad.dat and array.dll?Get.Routing.Script: direct for the LAT
// and the local domains, else the Web Proxy.
QByteArray writeWspad(const Policy& policy);
QByteArray writePac(const Policy& policy);

} // namespace sallyport
