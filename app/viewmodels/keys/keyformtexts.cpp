// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the form says of a key, and what a person copies of it.
#include "app/viewmodels/budgets/namelist.h"
#include "app/viewmodels/capamount.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/keys/keyform.h"
#include "app/viewmodels/keys/secretclipboard.h"

#include <algorithm>

using namespace Qt::StringLiterals;

void KeyForm::addModel(const QString &model)
{
    auto models = namelist::namesIn(m_models);
    if (std::ranges::find(models, model.toUtf8()) == models.end()) {
        models.push_back(model.toUtf8());
        setModels(namelist::text(models));
    }
}

ClientCode KeyForm::code() const
{
    const auto names = namelist::namesIn(m_models);
    const QString model = names.empty() ? u"MODEL"_s : QString::fromUtf8(names.front());
    return clientCode(static_cast<ClientCode::Kind>(m_codeKind), m_url, m_keyText, model);
}

QString KeyForm::modelsText() const
{
    return m_models.trimmed().isEmpty() ? tr("all models") : m_models.trimmed();
}

QString KeyForm::agentText() const
{
    return m_agent.trimmed().isEmpty() ? tr("any agent") : m_agent.trimmed();
}

QString KeyForm::capHint()
{
    const QString example = formatting::money(capamount::suggestion({}));
    return tr("none; else an amount a day, like %1", "$5.00").arg(example);
}

QString KeyForm::capText() const
{
    const auto cap = capamount::parse(m_cap, {});
    return cap.ok() ? tr("%1 a day").arg(formatting::money(*cap)) : tr("none");
}

void KeyForm::copyKey()
{
    copySecret(m_keyText);
    setStored(true);
}

void KeyForm::copyCode()
{
    copySecret(code().text);
    setStored(true);
}
