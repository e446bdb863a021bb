// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/capeditor.h"
#include "app/viewmodels/caps/cappast.h"
#include "app/viewmodels/caps/capraise.h"
#include "app/viewmodels/keys/keylistmodel.h"
#include "app/viewmodels/rowlistmodel.h"

class BudgetDirectory;
struct BoundBudget;

/// Another budget that binds the tenant, or another counter of the budget, in one line.
struct BindingRow
{
    Q_GADGET
    QML_VALUE_TYPE(bindingRow)
    Q_PROPERTY(QString name MEMBER name) ///< "Month, research", "Day, all tenants"
    Q_PROPERTY(QString text MEMBER text) ///< "$287.36 / $480.00"
    Q_PROPERTY(BarFigures bar MEMBER bar)

public:
    QByteArray budgetId;
    QByteArray label; ///< of the counter
    QString name;
    QString text;
    BarFigures bar;
    bool own = false; ///< a money cap of the selected tenant, which its editor can change

    [[nodiscard]] QByteArray key() const { return budgetId + '\n' + label; }
    friend bool operator==(const BindingRow &, const BindingRow &) = default;
};

class BindingListModel : public RowListModel<BindingRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
public:
    using RowListModel::RowListModel;
    using RowListModel::synchronise;

private:
    [[nodiscard]] QVariant present(const BindingRow &row) const override
    {
        return QVariant::fromValue(row);
    }
};

/// Who, or which budget, is selected on the tenants page, in words.
struct TenantTexts
{
    Q_GADGET
    QML_VALUE_TYPE(tenantTexts)
    Q_PROPERTY(QString title MEMBER title)       ///< "research", "All tenants"
    Q_PROPERTY(QString titleTip MEMBER titleTip) ///< "key:k-…", of a key's by its name
    Q_PROPERTY(QString name MEMBER name)         ///< the tenant; empty for all together
    Q_PROPERTY(Standing::Kind standing MEMBER standing)
    Q_PROPERTY(QString standingWord MEMBER standingWord) ///< "near"; empty when calm
    Q_PROPERTY(QString capLine MEMBER capLine)     ///< "Daily cap · resets 00:00 Europe/Berlin"
    Q_PROPERTY(QString spentLine MEMBER spentLine) ///< "$15.92 spent today · 2 calls running"
    Q_PROPERTY(QString forecast MEMBER forecast)
    Q_PROPERTY(bool hasCap MEMBER hasCap) ///< a money cap of its own, which the editor changes
    Q_PROPERTY(bool paused MEMBER paused)
    Q_PROPERTY(bool isAll MEMBER isAll)
    Q_PROPERTY(bool isBudget MEMBER isBudget)      ///< one budget, whomever it binds
    Q_PROPERTY(bool busy MEMBER busy)              ///< calls run
    Q_PROPERTY(QString fixedText MEMBER fixedText) ///< why it is not changed here; else empty
    Q_PROPERTY(QString pauseQuestion MEMBER pauseQuestion) ///< what a pause would mean, before it
    Q_PROPERTY(QString resetQuestion MEMBER resetQuestion)

public:
    QString title;
    QString titleTip;
    QString name;
    Standing::Kind standing = Standing::Calm;
    QString standingWord;
    QString capLine;
    QString spentLine;
    QString forecast;
    bool hasCap = false;
    bool paused = false;
    bool isAll = false;
    bool isBudget = false;
    bool busy = false;
    QString fixedText;
    QString pauseQuestion;
    QString resetQuestion;
    friend bool operator==(const TenantTexts &, const TenantTexts &) = default;
};

/// What the inspector shows with a cap to edit: a tenant, all tenants, or one budget, whomever it
/// binds.
class TenantDetail : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(bool selected READ isSelected NOTIFY selectionChanged FINAL)
    Q_PROPERTY(QString selectedName READ selectedName NOTIFY selectionChanged FINAL)
    Q_PROPERTY(QString selectedBudget READ selectedBudget NOTIFY selectionChanged FINAL)
    Q_PROPERTY(TenantTexts texts READ texts NOTIFY changed FINAL)
    /// The editor works on a cap: one that exists or one being set.
    Q_PROPERTY(bool editable READ isEditable NOTIFY changed FINAL)
    Q_PROPERTY(CapEditor *editor READ editor CONSTANT FINAL)
    Q_PROPERTY(CapRaise *raise READ raise CONSTANT FINAL)
    Q_PROPERTY(CapPast *past READ past CONSTANT FINAL)
    Q_PROPERTY(BindingListModel *others READ others CONSTANT FINAL)
    Q_PROPERTY(KeyListModel *keys READ keys CONSTANT FINAL)

