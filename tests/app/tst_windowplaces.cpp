// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the API and the commands can do has a place in the window.
//
// 1. The names that there may be: every text in the sources that looks like one.
// 2. Which of them a route, or a command, knows: it answers otherwise than to a name that nobody
//    has heard of. So a field that is added is found, whoever reads it.
// 3. Each has a place, each place is in the window, and none is of something that is gone.
#include "tests/e2e/site.h"
#include "windowplaces.h"

#include "app/commandline/commands.h"
#include "app/viewmodels/controlcentre.h"
#include "proxy/api/routes.h"

#include <QDirIterator>
#include <QMetaProperty>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {

const QString Root = QStringLiteral(CAPSTAN_SOURCE_DIR "/");
const QByteArray Nobody = "zzbogus"; ///< a name that nobody has heard of

QByteArray textIn(const QStringList &folders, const QStringList &endings)
{
    QByteArray text;
    for (const QString &folder : folders) {
        QDirIterator files(Root + folder, endings, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            text += file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }
    }
    return text;
}

QList<QByteArray> namesThereMayBe()
{
    static const QRegularExpression name(uR"re("([a-z][a-z0-9_-]{1,40})")re"_s);
    QSet<QByteArray> names;
    const QByteArray text =
        textIn({u"core"_s, u"proxy/api"_s, u"app/commandline"_s}, {u"*.cpp"_s, u"*.h"_s});
    for (const auto &match : name.globalMatch(QString::fromUtf8(text))) {
        names.insert(match.captured(1).toLatin1());
    }
    return names.values();
}

/// An answer without what differs each time.
QByteArray plain(QByteArray answer)
{
    static const QRegularExpression id(u"b-[0-9a-f]{12}"_s);
    return QString::fromUtf8(answer).replace(id, u"b-"_s).toUtf8();
}

/// Those of `names` that `ask` answers otherwise than a name that nobody has heard of.
template <class Ask>
QList<QByteArray> known(const QList<QByteArray> &names, Ask ask)
{
    const QByteArray unheard = plain(ask(Nobody));
    QList<QByteArray> found;
    for (const QByteArray &name : names) {
        if (plain(ask(name)) != QByteArray(unheard).replace(Nobody, name)) {
            found += name;
        }
    }
    return found;
}

/// The owner's routes; the others are for callers and for probes.
bool isOwners(const proxy::Route &route)
{
    static const QList<QByteArray> roots{
        "/api/admin/", "/api/reports", "/api/policy/", "/api/budget"};
    return std::ranges::any_of(
        roots, [&route](const QByteArray &root) { return route.path.startsWith(root); });
}

/// What QML can get hold of, from the centre on.
void collect(const QMetaObject &type, QHash<QByteArray, const QMetaObject *> &types)
{
    if (types.contains(type.className())) {
        return;
    }
    types.insert(type.className(), &type);
    for (int i = 0; i < type.propertyCount(); ++i) {
        const QMetaType member = type.property(i).metaType();
        if ((member.flags() & QMetaType::PointerToQObject) && member.metaObject() != nullptr) {
            collect(*member.metaObject(), types);
        }
    }
}

bool hasMember(const QMetaObject &type, const QByteArray &name)
{
    if (type.indexOfProperty(name) >= 0) {
        return true;
    }
    for (int i = 0; i < type.methodCount(); ++i) {
        if (type.method(i).name() == name) {
            return true;
        }
    }
    return false;
}

} // namespace

class WindowPlacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everythingHasAPlace();
    void everyPlaceIsInTheWindow();

private:
    void addRoute(const proxy::Route &route);
    [[nodiscard]] QByteArray ask(const proxy::Route &route, const QByteArray &query);
    [[nodiscard]] QByteArray tell(const proxy::Route &route, const QByteArray &member);
    void addCommands();

    Site m_site;
    std::unique_ptr<test::HttpClient> m_client;
    QByteArray m_key; ///< the id of one that can be changed
    QList<QByteArray> m_names = namesThereMayBe();
    QSet<QByteArray> m_things; ///< routes, fields and options
};

QByteArray WindowPlacesTest::ask(const proxy::Route &route, const QByteArray &query)
{
    const QByteArray path = route.path.toByteArray().replace('*', "cost") + '?' + query;
    const bool hasBody = route.method == "POST" || route.method == "PATCH";
    return m_client
        ->send(test::requestBytes(route.method.toByteArray(), path, hasBody ? "{}" : QByteArray()))
        .body();
}

/// `member`, and what it is of, as the last one of a body: "limits.parallel".
QByteArray WindowPlacesTest::tell(const proxy::Route &route, const QByteArray &member)
{
    const QByteArrayList parts = member.split('.');
    const QByteArray inner = parts.size() > 1 ? "{\"" + parts.last() + "\":null}" : "null";
    // This one says nothing of names before it knows what is to be done.
    const QByteArray first = route.path.endsWith("/pause") ? "\"paused\":true," : "";
    const QByteArray path =
        route.path.toByteArray() + (route.method == "PATCH" ? "?id=" + m_key : QByteArray());
    const QByteArray body = '{' + first + '"' + parts.first() + "\":" + inner + '}';
    return m_client->send(test::requestBytes(route.method.toByteArray(), path, body)).body();
}

