// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;
class QLocale;

namespace sallyport
{

// Installs our texts for the first language of the locale that we have, and beneath them Qt's own in that language and
// the English plural forms. To
// be called once, before the first window is made. False: English it is.
bool installTranslations(QCoreApplication& application, const QLocale& locale);

// Makes ":/translations/" available to whoever loads the files itself.
void registerTranslations();

} // namespace sallyport
