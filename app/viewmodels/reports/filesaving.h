// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <chrono>

/// A file that is being made elsewhere of what a page shows: how far it is, the way out, and what
/// came of it. One at a time; what is told when none is under way is passed over.
class FileSaving : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the page that saves it")
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(bool slow READ isSlow NOTIFY changed FINAL)      ///< busy for a second: a bar is due
    Q_PROPERTY(bool failed READ hasFailed NOTIFY changed FINAL) ///< the text says why
    /// "Saved as ...", or why it is not; empty while it is being saved.
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(QString progressText READ progressText NOTIFY changed FINAL) ///< "12,000 so far"

public:
    /// A person waits so long without wondering.
    static constexpr std::chrono::milliseconds SlowAfter{1'000};

    explicit FileSaving(QObject *parent = nullptr);

    void begin();
    void setRows(qint64 rows); ///< that stand in it so far
    void end(const QString &path);
    void refuse(const QString &why);
    void clear(); ///< what was said of the one before is of no interest any more

    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isSlow() const { return m_slow; }
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] QString progressText() const;

    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void changed();
    void cancelWanted();

private:
    void stop(const QString &text, bool failed);

    QTimer m_patience;
    qint64 m_rows = 0;
    bool m_busy = false;
    bool m_slow = false;
    bool m_failed = false;
    QString m_text;
};
