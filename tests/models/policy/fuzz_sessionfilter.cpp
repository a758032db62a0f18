// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/sessionfilter.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace sallyport;

// Whatever the text is: a failure says why, and a filter that was read can be asked.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const Result<SessionFilter> filter = SessionFilter::parse(text);
    if (!filter) {
        if (filter.error().detail.isEmpty() || filter.error().fault == Fault{})
            std::abort();
        return 0;
    }
    Session session;
    session.user = QStringLiteral("anna");
    Connection connection;
    connection.host = text.left(8);
    filter->matches(session, connection);
    return 0;
}
