// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/activity.h"
#include "core/snapshot.h"
#include "core/whatif/whatif.h"

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

/// A budget that is being written: for whom, how much, per what, and what happens at the cap. What
/// it would have refused in the last seven days is asked for whenever it makes sense as it stands,
/// and is shown before it is saved.
class BudgetForm : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(
        QList<QString> dimensions READ dimensions CONSTANT FINAL) ///< "everybody", ..., "several"
    Q_PROPERTY(QList<QString> units READ units NOTIFY changed FINAL)
    Q_PROPERTY(QString amountHint READ amountHint NOTIFY changed FINAL) ///< "$20.00"
    Q_PROPERTY(QList<QString> windows READ windows CONSTANT FINAL)
    Q_PROPERTY(
        QList<QString> endings READ endings CONSTANT FINAL) ///< "refuse", "wait", "downgrade"
    Q_PROPERTY(int dimension READ dimension WRITE setDimension NOTIFY changed FINAL)
    Q_PROPERTY(QString value READ value WRITE setValue NOTIFY changed FINAL) ///< empty: each
    Q_PROPERTY(QString valueHint READ valueHint NOTIFY changed FINAL)
    Q_PROPERTY(int unit READ unit WRITE setUnit NOTIFY changed FINAL)
    Q_PROPERTY(QString amount READ amount WRITE setAmount NOTIFY changed FINAL)
    Q_PROPERTY(int window READ window WRITE setWindow NOTIFY changed FINAL)
    Q_PROPERTY(QString length READ length WRITE setLength NOTIFY changed FINAL) ///< "24h", rolling
    Q_PROPERTY(QList<QString> weekDays READ weekDays CONSTANT FINAL)            ///< Monday first
    Q_PROPERTY(int weekStart READ weekStart WRITE setWeekStart NOTIFY changed FINAL)
    Q_PROPERTY(QString zone READ zone WRITE setZone NOTIFY changed FINAL) ///< empty: the desktop's
    Q_PROPERTY(QString zoneHint READ zoneHint NOTIFY changed FINAL)
    Q_PROPERTY(bool rolling READ isRolling NOTIFY changed FINAL)
    Q_PROPERTY(bool weekly READ isWeekly NOTIFY changed FINAL)
    Q_PROPERTY(bool calendar READ isCalendar NOTIFY changed FINAL) ///< its window has a time zone
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed FINAL)    ///< may be empty
    Q_PROPERTY(QString marks READ marks WRITE setMarks NOTIFY changed FINAL) ///< "80, 95": per cent
    Q_PROPERTY(int ending READ ending WRITE setEnding NOTIFY changed FINAL)
    Q_PROPERTY(QString waitSeconds READ waitSeconds WRITE setWaitSeconds NOTIFY changed FINAL)
    Q_PROPERTY(QString substitute READ substitute WRITE setSubstitute NOTIFY changed FINAL)
    Q_PROPERTY(bool auditOnly READ isAuditOnly WRITE setAuditOnly NOTIFY changed FINAL)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed FINAL) ///< what it says, in words
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    Q_PROPERTY(QString previewText READ previewText NOTIFY previewChanged FINAL)
    Q_PROPERTY(QString hitsText READ hitsText NOTIFY previewChanged FINAL) ///< whom, most first
    Q_PROPERTY(double refusedShare READ refusedShare NOTIFY previewChanged FINAL) ///< 0..1
    Q_PROPERTY(bool counting READ isCounting NOTIFY previewChanged FINAL)

