// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/style/mnemonic.h"

namespace sallyport
{

ShownText shownText(const QString& marked)
{
    ShownText shown;
    for (qsizetype i = 0; i < marked.size(); ++i) {
        if (marked.at(i) == u'&') {
            if (++i == marked.size())
                break;
            if (marked.at(i) != u'&' && shown.mnemonic < 0)
                shown.mnemonic = shown.text.size();
        }
        shown.text.append(marked.at(i));
    }
    return shown;
}

QString withoutMnemonic(const QString& marked)
{
    return shownText(marked).text;
}

QString fieldName(const QString& label)
{
    const QString name = withoutMnemonic(label);
    return name.endsWith(u':') ? name.chopped(1) : name;
}

} // namespace sallyport
