// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/ledgerfilterchip.h"
#include "app/viewmodels/budgets/budgetoptions.h"
#include "app/viewmodels/budgets/budgetpast.h"
#include "app/viewmodels/capeditor.h"

#include <QStringList>

/// A budget that is being written, a new one or one that there is: for whom, how much, per what,
/// and what happens at the cap. What it would have refused is asked for whenever it makes sense as
/// it stands, and is shown before it is saved.
class BudgetForm : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(bool changing READ isChanging NOTIFY changed FINAL) ///< one that there is
    Q_PROPERTY(
        QList<QString> dimensions READ dimensions CONSTANT FINAL) ///< "everybody", ..., "several"
    Q_PROPERTY(QList<QString> units READ units NOTIFY changed FINAL)
    Q_PROPERTY(QString amountHint READ amountHint NOTIFY changed FINAL) ///< "$20.00"
    Q_PROPERTY(QList<QString> windows READ windows CONSTANT FINAL)
    Q_PROPERTY(
        QList<QString> endings READ endings CONSTANT FINAL) ///< "refuse", "wait", "downgrade"
    Q_PROPERTY(int dimension READ dimension WRITE setDimension NOTIFY changed FINAL)
    Q_PROPERTY(QString value READ value WRITE setValue NOTIFY changed FINAL) ///< empty: each
    /// Names that the value may be, in the chosen dimension.
    Q_PROPERTY(ActivityFilterChip *known READ known CONSTANT FINAL)
    Q_PROPERTY(bool hasKnown READ hasKnown NOTIFY changed FINAL)
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
    Q_PROPERTY(BudgetOptions *options READ options CONSTANT FINAL)
    Q_PROPERTY(BudgetPast *past READ past CONSTANT FINAL)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed FINAL) ///< what it says, in words
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)
    /// What becomes of what is counted, and of calls that run; a line each.
    Q_PROPERTY(QString effectText READ effectText NOTIFY effectChanged FINAL)
    Q_PROPERTY(bool cuts READ cuts NOTIFY effectChanged FINAL) ///< running calls, when it is saved
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    Q_PROPERTY(QString saveText READ saveText NOTIFY changed FINAL) ///< on the button
    Q_PROPERTY(QString saveTip READ saveTip NOTIFY changed FINAL)   ///< what it waits for

public:
    enum Ending { Refuse, Wait, Downgrade };
    Q_ENUM(Ending)

    explicit BudgetForm(QObject *parent = nullptr);

    void apply(const core::Snapshot &snapshot);
    /// Where the budget that is being changed stands by now; of another one it is ignored.
    void follow(const CapSituation &situation);

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool isChanging() const { return m_before.has_value(); }
    [[nodiscard]] QStringList dimensions() const;
    [[nodiscard]] QStringList units() const;
    [[nodiscard]] static QString amountHint();
    [[nodiscard]] QStringList windows() const;
    [[nodiscard]] QStringList endings() const;
    [[nodiscard]] int dimension() const { return m_dimension; }
    void setDimension(int dimension) { put(m_dimension, dimension); }
    [[nodiscard]] LedgerFilterChip *known() { return &m_known; }
    [[nodiscard]] bool hasKnown() const { return m_dimension > 0 && !isOfSeveral(); }
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
    [[nodiscard]] BudgetOptions *options() { return &m_options; }
    [[nodiscard]] BudgetPast *past() { return &m_past; }
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] const QString &effectText() const { return m_effect.text; }
    [[nodiscard]] bool cuts() const { return m_effect.cuts; }
    /// Once what it would have refused stands there; after a while, or where that cannot be told,
    /// without.
    [[nodiscard]] bool canSave() const;
    [[nodiscard]] QString saveText() const;
    [[nodiscard]] QString saveTip() const;

    Q_INVOKABLE void begin(const QString &tenant); ///< for that tenant; "" for everybody
    void beginFor(core::Dimension dimension, const QString &value);
    void beginChange(const CapSituation &situation); ///< of the budget that it is about
    Q_INVOKABLE void enter();                        ///< save(), but never unseen
    Q_INVOKABLE void save();
    Q_INVOKABLE void close();

Q_SIGNALS:
    void changed();
    void effectChanged();
    /// `before` is empty when the budget is new.
    void saveRequested(const std::optional<core::Budget> &before, const core::Budget &after);

private:
    struct Effect
    {
        QString text;
        bool cuts = false;
        friend bool operator==(const Effect &, const Effect &) = default;
    };

    template <class T>
    void put(T &field, const T &value)
    {
        if (m_open && field != value) {
            field = value;
            touch();
        }
    }
    void keep(const CapSituation &situation);
    void touch();  ///< a person changed something
    void settle(); ///< what follows from what stands on the form
    void weigh();
    void show(const core::Budget &budget);
    void showSelector(const core::Selector &selector);
    void showWindow(const core::Window &window);
    void showEnding(const core::Budget &budget);
    [[nodiscard]] core::Result<core::Budget> budget() const;
    [[nodiscard]] core::Outcome readId(core::Budget &budget) const;
    [[nodiscard]] core::Outcome readCap(core::Budget &budget) const;
    [[nodiscard]] core::Outcome readEnding(core::Budget &budget) const;
    [[nodiscard]] std::optional<core::Raise> keptRaise(const core::Budget &budget) const;
    [[nodiscard]] core::Result<qint64> limit() const;
    /// The last of the dimensions: the value names several, and tags, as commands do.
    [[nodiscard]] bool isOfSeveral() const { return m_dimension == dimensions().size() - 1; }
    [[nodiscard]] core::Result<core::Selector> selector() const;
    [[nodiscard]] core::WindowKind kind() const;
    [[nodiscard]] core::Result<core::Window> readWindow() const;
    [[nodiscard]] QString whom(const core::Selector &selector) const;
    [[nodiscard]] QString windowText(const core::Window &window) const;
    [[nodiscard]] QString downgradeText(const core::Budget &budget) const;
    [[nodiscard]] QString countText(const core::Window &window) const;
    [[nodiscard]] Effect effectOf(const core::Budget &budget) const;
    [[nodiscard]] Effect effectOfTheSameCount(const core::Budget &budget) const;

    bool m_open = false;
    bool m_touched = false;
    QByteArray m_id;                      ///< of one that is being changed
    std::vector<QByteArray> m_ids;        ///< that there are
    quint64 m_revision = 0;               ///< of the snapshot's budgets
    std::optional<core::Budget> m_before; ///< that is being changed
    CapSituation m_situation;             ///< of that one
    int m_dimension = 0;
    QString m_value;
    LedgerFilterChip m_known;
    int m_unit = 0;
    QString m_amount;
    QString m_shownAmount; ///< of m_before, whose limit may be finer
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
    BudgetOptions m_options;
    BudgetPast m_past;
    Effect m_effect;
    core::Time m_now{};
    QByteArray m_zone;
};
