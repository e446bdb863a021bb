// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/yamlnode.h"

#include <QStringDecoder>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

QByteArray scalarOf(const YAML::Node &node)
{
    return QByteArray::fromStdString(node.Scalar());
}

const char *kindOf(const YAML::Node &node)
{
    switch (node.Type()) {
    case YAML::NodeType::Map:
        return "a map";
    case YAML::NodeType::Sequence:
        return "a list";
    case YAML::NodeType::Scalar:
        return "a single value";
    default:
        return "empty";
    }
}

/// Fills in the variable of "VAR" or "VAR:-default", the text between ${ and }.
std::optional<QByteArray> filled(const QByteArray &inner, const QProcessEnvironment &environment)
{
    const qsizetype cut = inner.indexOf(":-");
    const QString variable = QString::fromUtf8(cut < 0 ? inner : inner.left(cut));
    if (const QByteArray value = environment.value(variable).toUtf8(); !value.isEmpty()) {
        return value;
    }
    return cut < 0 ? std::nullopt : std::optional(inner.mid(cut + 2));
}

} // namespace

YamlNode::YamlNode(const YAML::Node &node, QString path, int line, YamlFile &file)
    : m_node(node)
    , m_path(std::move(path))
    , m_line(line)
    , m_file(&file)
{}

std::optional<YamlNode> YamlNode::parse(const QByteArray &text, YamlFile &file)
{
    const auto failed = [&file](const QString &message, const QString &remedy) {
        file.error = Error{ErrorCode::InvalidInput, file.name + message, remedy};
        return std::nullopt;
    };
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder.decode(text);
    if (decoder.hasError() || decoded.contains(QChar::Null)) {
        return failed(u": is not UTF-8 text"_s, u"Save the file as UTF-8."_s);
    }
    try {
        const std::vector<YAML::Node> documents = YAML::LoadAll(text.toStdString());
        if (documents.size() > 1) {
            return failed(u": holds more than one YAML document"_s,
                          u"Only the first would count; remove the line ---."_s);
        }
        if (documents.empty() || documents.front().IsNull()) {
            return std::nullopt;
        }
        return YamlNode(documents.front(), {}, 1, file);
    } catch (const YAML::Exception &exception) {
        return failed(u":%1: is not valid YAML: %2"_s.arg(exception.mark.line + 1)
                          .arg(QString::fromStdString(exception.msg)),
                      u"Indent with blanks and put text with special characters in quotes."_s);
    }
}

QString YamlNode::place() const
{
    const QString where = u"%1:%2"_s.arg(m_file->name).arg(m_line);
    return m_path.isEmpty() ? where : where + u": "_s + m_path;
}

QString YamlNode::pathOf(const QString &key) const
{
    return m_path.isEmpty() ? key : m_path + u'.' + key;
}

void YamlNode::fail(const QString &what, const QString &remedy) const
{
    if (!m_file->error) {
        m_file->error = Error{ErrorCode::InvalidInput, place() + u": "_s + what, remedy};
    }
}

void YamlNode::failValue(const Error &error) const
{
    fail(scalars::quoted(scalarOf(m_node)) + u' ' + error.message, error.remedy);
}

Error YamlNode::notAllowed(const QByteArrayList &allowed)
{
    return {ErrorCode::InvalidInput,
            u"is not allowed here"_s,
            u"Allowed: %1."_s.arg(QString::fromUtf8(allowed.join(", ")))};
}

void YamlNode::readMap(const std::vector<Field> &fields) const
{
    QByteArrayList known;
    std::ranges::transform(fields, std::back_inserter(known), &Field::name);
    QByteArrayList seen;
    readEntries([&](const QByteArray &key, const YamlNode &value) {
        const auto field = std::ranges::find(fields, key, &Field::name);
        if (field == fields.end()) {
            value.fail(u"is an unknown key"_s, notAllowed(known).remedy);
            return;
        }
        seen.push_back(key);
        m_file->written.push_back(value.m_path);
        field->read(value);
    });
    for (const Field &field : fields) {
        if (field.required && !seen.contains(field.name)) {
            fail(u"\"%1\" is missing"_s.arg(QString::fromUtf8(field.name)),
                 notAllowed(known).remedy);
        }
    }
}

void YamlNode::readEntries(
    const std::function<void(const QByteArray &, const YamlNode &)> &read) const
{
    if (!m_node.IsMap()) {
        fail(u"is %1 where a map (key: value) belongs"_s.arg(QLatin1StringView(kindOf(m_node))),
             u"Give keys with values, or leave it out."_s);
        return;
    }
    QByteArrayList seen;
    for (const auto &entry : m_node) {
        const YAML::Node &key = entry.first;
        const YAML::Node &value = entry.second;
        // yaml-cpp keeps both of a doubled key and finds only one: the other would be lost.
        const QByteArray name = key.IsScalar() ? scalarOf(key) : QByteArray();
        const YamlNode at(value, pathOf(QString::fromUtf8(name)), key.Mark().line + 1, *m_file);
        if (name.isEmpty()) {
            at.fail(u"a key is not a word"_s, u"Give a plain name before the colon."_s);
        } else if (seen.contains(name)) {
            at.fail(u"stands twice"_s, u"Keep one of the two."_s);
        } else {
            seen.push_back(name);
            read(name, at);
        }
    }
}

void YamlNode::readList(const std::function<void(const YamlNode &)> &read) const
{
    if (!m_node.IsSequence()) {
        fail(u"is %1 where a list belongs"_s.arg(QLatin1StringView(kindOf(m_node))),
             u"Give [ ... ], or leave it out."_s);
        return;
    }
    int index = 0;
    for (const YAML::Node &item : m_node) {
        const int line = item.Mark().is_null() ? m_line : item.Mark().line + 1;
        read(YamlNode(item, u"%1[%2]"_s.arg(m_path).arg(index++), line, *m_file));
    }
}

std::optional<QByteArray> YamlNode::text() const
{
    if (!m_node.IsScalar()) {
        fail(u"is %1 where a single value belongs"_s.arg(QLatin1StringView(kindOf(m_node))),
             u"Give one value, or leave it out."_s);
        return std::nullopt;
    }
    const QByteArray raw = scalarOf(m_node);
    QByteArray result;
    qsizetype done = 0;
    for (qsizetype open = 0; (open = raw.indexOf("${", done)) >= 0;) {
        const qsizetype close = raw.indexOf('}', open);
        const QByteArray inner = raw.mid(open + 2, std::max<qsizetype>(close - open - 2, 0));
        const std::optional<QByteArray> value = filled(inner, m_file->environment);
        if (close < 0) {
            fail(u"${ has no }"_s, u"Close it: ${NAME}."_s);
            return std::nullopt;
        }
        if (!value) {
            fail(u"${%1} is not set"_s.arg(QString::fromUtf8(inner)),
                 u"Set that environment variable, or write ${NAME:-default}."_s);
            return std::nullopt;
        }
        result += raw.mid(done, open - done) + *value;
        done = close + 1;
    }
    return result + raw.mid(done);
}

} // namespace core
