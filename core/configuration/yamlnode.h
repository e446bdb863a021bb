// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/configuration/scalars.h"

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>

#include <concepts>
#include <functional>
#include <optional>
#include <utility>
#include <vector>
#include <yaml-cpp/yaml.h>

namespace core {

/// What all nodes of one file share. Only the first error is kept: what follows from it would
/// hide it. Readers therefore go straight on and ask once, at the end.
struct YamlFile
{
    QString name;
    QProcessEnvironment environment; ///< for ${VAR}
    std::optional<Error> error;
    std::vector<QString> written{}; ///< the keys of all maps with known keys: "server.port"
};

/// One place in a YAML file and the keys that lead there, so that every error can say both. A
/// reading that fails notes the error in the YamlFile and returns a default value.
class YamlNode
{
public:
    /// One key that a map may have, and what to do with its value.
    struct Field
    {
        QByteArray name;
        std::function<void(const YamlNode &)> read;
        bool required = false;
    };

    /// The document's top. Nullopt when it is empty, or (with an error noted) is no YAML, is not
    /// UTF-8 or is more than one document. The file must outlive the node.
    [[nodiscard]] static std::optional<YamlNode> parse(const QByteArray &text, YamlFile &file);

    [[nodiscard]] bool isMap() const { return m_node.IsMap(); }
    [[nodiscard]] bool isScalar() const { return m_node.IsScalar(); }
    /// "capstan.yaml:12: models.llama-8b.price.input"
    [[nodiscard]] QString place() const;
    [[nodiscard]] int line() const { return m_line; } ///< of its key

    /// A map of known keys: an unknown key, a key that stands twice, and a required one that is
    /// missing are errors.
    void readMap(const std::vector<Field> &fields) const;
    /// A map whose keys are names that the user chose.
    void readEntries(const std::function<void(const QByteArray &, const YamlNode &)> &read) const;
    void readList(const std::function<void(const YamlNode &)> &read) const;

    /// The scalar with ${VAR} and ${VAR:-default} filled in.
    [[nodiscard]] std::optional<QByteArray> text() const;

    /// The scalar as `parser` reads it. The error quotes what stands in the file, not what a
    /// variable was filled with, which may be secret.
    template <class Parser>
    requires std::invocable<Parser, QByteArrayView>
    void into(auto &target, Parser parser) const
    {
        if (const std::optional<QByteArray> scalar = text()) {
            if (auto value = parser(QByteArrayView(*scalar)); value.ok()) {
                target = *std::move(value);
            } else {
                failValue(value.error());
            }
        }
    }

    /// The scalar as one of a few words.
    template <class T>
    void oneOf(T &target, const std::vector<std::pair<const char *, T>> &words) const
    {
        into(target, [&words](QByteArrayView scalar) -> Result<T> {
            QByteArrayList allowed;
            for (const auto &[word, value] : words) {
                if (scalar == word) {
                    return value;
                }
                allowed.push_back(word);
            }
            return notAllowed(allowed);
        });
    }

    /// "<place>: <what>"
    void fail(const QString &what, const QString &remedy) const;

private:
    YamlNode(const YAML::Node &node, QString path, int line, YamlFile &file);
    [[nodiscard]] QString pathOf(const QString &key) const;
    void failValue(const Error &error) const;
    [[nodiscard]] static Error notAllowed(const QByteArrayList &allowed);

    YAML::Node m_node;
    QString m_path;
    int m_line;
    YamlFile *m_file;
};

} // namespace core
