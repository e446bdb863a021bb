// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"

#include <QQuickWindow>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(CapstanPlugin)
Q_IMPORT_QML_PLUGIN(Capstan_AppPlugin)

using namespace Qt::StringLiterals;

namespace {
/// About as long as the engine itself takes, under the heaviest load, to want a collection.
constexpr std::chrono::milliseconds SweepInterval{150};
/// As many as are drawn in that time while the log is scrolled.
constexpr int FramesASweep = 20;
} // namespace

Desktop::Desktop(QObject *parent)
    : QObject(parent)
    , m_controlCentre(m_systemClock)
{}

Desktop::Desktop(const core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_controlCentre(clock)
{}

Desktop::~Desktop() = default;

bool Desktop::show()
{
    if (m_engine == nullptr) {
        m_engine = std::make_unique<QQmlApplicationEngine>();
        m_engine->setIncubationController(&m_incubation);
        m_engine->addImportPath(u"qrc:/qt/qml"_s);
        QVariantMap properties = m_settings;
        properties.insert(u"controlCentre"_s, QVariant::fromValue(&m_controlCentre));
        properties.insert(u"shell"_s, QVariant::fromValue(&m_shell));
        m_engine->setInitialProperties(properties);
        m_engine->load(QUrl(u"qrc:/qt/qml/Capstan/Main.qml"_s));
        sweepAfterFrames();
    }
    if (window() == nullptr) {
        return false;
    }
    window()->setWindowStates(window()->windowStates() & ~Qt::WindowMinimized);
    window()->show();
    window()->raise();
    window()->requestActivate();
    return true;
}

QQuickWindow *Desktop::window() const
{
    const bool loaded = m_engine != nullptr && !m_engine->rootObjects().isEmpty();
    return loaded ? qobject_cast<QQuickWindow *>(m_engine->rootObjects().constFirst()) : nullptr;
}

// QML's engine collects its garbage in the midst of the binding that asks for memory: in the frames
// in which most changes, of whose time it was half (of 21 ms, with 1,000 requests a second on the
// page of the log). In a turn of its own it makes none longer. Each looks at every object there is
// (some 10 ms), so that a window that draws seldom has few, and one that draws nothing none.
void Desktop::sweepAfterFrames()
{
    if (window() == nullptr) {
        return;
    }
    m_sweep.setSingleShot(true);
    m_sweep.setInterval(SweepInterval);
    connect(&m_sweep, &QTimer::timeout, m_engine.get(), [this] {
        if (m_framesSinceSweep >= FramesASweep) {
            m_framesSinceSweep = 0;
            m_engine->collectGarbage();
        }
    });
    connect(window(), &QQuickWindow::frameSwapped, this, [this] {
        ++m_framesSinceSweep;
        if (!m_sweep.isActive()) {
            m_sweep.start();
        }
    });
}

void Desktop::setScheme(Scheme scheme)
{
    setOnWindow("scheme", static_cast<int>(scheme));
}

void Desktop::setReducedMotion(bool reduced)
{
    setOnWindow("reducedMotion", reduced);
}

void Desktop::setTextSize(int size)
{
    setOnWindow("textSize", size);
}

void Desktop::setOnWindow(const char *property, const QVariant &value)
{
    m_settings.insert(QString::fromLatin1(property), value);
    if (window() != nullptr) {
        window()->setProperty(property, value);
    }
}
