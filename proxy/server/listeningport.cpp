// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/server/listeningport.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <net/if.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace proxy {

using namespace Qt::StringLiterals;

namespace {

/// Connections that wait to be accepted; a burst of a thousand clients must not be turned away.
constexpr int Backlog = 4096;
/// Dead peers are found within 60 + 6 * 10 seconds, by the kernel, at no cost here.
constexpr int ProbeAfterSeconds = 60;
constexpr int ProbeEverySeconds = 10;
constexpr int ProbeCount = 6;

/// The endpoints this process holds, one entry a worker.
struct Claims
{
    std::mutex mutex;
    std::vector<std::pair<QHostAddress, quint16>> held;
};

Claims &claims()
{
    static Claims theClaims;
    return theClaims;
}

struct SocketAddress
{
    sockaddr_storage storage{};
    socklen_t length = 0;
};

SocketAddress socketAddress(const QHostAddress &address, quint16 port)
{
    SocketAddress result;
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        sockaddr_in in{};
        in.sin_family = AF_INET;
        in.sin_port = htons(port);
        in.sin_addr.s_addr = htonl(address.toIPv4Address());
        std::memcpy(&result.storage, &in, sizeof in);
        result.length = sizeof in;
        return result;
    }
    sockaddr_in6 in{};
    in.sin6_family = AF_INET6;
    in.sin6_port = htons(port);
    const Q_IPV6ADDR bytes = address.toIPv6Address(); // all zero for QHostAddress::Any
    std::memcpy(&in.sin6_addr, &bytes, sizeof bytes);
    in.sin6_scope_id = ::if_nametoindex(address.scopeId().toLocal8Bit().constData());
    std::memcpy(&result.storage, &in, sizeof in);
    result.length = sizeof in;
    return result;
}

void setOption(int descriptor, int level, int option, int value)
{
    ::setsockopt(descriptor, level, option, &value, sizeof value);
}

/// Accepted sockets inherit these: cheaper than setting them for each connection.
void setOptions(int descriptor, const QHostAddress &address)
{
    setOption(descriptor, SOL_SOCKET, SO_REUSEADDR, 1); // a restart need not wait for TIME_WAIT
    setOption(descriptor, IPPROTO_TCP, TCP_NODELAY, 1);
    setOption(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1);
    setOption(descriptor, IPPROTO_TCP, TCP_KEEPIDLE, ProbeAfterSeconds);
    setOption(descriptor, IPPROTO_TCP, TCP_KEEPINTVL, ProbeEverySeconds);
    setOption(descriptor, IPPROTO_TCP, TCP_KEEPCNT, ProbeCount);
    if (address.protocol() != QAbstractSocket::IPv4Protocol) {
        const bool isDualStack = address.protocol() == QAbstractSocket::AnyIPProtocol;
        setOption(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, isDualStack ? 0 : 1);
    }
}

enum class Sharing { Founder, Joiner };

/// The founder shares only after it listens: before, the exclusive bind is what finds the port
/// taken.
bool startListening(int descriptor, const SocketAddress &address, Sharing sharing)
{
    if (sharing == Sharing::Joiner) {
        setOption(descriptor, SOL_SOCKET, SO_REUSEPORT, 1);
    }
    const auto *name = reinterpret_cast<const sockaddr *>(&address.storage);
    if (::bind(descriptor, name, address.length) != 0 || ::listen(descriptor, Backlog) != 0) {
        return false;
    }
    setOption(descriptor, SOL_SOCKET, SO_REUSEPORT, 1);
    return true;
}

quint16 boundPort(int descriptor)
{
    sockaddr_in6 name{};
    socklen_t length = sizeof name;
    ::getsockname(descriptor, reinterpret_cast<sockaddr *>(&name), &length);
    return ntohs(name.sin6_port); // at the same place in sockaddr_in
}

core::Error listenError(const QHostAddress &address, quint16 port, int code)
{
    const QString shown = address.protocol() == QAbstractSocket::IPv4Protocol
                              ? address.toString()
                              : u'[' + address.toString() + u']';
    const QString where = u"%1:%2"_s.arg(shown).arg(port);
    switch (code) {
    case EADDRINUSE:
        return {
            core::ErrorCode::Unavailable,
            u"Port %1 is taken: another program listens on %2."_s.arg(port).arg(where),
            u"Stop that program (`ss -ltnp sport = :%1` names it), or choose another port."_s.arg(
                port)};
    case EACCES:
        return {core::ErrorCode::Unavailable,
                u"Port %1 may not be opened by this user."_s.arg(port),
                u"Choose a port of 1024 or above."_s};
    case EADDRNOTAVAIL:
        return {core::ErrorCode::InvalidInput,
                u"%1 is not an address of this machine."_s.arg(shown),
                u"Listen on 127.0.0.1, or on 0.0.0.0 for all addresses."_s};
    default:
        return {core::ErrorCode::Unavailable,
                u"Cannot listen on %1: %2."_s.arg(where, qt_error_string(code)),
                u"Choose another address or port."_s};
    }
}

} // namespace

core::Result<ListeningPort> ListeningPort::open(const QHostAddress &address, quint16 port)
{
    if (address.isNull()) {
        return core::Error{core::ErrorCode::InvalidInput,
                           u"There is no valid address to listen on."_s,
                           u"Give an IPv4 or IPv6 address, for example 127.0.0.1."_s};
    }
    const std::scoped_lock lock(claims().mutex);
    auto &held = claims().held;
    const bool isHeld = std::find(held.begin(), held.end(), std::pair(address, port)) != held.end();
    const int family = address.protocol() == QAbstractSocket::IPv4Protocol ? AF_INET : AF_INET6;
    const int descriptor = ::socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0) {
        return listenError(address, port, errno);
    }
    setOptions(descriptor, address);
    const auto sharing = isHeld ? Sharing::Joiner : Sharing::Founder;
    if (!startListening(descriptor, socketAddress(address, port), sharing)) {
        const int code = errno;
        ::close(descriptor);
        return listenError(address, port, code);
    }
    const quint16 bound = boundPort(descriptor);
    held.emplace_back(address, bound);
    return ListeningPort(address, bound, descriptor);
}

ListeningPort::ListeningPort(const QHostAddress &address, quint16 port, int descriptor)
    : m_address(address)
    , m_port(port)
    , m_descriptor(descriptor)
{}

ListeningPort::ListeningPort(ListeningPort &&other) noexcept
    : m_address(other.m_address)
    , m_port(std::exchange(other.m_port, quint16(0)))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{}

ListeningPort::~ListeningPort()
{
    if (m_port == 0) {
        return; // moved from
    }
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
    const std::scoped_lock lock(claims().mutex);
    auto &held = claims().held;
    const auto mine = std::find(held.begin(), held.end(), std::pair(m_address, m_port));
    if (mine != held.end()) {
        held.erase(mine);
    }
}

int ListeningPort::takeDescriptor()
{
    return std::exchange(m_descriptor, -1);
}

} // namespace proxy
