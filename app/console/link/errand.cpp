// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link/errand.h"

#include <utility>

namespace sallyport
{

Errand::Errand(const QString& words, QObject* parent)
    : QObject(parent)
    , m_words(words)
{
}

// With its server.
Errand::~Errand()
{
    if (!m_isOver)
        emit over();
}

void Errand::finish()
{
    if (std::exchange(m_isOver, true))
        return;
    emit over();
    deleteLater();
}

void Errand::giveUp()
{
    if (m_isOver)
        return;
    finish();
    emit givenUp();
}

} // namespace sallyport