public:
    explicit TenantDetail(QObject *parent = nullptr);

    void apply(const core::Snapshot &snapshot, const BudgetDirectory &directory);
    /// The engine refused something about this budget; false when it is not the one shown.
    bool refuse(const QString &budgetId, const QString &why);

    Q_INVOKABLE void select(const QString &tenant);
    Q_INVOKABLE void selectAll();
    /// One budget by itself; of a wildcard's counters the one with that label, or the fullest.
    Q_INVOKABLE void selectBudget(const QString &budgetId, const QString &label = {});
    /// A tenant ("": all) with one of its caps in the editor.
    void selectCap(const QByteArray &tenant, const QByteArray &budgetId);
    Q_INVOKABLE void clear();
    Q_INVOKABLE void setCap();           ///< begin a daily cap for one that has none
    Q_INVOKABLE void abandonCap();       ///< and leave it
    Q_INVOKABLE void removeCap();        ///< the cap that the editor shows
    Q_INVOKABLE void edit();             ///< all of that budget, in the form
    Q_INVOKABLE void editOther(int row); ///< that budget, or that counter, is shown
    Q_INVOKABLE void pause();            ///< running calls finish
    Q_INVOKABLE void resume();
    Q_INVOKABLE void pauseAndCut(); ///< running calls are stopped now
    Q_INVOKABLE void resetCap();    ///< its window counts from zero; nothing is deleted

    [[nodiscard]] bool isSelected() const { return m_selected; }
    [[nodiscard]] QString selectedName() const { return QString::fromUtf8(m_tenant); }
    [[nodiscard]] QString selectedBudget() const { return QString::fromUtf8(m_budget); }
    [[nodiscard]] const TenantTexts &texts() const { return m_texts; }
    [[nodiscard]] bool isEditable() const
    {
        return (m_texts.hasCap && m_texts.fixedText.isEmpty()) || m_draft.has_value();
    }
    [[nodiscard]] CapEditor *editor() { return &m_editor; }
    [[nodiscard]] CapRaise *raise() { return &m_raise; }
    [[nodiscard]] CapPast *past() { return &m_past; }
    [[nodiscard]] BindingListModel *others() { return &m_others; }
    [[nodiscard]] KeyListModel *keys() { return &m_keys; }

Q_SIGNALS:
    void selectionChanged();
    void changed();
    void pauseRequested(QByteArray tenant, bool paused);
    void cutRequested(QByteArray tenant);
    void resetRequested(QByteArray budgetId, QByteArray label);
    void removalRequested(core::Budget budget);
    void editRequested(const CapSituation &situation);
    /// Another selection needs the snapshot again.
    void refreshWanted();

private:
    [[nodiscard]] std::optional<BoundBudget> edited(const std::vector<BoundBudget> &binding) const;
    [[nodiscard]] CapSituation situationFor(const core::Snapshot &snapshot,
                                            const std::vector<BoundBudget> &binding,
                                            const std::optional<BoundBudget> &own) const;
    void applyTexts(const core::Snapshot &snapshot, const std::optional<BoundBudget> &own);
    void applyOthers(const std::vector<BoundBudget> &binding,
                     const std::optional<BoundBudget> &own);
    void choose(bool selected, const QByteArray &tenant, const QByteArray &budget = {});
    void announce(const TenantTexts &before);
    // Of one budget by itself.
    void applyBudget(const core::Snapshot &snapshot, const BudgetDirectory &directory);
    void applyBudgetTexts(const core::Snapshot &snapshot,
                          const BoundBudget &shown,
                          const std::vector<BoundBudget> &counters);
    void applyCounters(const std::vector<BoundBudget> &counters, const BoundBudget &shown);

    bool m_selected = false;
    QByteArray m_tenant;                 ///< empty: all
    QByteArray m_budget;                 ///< by selectBudget(); empty: a tenant is shown
    QByteArray m_label;                  ///< of its counter; empty: the fullest
    QByteArray m_chosenBudget;           ///< by editOther(); empty: the primary one
    std::optional<core::Budget> m_draft; ///< being set
    core::Money m_spentToday;
    QByteArray m_zone;
    TenantTexts m_texts;
    bool m_announcedEditable = false;
    CapEditor m_editor;
    CapRaise m_raise;
    CapPast m_past{m_editor};
    BindingListModel m_others;
    KeyListModel m_keys;
};
