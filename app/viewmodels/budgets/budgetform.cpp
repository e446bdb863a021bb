// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/budgets/budgetform.h"

#include "app/viewmodels/capamount.h"
#include "app/viewmodels/dimensionwords.h"
#include "app/viewmodels/displaycurrency.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"
#include "app/viewmodels/typednumber.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Long enough for the next key, short enough to be there when the eyes are.
constexpr std::chrono::milliseconds TypingPause{250};
constexpr qint64 ExampleDollars = 10; ///< an example is twice as much
constexpr int PartsPerPercent = core::Budget::Whole / 100;

core::Error wrong(const QString &message, const QString &remedy)
{
    return {core::ErrorCode::InvalidInput, message, remedy};
}

/// "80, 95" to parts per million, ascending.
core::Result<std::vector<int>> marksFrom(const QString &text)
{
    std::vector<int> marks;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        bool ok = false;
        const int percent = part.trimmed().remove(u'%').trimmed().toInt(&ok);
        if (!ok || percent <= 0 || percent > 100 || typednumber::hasUnclearComma(text)) {
            return wrong(BudgetForm::tr("“%1” is no mark.").arg(part.trimmed()),
                         BudgetForm::tr("Write per cents of the cap, like 80, 95."));
        }
        marks.push_back(percent * PartsPerPercent);
    }
    std::sort(marks.begin(), marks.end());
    marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
    return marks;
}

} // namespace

BudgetForm::BudgetForm(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(TypingPause);
    connect(&m_pause, &QTimer::timeout, this, &BudgetForm::ask);
}

QStringList BudgetForm::dimensions() const
{
    //: Several dimensions together, such as a tenant's calls to one model
    return QStringList{tr("everybody")} + dimensionwords::names() + QStringList{tr("several")};
}

QString BudgetForm::valueHint() const
{
    return isOfSeveral() ? u"tenant:a,tag:b:c"_s : tr("each of them"); // the field is narrow
}

QStringList BudgetForm::units() const
{
    return {displaycurrency::inForce() ? QString::fromLatin1(displaycurrency::code())
                                       : tr("dollars"),
            tr("tokens"),
            tr("requests")};
}

QString BudgetForm::amountHint()
{
    return formatting::money(capamount::suggestion(core::Money::fromDollars(ExampleDollars)));
}

QStringList BudgetForm::endings() const
{
    return {tr("refuse"), tr("wait"), tr("downgrade")};
}

void BudgetForm::apply(const core::Snapshot &snapshot)
{
    m_now = snapshot.at;
    m_zone = snapshot.zone;
}

void BudgetForm::begin(const QString &tenant)
{
    m_open = true;
    m_touched = false;
    m_id = core::newBudgetId();
    m_dimension = tenant.isEmpty() ? 0 : 1 + static_cast<int>(core::Dimension::Tenant);
    m_value = tenant;
    m_unit = static_cast<int>(core::Unit::Usd);
    m_amount.clear();
    m_window = 1;
    m_length = u"24h"_s;
    m_weekStart = 0;
    m_typedZone.clear();
    m_name.clear();
    m_marks = u"80, 95"_s;
    m_ending = Refuse;
    m_waitSeconds = u"30"_s;
    m_substitute.clear();
    m_auditOnly = false;
    ++m_ticket;
    Q_EMIT changed();
    showPreview({}, {}, 0, false);
}

void BudgetForm::beginFor(core::Dimension dimension, const QString &value)
{
    begin(value);
    setDimension(1 + static_cast<int>(dimension));
}

void BudgetForm::close()
{
    m_open = false;
    m_pause.stop();
    ++m_ticket;
    Q_EMIT changed();
}

core::Result<qint64> BudgetForm::limit() const
{
    if (m_unit == static_cast<int>(core::Unit::Usd)) {
        const auto cap = capamount::parse(m_amount, core::Money());
        return cap.ok() ? core::Result<qint64>(cap->nanos()) : cap.error();
    }
    const auto number = typednumber::whole(m_amount);
    if (!number.ok() || *number <= 0) {
        return wrong(tr("“%1” is no number.").arg(m_amount), tr("Write a whole number above 0."));
    }
    return *number;
}

