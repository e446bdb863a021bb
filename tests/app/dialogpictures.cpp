// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "photographer.h"
#include "samplefiles.h"
#include "windowpage.h"

using namespace Qt::StringLiterals;

bool takeFiles(Desktop &desktop, const QDir &folder, const QString &suffix)
{
    Photographer photographer(desktop, folder);
    ControlCentre &centre = desktop.controlCentre();
    QQuickWindow &window = *desktop.window();
    const auto take = [&](const QString &button, int page, const QString &name, auto answer) {
        showPage(window, page);
        settle();
        const bool opened = sample::click(window, button);
        answer();
        const bool taken = opened && photographer.take(name + u'-' + suffix, page);
        for (QObject *popup : window.findChildren<QObject *>()) {
            if (popup->inherits("QQuickPopup") && popup->property("visible").toBool()) {
                QMetaObject::invokeMethod(popup, "close");
            }
        }
        settle();
        return taken;
    };
    core::Snapshot muted = sample::snapshot();
    muted.alertMutes = {{{}, muted.at, core::Time::max()},
                        {"b-research", muted.at, muted.at + std::chrono::hours(1)}};
    centre.apply(muted);
    MuteDesk &desk = *centre.alerts()->mutes();
    desk.setChoice(static_cast<int>(desk.choices().size()) - 1);
    desk.mute(); // which says what is wrong
    bool ok = take(u"mute"_s, 4, u"mute"_s, [] {});
    ok = take(u"askForRestore"_s,
              6,
              u"restore"_s,
              [&] { sample::answer(*centre.settings()->restore()); }) &&
         ok;
    ok = take(u"askForUsage"_s,
              6,
              u"import"_s,
              [&] { sample::answerWithUsage(*centre.settings()->usageImport()); }) &&
         ok;
    ok =
        take(u"askForConfiguration"_s,
             6,
             u"configuration"_s,
             [&] { sample::answerWithConfiguration(*centre.settings()->configurationImport()); }) &&
        ok;
    return take(u"askForPolicy"_s,
                5,
                u"policy"_s,
                [&] { sample::answer(*centre.reports()->policy()); }) &&
           ok;
}

bool takeDialogs(Desktop &desktop, const QDir &folder, const QString &suffix)
{
    Photographer photographer(desktop, folder);
    bool ok = true;
    for (const char *name : {"FindDialog", "KeySheet", "PauseAllDialog", "QuitDialog"}) {
        for (QObject *popup : desktop.window()->findChildren<QObject *>()) {
            if (QByteArrayView(popup->metaObject()->className()).startsWith(name)) {
                QMetaObject::invokeMethod(popup, "open");
                const QString file = QString::fromLatin1(name).toLower() + u'-' + suffix;
                ok = photographer.take(file, 0) && ok;
                QMetaObject::invokeMethod(popup, "close");
            }
        }
    }
    return ok;
}