public:
    static constexpr std::chrono::hours PreviewRange{7 * 24};
    enum Ending { Refuse, Wait, Downgrade };
    Q_ENUM(Ending)

    explicit BudgetForm(QObject *parent = nullptr);

    void apply(const core::Snapshot &snapshot);
    void takePreview(quint64 ticket,
                     const core::WhatIfAnswer &answer,
                     const core::ActivityCount &matched);
    void refusePreview(quint64 ticket, const QString &why);

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] QStringList dimensions() const;
    [[nodiscard]] QStringList units() const;
    [[nodiscard]] static QString amountHint();
    [[nodiscard]] QStringList windows() const;
    [[nodiscard]] QStringList endings() const;
    [[nodiscard]] int dimension() const { return m_dimension; }
    void setDimension(int dimension) { put(m_dimension, dimension); }
    [[nodiscard]] const QString &value() const { return m_value; }
    void setValue(const QString &value) { put(m_value, value); }
    [[nodiscard]] QString valueHint() const;
    [[nodiscard]] int unit() const { return m_unit; }
    void setUnit(int unit) { put(m_unit, unit); }
    [[nodiscard]] const QString &amount() const { return m_amount; }
    void setAmount(const QString &amount) { put(m_amount, amount); }
    [[nodiscard]] int window() const { return m_window; }
    void setWindow(int window) { put(m_window, window); }
    [[nodiscard]] const QString &length() const { return m_length; }
    void setLength(const QString &length) { put(m_length, length); }
    [[nodiscard]] QStringList weekDays() const;
    [[nodiscard]] int weekStart() const { return m_weekStart; }
    void setWeekStart(int day) { put(m_weekStart, day); }
    [[nodiscard]] const QString &zone() const { return m_typedZone; }
    void setZone(const QString &zone) { put(m_typedZone, zone); }
    [[nodiscard]] QString zoneHint() const { return QString::fromUtf8(m_zone); }
    [[nodiscard]] bool isRolling() const { return kind() == core::WindowKind::Rolling; }
    [[nodiscard]] bool isWeekly() const { return kind() == core::WindowKind::Week; }
    [[nodiscard]] bool isCalendar() const
    {
        return !isRolling() && kind() != core::WindowKind::Lifetime;
    }
    [[nodiscard]] const QString &name() const { return m_name; }
    void setName(const QString &name) { put(m_name, name); }
    [[nodiscard]] const QString &marks() const { return m_marks; }
    void setMarks(const QString &marks) { put(m_marks, marks); }
    [[nodiscard]] int ending() const { return m_ending; }
    void setEnding(int ending) { put(m_ending, ending); }
    [[nodiscard]] const QString &waitSeconds() const { return m_waitSeconds; }
    void setWaitSeconds(const QString &seconds) { put(m_waitSeconds, seconds); }
    [[nodiscard]] const QString &substitute() const { return m_substitute; }
    void setSubstitute(const QString &model) { put(m_substitute, model); }
    [[nodiscard]] bool isAuditOnly() const { return m_auditOnly; }
    void setAuditOnly(bool only) { put(m_auditOnly, only); }
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] bool canSave() const { return m_open && budget().ok(); }
    [[nodiscard]] const QString &previewText() const { return m_previewText; }
    [[nodiscard]] const QString &hitsText() const { return m_hitsText; }
    [[nodiscard]] double refusedShare() const { return m_refusedShare; }
    [[nodiscard]] bool isCounting() const { return m_counting; }

    Q_INVOKABLE void begin(const QString &tenant); ///< for that tenant; "" for everybody
    void beginFor(core::Dimension dimension, const QString &value);
    Q_INVOKABLE void save();
    Q_INVOKABLE void close();

Q_SIGNALS:
    void changed();
    void previewChanged();
    void saveRequested(const core::Budget &budget);
    void previewWanted(quint64 ticket,
                       const core::WhatIfQuestion &question,
                       const core::ActivityFilter &matching);

private:
    template <class T>
    void put(T &field, const T &value)
    {
        if (m_open && field != value) {
            field = value;
            m_touched = true;
            Q_EMIT changed();
            askSoon();
        }
    }
    [[nodiscard]] core::Result<core::Budget> budget() const;
    [[nodiscard]] static QString downgradeText(const core::Budget &budget);
    /// The last of the dimensions: the value names several, and tags, as commands do.
    [[nodiscard]] bool isOfSeveral() const { return m_dimension == dimensions().size() - 1; }
    [[nodiscard]] core::Result<core::Selector> selector() const;
    [[nodiscard]] QString whom(const core::Selector &selector) const;
    [[nodiscard]] core::WindowKind kind() const;
    [[nodiscard]] core::Result<core::Window> readWindow() const;
    [[nodiscard]] QString windowText(const core::Window &window) const;
    [[nodiscard]] core::Result<qint64> limit() const;
    [[nodiscard]] core::Outcome readEnding(core::Budget &budget) const;
    void askSoon();
    void ask();
    void showPreview(const QString &text, const QString &hits, double share, bool counting);

    bool m_open = false;
    bool m_touched = false;
    QByteArray m_id;
    int m_dimension = 0;
    QString m_value;
    int m_unit = 0;
    QString m_amount;
    int m_window = 1;
    QString m_length;
    int m_weekStart = 0;
    QString m_typedZone;
    QString m_name;
    QString m_marks;
    int m_ending = Refuse;
    QString m_waitSeconds;
    QString m_substitute;
    bool m_auditOnly = false;
    QTimer m_pause; ///< a person is still typing
    quint64 m_ticket = 0;
    QString m_previewText;
    QString m_hitsText;
    double m_refusedShare = 0;
    bool m_counting = false;
    core::Time m_now{};
    QByteArray m_zone;
};