core::Outcome BudgetForm::readEnding(core::Budget &budget) const
{
    if (m_ending == Wait) {
        bool ok = false;
        const int seconds = m_waitSeconds.trimmed().toInt(&ok);
        if (!ok) {
            return wrong(tr("“%1” is no number of seconds.").arg(m_waitSeconds),
                         tr("Write 1 to 300."));
        }
        budget.atHard = core::HardAction::Queue;
        budget.queueFor = std::chrono::seconds(seconds);
    } else if (m_ending == Downgrade) {
        if (m_substitute.trimmed().isEmpty()) {
            return wrong(tr("No model to downgrade to."), tr("Name the model to use instead."));
        }
        budget.atHard = core::HardAction::Downgrade;
        budget.atSoft.downgrades = {{{"*"}, m_substitute.trimmed().toUtf8()}};
    }
    return core::Done{};
}

core::Result<core::Selector> BudgetForm::selector() const
{
    if (m_dimension == 0) {
        return core::Selector();
    }
    const QString value = m_value.trimmed();
    if (isOfSeveral() && value.isEmpty()) {
        return wrong(tr("Nothing is named."),
                     tr("Name it like %1.").arg(u"tenant:research,tag:project:search"_s));
    }
    if (isOfSeveral()) {
        return core::Selector::parse(value.toUtf8());
    }
    const auto dimension = static_cast<core::Dimension>(m_dimension - 1);
    return core::Selector({{dimension, {}, value == u"*"_s ? QByteArray() : value.toUtf8()}});
}

QString BudgetForm::whom(const core::Selector &selector) const
{
    if (m_dimension == 0) {
        return tr("All tenants together");
    }
    if (isOfSeveral()) {
        return QString::fromUtf8(selector.toText());
    }
    const QString name = dimensions().at(m_dimension);
    //: %1 is a dimension: "Each tenant"
    return selector.hasWildcard() ? tr("Each %1").arg(name)
                                  : tr("%1 %2", "tenant research").arg(name, m_value.trimmed());
}

core::Result<core::Budget> BudgetForm::budget() const
{
    core::Budget budget;
    budget.id = m_id;
    const auto whose = selector();
    if (!whose.ok()) {
        return whose.error();
    }
    budget.selector = *whose;
    budget.name = m_name.trimmed();
    const auto window = readWindow();
    if (!window.ok()) {
        return window.error();
    }
    budget.window = *window;
    budget.unit = static_cast<core::Unit>(m_unit);
    const auto amount = limit();
    if (!amount.ok()) {
        return amount.error();
    }
    budget.limit = *amount;
    const auto marks = marksFrom(m_marks);
    if (!marks.ok()) {
        return marks.error();
    }
    budget.softMarks = *marks;
    budget.mode = m_auditOnly ? core::BudgetMode::Audit : core::BudgetMode::Enforce;
    if (const core::Outcome read = readEnding(budget); !read.ok()) {
        return read.error();
    }
    const core::Outcome valid = budget.validate();
    return valid.ok() ? core::Result<core::Budget>(budget) : valid.error();
}

QString BudgetForm::errorText() const
{
    if (!m_open || !m_touched || m_amount.isEmpty()) {
        return {};
    }
    const auto made = budget();
    return made.ok() ? QString() : sentences::of(made.error());
}

QString BudgetForm::sentence() const
{
    const auto made = budget();
    if (!m_open || !made.ok()) {
        return {};
    }
    const QString much =
        made->unit == core::Unit::Usd
            ? formatting::money(core::Money::fromNanos(made->limit))
            : formatting::language().toString(made->limit) + u' ' + units().at(m_unit);
    const QString most = tr("%1: at most %2 %3.", "All tenants together: at most $5.00 per day.")
                             .arg(whom(made->selector), much, windowText(made->window));
    return made->atHard == core::HardAction::Downgrade ? most + u' ' + downgradeText(*made) : most;
}

/// A substitute serves from the first mark on, as everywhere (core::SoftActions).
QString BudgetForm::downgradeText(const core::Budget &budget)
{
    const QString model = QString::fromUtf8(budget.atSoft.downgrades.front().to);
    return budget.softMarks.empty()
               ? tr("What no longer fits goes to %1.", "a model").arg(model)
               : tr("From %1 on, calls go to %2.", "80 %, llama-8b")
                     .arg(formatting::percent(static_cast<double>(budget.softMarks.front()) /
                                              core::Budget::Whole),
                          model);
}

void BudgetForm::save()
{
    const auto made = budget();
    if (m_open && made.ok()) {
        close();
        Q_EMIT saveRequested(*made);
    }
}
