// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace sallyport
{

// Any translation: what is said in the console's language stands in brackets.
class Brackets final : public QTranslator
{
public:
    QString translate(const char*, const char* text, const char*, int) const override
    {
        return u'[' + QString::fromUtf8(text) + u']';
    }
    bool isEmpty() const override { return false; }
};

} // namespace sallyport
