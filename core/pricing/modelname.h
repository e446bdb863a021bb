// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVarLengthArray>

namespace core {

/// A model's name as a price book compares it: without case, and without allocation for names of
/// ordinary length. The QStringViews live as long as this does.
class ModelName
{
public:
    explicit ModelName(QStringView name);

    [[nodiscard]] QStringView full() const { return {m_text.data(), m_text.size()}; }

    /// Without organisation, provider or folder: "llama-3.1-8b-instruct" of
    /// "meta-llama/Llama-3.1-8B-Instruct", of "/models/Llama-3.1-8B-Instruct/", and of a folder
    /// in Hugging Face's cache ("…/models--meta-llama--Llama-3.1-8B-Instruct/snapshots/…").
    [[nodiscard]] QStringView bare() const { return m_bare; }

private:
    QVarLengthArray<QChar, 128> m_text;
    QStringView m_bare;
};

/// Whether `pattern`, in which `*` stands for any text, covers all of `name`. Case counts.
[[nodiscard]] bool matchesGlob(QStringView pattern, QStringView name);

} // namespace core
