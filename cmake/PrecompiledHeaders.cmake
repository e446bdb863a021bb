# SPDX-FileCopyrightText: 2026 The Capstan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The headers of Qt Core and the standard library that most files read, parsed once for all targets.
# A file of core compiles in a third of the time. Sources include what they use all the same:
# `tests/check tidy` reads them without (CMAKE_DISABLE_PRECOMPILE_HEADERS).
add_library(capstan_precompiled OBJECT ${CMAKE_SOURCE_DIR}/cmake/precompiled.cpp)
target_link_libraries(capstan_precompiled PRIVATE capstan_options Qt6::Core)
target_precompile_headers(capstan_precompiled PRIVATE
    <QByteArray> <QByteArrayView> <QDateTime> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject>
    <QList> <QObject> <QString> <QStringList> <QTimer> <QTimeZone> <QVariant>
    <algorithm> <array> <chrono> <functional> <map> <memory> <mutex> <optional> <utility> <variant> <vector>)

# capstan_reuse_precompiled(folder): for every program and library below it.
function(capstan_reuse_precompiled folder)
    get_property(targets DIRECTORY ${folder} PROPERTY BUILDSYSTEM_TARGETS)
    foreach(target IN LISTS targets)
        get_target_property(type ${target} TYPE)
        get_target_property(libraries ${target} LINK_LIBRARIES)
        if(type MATCHES "STATIC_LIBRARY|EXECUTABLE" AND NOT libraries MATCHES "NOTFOUND$")
            target_precompile_headers(${target} REUSE_FROM capstan_precompiled)
        endif()
    endforeach()
    get_property(below DIRECTORY ${folder} PROPERTY SUBDIRECTORIES)
    foreach(each IN LISTS below)
        capstan_reuse_precompiled(${each})
    endforeach()
endfunction()
