// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

/// What closing and quitting mean: a closed window goes on counting in the tray, and says so once;
/// without a tray closing would stop the proxy, so it asks; quitting asks while calls run. Knows no
/// window: Desktop does what the signals say.
class Shell : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given to Main by the application")
    Q_PROPERTY(QString quitQuestion READ quitQuestion NOTIFY quitQuestionChanged FINAL)
    Q_PROPERTY(bool anyRunning READ isAnyRunning NOTIFY quitQuestionChanged FINAL)
    /// The question came of closing the window: it may be minimised instead.
    Q_PROPERTY(bool closing READ isClosing NOTIFY quitQuestionChanged FINAL)

public:
    using QObject::QObject;

    void apply(const core::Snapshot &snapshot);
    void setTrayPresent(bool present) { m_hasTray = present; }
    /// The hint was given in an earlier session.
    void setHintGiven(bool given) { m_hintGiven = given; }

    [[nodiscard]] QString quitQuestion() const; ///< "8 calls are running. ..."
    [[nodiscard]] bool isAnyRunning() const { return m_running > 0; }
    [[nodiscard]] bool isClosing() const { return m_closing; }

    /// Into the tray; where there is none, asks what is meant.
    Q_INVOKABLE void closeWindow();
    Q_INVOKABLE void quit();
    // The answers to quitAsked().
    Q_INVOKABLE void confirmQuit(bool cutRunning);
    Q_INVOKABLE void minimise();

Q_SIGNALS:
    void quitQuestionChanged();
    void hideWanted();
    void showWanted();
    void minimiseWanted();
    void hintWanted(const QString &title, const QString &text);
    void quitAsked();
    void quitConfirmed(bool cutRunning);

private:
    void ask(bool closing);

    int m_running = 0;
    bool m_hasTray = false;
    bool m_hintGiven = false;
    bool m_closing = false;
};
