// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/policy/session.h"

#include <QByteArray>

#include <memory>

namespace sallyport
{

// "sessions.changed" notifications: a SessionDelta as one line of compact rows (arrays instead of objects; PROTOCOL.md
// gives their columns). These lines are the only ones that come by the hundred thousand rows, hence a codec of their
// own.

// The line with its LF. Ids and byte counts below 2^53.
QByteArray encodeSessionsChanged(const SessionDelta& delta);

// Whether a line is of that kind, judged by its first bytes as encodeSessionsChanged() writes them.
bool isSessionsChanged(QByteArrayView line);

// Strict as the rest of the channel: unknown members and words, wrong types and short or long rows are errors.
// Not for reuse across threads at once: decoders hold their buffers.
class SessionsChangedDecoder
{
public:
    SessionsChangedDecoder();
    ~SessionsChangedDecoder();
    Result<SessionDelta> decode(const QByteArray& line);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sallyport
