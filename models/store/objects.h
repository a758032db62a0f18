// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

#include <QByteArray>
#include <QJsonObject>

#include <utility>
#include <vector>

namespace sallyport
{

// JSON values as content-addressed objects: an object's address is the SHA-256 of its bytes, which are canonical JSON
// of one of three forms:
//   {"value":V}           a value; the root of a tree is always one
//   {"items":[V,…]}       a run of list elements
//   {"nodes":["hash",…]}  a longer list: runs, or further nodes, in order
// Inside V, {"$ref":"hash"} stands for a value and {"$list":"hash"} for a list kept as objects of their own; a member
// name that begins with "$" gets a second one. Small things stay in their parent.
//
// Lists are cut where an element's own checksum says so (content-defined chunking), and so are the lists of the
// resulting hashes. An edit therefore changes the run it falls in and the nodes above it, whatever the length of the
// list.
struct ObjectTree {
    QByteArray root; // address of the root, 32 bytes
    std::vector<std::pair<QByteArray, QByteArray>> objects; // address, bytes; children before parents
};

ObjectTree encodeObjects(const QJsonObject& root);

// SQL of the table both functions below work on.
QString objectTableSql();
// Adds what is not there yet; call it inside a transaction.
Status writeObjects(const Database& database, const ObjectTree& tree);
// ErrorCode::Corrupt when an object is missing or its bytes do not fit its address.
Result<QJsonObject> readObjects(const Database& database, const QByteArray& root);
// Removes the objects that none of `roots` reaches; call it inside a transaction.
Status removeUnreachable(const Database& database, const QList<QByteArray>& roots);

} // namespace sallyport
