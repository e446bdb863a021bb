// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/credential.h"

#include <utility>

namespace core {

Credential::Credential(std::shared_ptr<const CredentialBox> box, QByteArray name)
    : m_box(std::move(box))
    , m_name(std::move(name))
{}

Credential::Credential(Secret fixed)
{
    auto box = std::make_shared<CredentialBox>();
    box->put(m_name, CredentialSource::Session, std::move(fixed));
    m_box = std::move(box);
}

Secret Credential::present() const
{
    return m_box ? m_box->find(m_name) : Secret();
}

bool Credential::isMissing() const
{
    return m_box && m_box->isMissing(m_name);
}

} // namespace core
