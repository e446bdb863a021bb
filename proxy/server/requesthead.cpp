// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/server/requesthead.h"

#include <algorithm>
#include <array>
#include <optional>

namespace proxy {

namespace {

using Problem = std::optional<Refusal>;

Refusal malformed(QByteArrayView message)
{
    return {400, "malformed_request", message};
}

constexpr std::array<bool, 256> TokenCharacters = [] {
    std::array<bool, 256> table{};
    for (const char *c = "!#$%&'*+-.^_`|~0123456789"; *c != 0; ++c) {
        table[static_cast<unsigned char>(*c)] = true;
    }
    for (unsigned c = 'a'; c <= 'z'; ++c) {
        table[c] = true;
        table[c - 'a' + 'A'] = true;
    }
    return table;
}();

bool isToken(QByteArrayView text)
{
    const auto isTokenCharacter = [](char c) {
        return TokenCharacters[static_cast<unsigned char>(c)];
    };
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

/// Control characters but the tab; bytes above ASCII are allowed in values (RFC 9110 section 5.5).
bool isFieldText(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(), [](char character) {
        const auto c = static_cast<unsigned char>(character);
        return (c < 0x20 && c != '\t') || c == 0x7f;
    });
}

bool isVisibleAscii(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

bool isSame(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

struct HeadEnd
{
    bool bareLineFeed = false;
    qsizetype size = 0; ///< 0: not there yet
};

HeadEnd findHeadEnd(QByteArrayView received, qsizetype &scanned)
{
    for (qsizetype i = received.indexOf('\n', scanned); i >= 0; i = received.indexOf('\n', i + 1)) {
        if (i == 0 || received[i - 1] != '\r') {
            return {true, 0};
        }
        if (i >= 2 && received[i - 2] == '\n') {
            return {false, i + 1};
        }
    }
    scanned = received.size();
    return {};
}

Problem readVersion(QByteArrayView version, RequestHead &head)
{
    if (version == "HTTP/1.1") {
        return {};
    }
    if (version == "HTTP/1.0") {
        head.isHttp10 = true;
        head.keepAlive = false;
        return {};
    }
    if (version.size() == 8 && version.startsWith("HTTP/") && version[6] == '.') {
        return Refusal{505, "http_version_not_supported", "Only HTTP/1.1 and HTTP/1.0 are spoken."};
    }
    return malformed("The request line does not end in an HTTP version.");
}

/// Leaves what stands after "http://host:port" of an absolute form, the target unchanged otherwise.
QByteArrayView withoutOrigin(QByteArrayView target)
{
    const qsizetype scheme = target.indexOf("://");
    if (scheme < 0 ||
        !(isSame(target.first(scheme), "http") || isSame(target.first(scheme), "https"))) {
        return target;
    }
    const QByteArrayView rest = target.sliced(scheme + 3);
    const auto end =
        std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; });
    return rest.sliced(end - rest.begin());
}

Problem readTarget(QByteArrayView target, RequestHead &head)
{
    if (head.method == "CONNECT") {
        return Refusal{501, "unsupported_method", "CONNECT is not supported: this is no tunnel."};
    }
    if (target.isEmpty() || !isVisibleAscii(target) || target.contains('#')) {
        return malformed("The request target holds a character that must be percent-encoded.");
    }
    const QByteArrayView local = withoutOrigin(target);
    const bool isAbsolute = local.size() != target.size();
    const bool isAsterisk = target == "*" && head.method == "OPTIONS";
    if (!isAbsolute && !isAsterisk && !target.startsWith('/')) {
        return malformed("The request target is not a path.");
    }
    const qsizetype question = local.indexOf('?');
    head.path = (question < 0 ? local : local.first(question)).toByteArray();
    head.query = question < 0 ? QByteArray() : local.sliced(question + 1).toByteArray();
    if (head.path.isEmpty()) {
        head.path = "/";
    }
    return {};
}

Problem readRequestLine(QByteArrayView line, RequestHead &head)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first < 0 || first == last || !isToken(line.first(first))) {
        return malformed("The request line is not method, target and version, one space apart.");
    }
    head.method = line.first(first).toByteArray();
    if (const Problem problem = readVersion(line.sliced(last + 1), head)) {
        return problem;
    }
    return readTarget(line.sliced(first + 1, last - first - 1), head);
}

