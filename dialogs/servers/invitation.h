// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sallyport
{

// Where a service is, as people write it.
struct ServerAddress {
    QString host; // without brackets
    int port = 0; // 0: none was named
};

// "gw", "gw:1746", "10.0.0.1:1746", "[fd00::1]:1746", "fd00::1". What is no port, 0 among them, stays with the host,
// whose check then refuses it.
ServerAddress readServerAddress(const QString& text);

// What "sallyportd enrol" prints, as it arrives by copy and paste: its lines, or all of them as one.
struct Invitation {
    ServerAddress address; // of an address line, or what stood before the rest
    QString code;
    QString fingerprint;
};

// Whether the text is, or holds, such an invitation. Without a code there is none.
bool holdsInvitation(const QString& text);
Invitation readInvitation(const QString& text);

} // namespace sallyport