void WindowPlacesTest::addRoute(const proxy::Route &route)
{
    const QByteArray name = route.method.toByteArray() + ' ' + route.path.toByteArray();
    m_things.insert(name);
    for (const QByteArray &field :
         known(m_names, [&](const QByteArray &each) { return ask(route, each + "=x"); })) {
        m_things.insert(name + ' ' + field);
    }
    if (route.method != "POST" && route.method != "PATCH") {
        return;
    }
    for (const QByteArray &member :
         known(m_names, [&](const QByteArray &each) { return tell(route, each); })) {
        m_things.insert(name + ' ' + member);
        // Within it only where it says that it knows its names, too; a budget in a question is
        // what it is in a wish.
        const bool looksInside = tell(route, member + '.' + Nobody).contains(Nobody);
        if (!looksInside || route.path.endsWith("/simulate")) {
            continue;
        }
        for (const QByteArray &inner : known(m_names, [&](const QByteArray &each) {
                 return tell(route, member + '.' + each);
             })) {
            m_things.insert(name + ' ' + member + '.' + inner);
        }
    }
}

void WindowPlacesTest::addCommands()
{
    static const QSet<QByteArray> ofCapstan{"data-dir", "config", "port", "listen"};
    for (const QString &command : {u"report"_s,
                                   u"decisions"_s,
                                   u"price"_s,
                                   u"import"_s,
                                   u"import-config"_s,
                                   u"simulate"_s,
                                   u"invoice"_s}) {
        const auto run = [&](const QByteArray &option) {
            QString told;
            QTextStream out(&told);
            const QStringList arguments{u"capstan"_s,
                                        command,
                                        u"--data-dir"_s,
                                        m_site.folder() + u"/nowhere"_s,
                                        u"--"_s + QString::fromLatin1(option),
                                        u"x"_s};
            (void)app::runCommand(arguments, QProcessEnvironment(), out, out);
            out.flush();
            return told.toUtf8();
        };
        for (const QByteArray &option : known(m_names, run)) {
            const bool isOfRoute = (command == "report"_L1 || command == "decisions"_L1) &&
                                   option != "telemetry"; // reads what its route reads
            if (!ofCapstan.contains(option) && !isOfRoute) {
                m_things.insert("capstan " + command.toUtf8() + " --" + option);
            }
        }
    }
}

void WindowPlacesTest::initTestCase()
{
    QVERIFY(m_site.isRunning());
    m_client = std::make_unique<test::HttpClient>(m_site.port());
    const auto made = m_client->post("/api/admin/keys", R"({"tenant":"research"})");
    m_key = made.json()["id"_L1].toString().toLatin1();
    QVERIFY(!m_key.isEmpty());
    for (const proxy::Route &route : proxy::routes()) {
        if (isOwners(route)) {
            addRoute(route);
        }
    }
    addCommands();
    QVERIFY(m_things.contains("POST /api/admin/pause tenant"));
    QVERIFY(m_things.contains("GET /api/admin/alerts label"));
    QVERIFY(m_things.contains("POST /api/admin/keys limits.parallel"));
    QVERIFY(m_things.contains("capstan invoice --markup"));
}

void WindowPlacesTest::everythingHasAPlace()
{
    QByteArrayList without;
    for (const QByteArray &thing : m_things) {
        if (!places::all().contains(thing)) {
            without += thing;
        }
    }
    std::ranges::sort(without);
    QVERIFY2(without.isEmpty(), "no place in the window is named for: " + without.join("; "));
    QByteArrayList gone;
    for (auto it = places::all().cbegin(); it != places::all().cend(); ++it) {
        if (!m_things.contains(it.key())) {
            gone += it.key();
        }
    }
    std::ranges::sort(gone);
    QVERIFY2(gone.isEmpty(), "nothing does this any more: " + gone.join("; "));
}

void WindowPlacesTest::everyPlaceIsInTheWindow()
{
    QHash<QByteArray, const QMetaObject *> types;
    collect(ControlCentre::staticMetaObject, types);
    const QString qml = QString::fromUtf8(textIn({u"qml"_s}, {u"*.qml"_s}));
    for (auto it = places::all().cbegin(); it != places::all().cend(); ++it) {
        if (it->startsWith("no: ")) {
            continue;
        }
        const QByteArrayList place = it->split('.');
        const QByteArray told = it.key() + ": " + *it;
        QVERIFY2(place.size() == 2 && types.contains(place.first()), told);
        QVERIFY2(hasMember(*types.value(place.first()), place.last()), told);
        const QRegularExpression use(u"\\.%1\\b"_s.arg(QString::fromLatin1(place.last())));
        QVERIFY2(use.match(qml).hasMatch(), told);
    }
}

QTEST_GUILESS_MAIN(WindowPlacesTest)
#include "tst_windowplaces.moc"
