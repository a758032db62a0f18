// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ini/clientsections.h"

namespace sallyport
{

// What the server's own sections of mspclnt.ini say for a policy: the one source of writing and editing.
struct ServerSetting {
    QString key;
    QString value;
};
struct ServerSection {
    QString name;
    QList<ServerSetting> settings;
};

// [Common], [Servers Ip Addresses], [Master Config], [Internal], in the order of the file.
QList<ServerSection> serverSections(const Policy& policy);
// [Servers Ip Addresses] alone.
ServerSection serversOf(const ClientConfiguration& client);

// A value of [Common] as serverSections() would write it ("08080" -> "8080", "a , b" -> "a,b"); nothing when it can't
// be read.
std::optional<QString> canonicalCommonValue(QStringView key, QStringView value);

} // namespace sallyport
