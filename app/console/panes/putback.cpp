// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/putback.h"

#include "app/console/draft/policydraft.h"
#include "dialogs/texts/errortexts.h"
#include "models/items/texts.h"

#include <QCoreApplication>

namespace sallyport
{

Report reportOf(const Result<PutBack>& put, PolicyDraft& draft)
{
    if (!put) {
        return {QCoreApplication::translate("sallyport::HistoryPane", "Nothing was put into the draft. %1")
                    .arg(texts::error(put.error())),
            Tone::Refused, {}};
    }
    QStringList kept;
    for (const QString& path : put->kept)
        kept.append(texts::changePath(path));
    const QString names = kept.join(QStringLiteral(", "));
    if (!put->changed) {
        return {kept.isEmpty() ? QCoreApplication::translate(
                    "sallyport::HistoryPane", "The draft is so already; there is nothing to change.")
                               : QCoreApplication::translate(
                                   "sallyport::HistoryPane", "It can't be taken back, since it was changed again: %1.")
                                     .arg(names),
            Tone::Attention, {}};
    }
    const Undo undo = draft.undoOfLastChange();
    if (draft.isClean() && put->replaced > 0) {
        return {QCoreApplication::translate("sallyport::HistoryPane",
                    "The draft is what is in force again; your %n change(s) that were not applied went for it.",
                    nullptr, put->replaced),
            Tone::Attention, undo};
    }
    if (draft.isClean()) {
        return {QCoreApplication::translate(
                    "sallyport::HistoryPane", "The draft is what is in force; there is nothing to apply."),
            Tone::Attention, undo};
    }
    if (put->replaced > 0) {
        return {QCoreApplication::translate("sallyport::HistoryPane",
                    "In the draft, in place of your %n change(s) that were not applied. Review, then apply.", nullptr,
                    put->replaced),
            Tone::Attention, undo};
    }
    if (kept.isEmpty()) {
        return {QCoreApplication::translate("sallyport::HistoryPane", "In the draft. Review, then apply."),
            Tone::Confirmed, undo};
    }
    return {
        QCoreApplication::translate("sallyport::HistoryPane", "In the draft, but for what was changed again since: %1.")
            .arg(names),
        Tone::Attention, undo};
}

} // namespace sallyport