Problem readHeaderLine(QByteArrayView line, RequestHead &head)
{
    if (line.startsWith(' ') || line.startsWith('\t')) {
        return malformed("A header is folded over two lines.");
    }
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon))) {
        return malformed("A header has no name made of token characters right before its colon.");
    }
    const QByteArrayView value = line.sliced(colon + 1);
    if (!isFieldText(value)) {
        return malformed("A header value holds a control character.");
    }
    head.headers.emplace_back(line.first(colon).toByteArray().toLower(),
                              value.trimmed().toByteArray());
    return {};
}

Problem readContentLength(QByteArrayView value, RequestHead &head)
{
    // Eighteen digits always fit into 63 bits; no body is that long.
    const bool isNumber =
        !value.isEmpty() && value.size() <= 18 &&
        std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber || head.body == BodyKind::Length) {
        return malformed("Content-Length must be given once, as one decimal number.");
    }
    head.contentLength = value.toLongLong();
    head.body = BodyKind::Length;
    return {};
}

Problem readExpect(QByteArrayView value, RequestHead &head)
{
    if (!isSame(value, "100-continue")) {
        return Refusal{417, "expectation_failed", "The only expectation met is 100-continue."};
    }
    head.expectsContinue = !head.isHttp10;
    return {};
}

struct ConnectionOptions
{
    bool close = false;
    bool keepAlive = false;
};

void readConnection(QByteArrayView value, ConnectionOptions &options)
{
    for (const QByteArray &option : value.toByteArray().split(',')) {
        options.close = options.close || isSame(option.trimmed(), "close");
        options.keepAlive = options.keepAlive || isSame(option.trimmed(), "keep-alive");
    }
}

/// What the headers say together about framing and the connection.
class Framing
{
public:
    Problem take(QByteArrayView name, QByteArrayView value, RequestHead &head)
    {
        if (name == "content-length") {
            return readContentLength(value, head);
        }
        if (name == "transfer-encoding") {
            m_encodings += 1;
            m_isChunked = isSame(value, "chunked");
        } else if (name == "host") {
            m_hosts += 1;
        } else if (name == "connection") {
            readConnection(value, m_options);
        } else if (name == "expect") {
            return readExpect(value, head);
        }
        return {};
    }

    Problem conclude(RequestHead &head) const
    {
        if (m_hosts > 1 || (m_hosts == 0 && !head.isHttp10)) {
            return malformed("An HTTP/1.1 request needs exactly one Host header.");
        }
        head.keepAlive = !m_options.close && (m_options.keepAlive || !head.isHttp10);
        if (m_encodings == 0) {
            return {};
        }
        if (head.body == BodyKind::Length) {
            return malformed("Content-Length and Transfer-Encoding must not stand together.");
        }
        if (m_encodings > 1 || !m_isChunked || head.isHttp10) {
            return malformed(
                "The only Transfer-Encoding read is chunked, given once, in HTTP/1.1.");
        }
        head.body = BodyKind::Chunked;
        return {};
    }

private:
    int m_encodings = 0;
    int m_hosts = 0;
    bool m_isChunked = false;
    ConnectionOptions m_options;
};

HeadVerdict parse(QByteArrayView lines)
{
    RequestHead head;
    head.headers.reserve(16); // what a usual client sends, in one allocation
    head.size = lines.size();
    qsizetype begin = lines.indexOf('\n') + 1;
    if (const Problem problem = readRequestLine(lines.first(begin - 2), head)) {
        return *problem;
    }
    Framing framing;
    while (begin < lines.size() - 2) {
        const qsizetype end = lines.indexOf('\n', begin) + 1;
        if (const Problem problem = readHeaderLine(lines.sliced(begin, end - 2 - begin), head)) {
            return *problem;
        }
        const auto &[name, value] = head.headers.back();
        if (const Problem problem = framing.take(name, value, head)) {
            return *problem;
        }
        begin = end;
    }
    if (const Problem problem = framing.conclude(head)) {
        return *problem;
    }
    return head;
}

} // namespace

HeadVerdict readRequestHead(QByteArrayView received, qint64 sizeLimit, qsizetype &scanned)
{
    const HeadEnd end = findHeadEnd(received, scanned);
    if (end.bareLineFeed) {
        return malformed("A line of the head ends in a line feed without a carriage return.");
    }
    if ((end.size == 0 ? received.size() : end.size) > sizeLimit) {
        return Refusal{
            431, "request_headers_too_large", "The request line and headers are too long."};
    }
    if (end.size == 0) {
        return HeadIncomplete{};
    }
    return parse(received.first(end.size));
}

} // namespace proxy
