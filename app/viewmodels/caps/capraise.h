// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/capeditor.h"

/// "+$20.00 until tonight": more room for a while over the cap that the editor shows. It falls
/// back by itself; nothing is asked of the engine before commit().
class CapRaise : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed FINAL)     ///< it is being written
    Q_PROPERTY(bool raised READ isRaised NOTIFY changed FINAL) ///< one is in force
    Q_PROPERTY(QString raisedText READ raisedText NOTIFY changed FINAL)
    Q_PROPERTY(QString amountText READ amountText NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> ends READ ends CONSTANT FINAL) ///< "1 hour", "tonight", ...
    Q_PROPERTY(int end READ end NOTIFY changed FINAL)
    Q_PROPERTY(bool choosing READ isChoosing NOTIFY changed FINAL) ///< the last: a typed time
    Q_PROPERTY(QString untilText READ untilText WRITE setUntilText NOTIFY changed FINAL)
    Q_PROPERTY(QString consequenceText READ consequenceText NOTIFY changed FINAL)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)

public:
    using QObject::QObject;

    void apply(const CapSituation &situation);

    Q_INVOKABLE void begin();
    Q_INVOKABLE void type(const QString &text);
    Q_INVOKABLE void chooseEnd(int end);
    Q_INVOKABLE void commit();
    Q_INVOKABLE void endNow(); ///< of the one in force
    Q_INVOKABLE void close();

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool isRaised() const;
    [[nodiscard]] QString raisedText() const;
    [[nodiscard]] const QString &amountText() const { return m_amountText; }
    [[nodiscard]] QStringList ends() const;
    [[nodiscard]] int end() const { return m_end; }
    [[nodiscard]] bool isChoosing() const;
    [[nodiscard]] const QString &untilText() const { return m_untilText; }
    void setUntilText(const QString &text); ///< "18:00", "3d", "2026-12-01 18:00"
    [[nodiscard]] QString consequenceText() const;
    [[nodiscard]] QString errorText() const;

Q_SIGNALS:
    void changed();
    void changeRequested(std::optional<core::Budget> before, core::Budget after);

private:
    struct Shown
    {
        bool open = false;
        QString raised;
        QString consequence;
        bool operator==(const Shown &) const = default;
    };
    [[nodiscard]] Shown shown() const;
    void announce();
    [[nodiscard]] core::Result<core::Time> until() const;
    [[nodiscard]] QString sentence(qint64 cap, core::Time until) const;

    CapSituation m_situation;
    bool m_open = false;
    QString m_amountText;
    std::optional<qint64> m_amount; ///< of the text; none when it is wrong
    int m_end = 1;
    QString m_untilText;
    QString m_error;
    Shown
        m_shown; ///< at the last changed(): a snapshot that leaves it alone does not wake the view
};
