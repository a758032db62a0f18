// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <cstdio>

// Somebody who looks into the databases of a running service from outside, as with sqlite3: opens, reads and closes
// them over and over, and says once that each has been read. Ends by itself should nobody end it.
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList files = application.arguments().mid(1);
    bool said = false;
    for (const QDeadlineTimer deadline(60000); !deadline.hasExpired();) {
        bool all = true;
        for (const QString& file : files) {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), file);
            database.setDatabaseName(file);
            all = all && database.open()
                && QSqlQuery(database).exec(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
            database = {};
            QSqlDatabase::removeDatabase(file);
        }
        if (all && !std::exchange(said, true)) {
            std::puts("read");
            std::fflush(stdout);
        }
    }
    return 0;
}
