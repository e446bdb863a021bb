// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/policywatch.h"

#include <QFileInfo>

namespace app {

namespace {
/// Longer than an editor takes between emptying a file and filling it.
constexpr std::chrono::milliseconds Settled{300};
} // namespace

PolicyWatch::PolicyWatch(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(Settled);
    connect(&m_settle, &QTimer::timeout, this, &PolicyWatch::changed);
    const auto wait = qOverload<>(&QTimer::start);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settle, wait);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &PolicyWatch::look);
    m_watcher.addPath(m_file);
    m_watcher.addPath(QFileInfo(m_file).absolutePath());
}

/// A file that was put in the old one's place is not watched yet.
void PolicyWatch::look()
{
    if (!m_watcher.files().contains(m_file) && QFileInfo::exists(m_file)) {
        m_watcher.addPath(m_file);
        m_settle.start();
    }
}

} // namespace app
