import GRDB

extension Schema {
    /// The table to find things by their tags. What tags a thing has stands in its own row; here it is kept by triggers,
    /// so that the two cannot disagree.
    static func registerTags(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("tags") { db in
            try db.execute(
                sql: """
                    CREATE TABLE tag (
                        kind TEXT NOT NULL, account TEXT NOT NULL, region TEXT NOT NULL, key TEXT NOT NULL,
                        value TEXT NOT NULL, sequence INTEGER NOT NULL, subject TEXT NOT NULL,
                        PRIMARY KEY (kind, account, region, key, value, sequence)) STRICT, WITHOUT ROWID;
                    CREATE UNIQUE INDEX tag_of ON tag (kind, subject, key);
                    """)
            for table in ["command", "invocation"] { try db.execute(sql: tagging(table, as: table)) }
        }
    }

    /// Keeps the tags of a table's rows in the table of tags, those that are there now included. The table has the columns
    /// sequence, id, account, region and tags; `kind` is the word of its `TaggableType`.
    static func tagging(_ table: String, as kind: String) -> String {
        func insertion(_ row: String) -> String {
            """
            INSERT OR REPLACE INTO tag (kind, account, region, key, value, sequence, subject)
            SELECT '\(kind)', \(row).account, \(row).region, each.key, each.value, \(row).sequence, \(row).id
            """
        }
        // A row that is damaged has no tags here, and is told as damaged by whoever reads it. Triggers may not ask SQLite
        // whether a text is JSON; what we write always is.
        let each = "json_each(CASE WHEN substr(NEW.tags, 1, 1) = '{' THEN NEW.tags ELSE '{}' END) AS each"
        let removal = "DELETE FROM tag WHERE kind = '\(kind)' AND subject = OLD.id"
        return """
            \(insertion("thing")) FROM \(table) AS thing, json_each(thing.tags) AS each
                WHERE json_valid(thing.tags) AND thing.tags <> '{}';
            CREATE TRIGGER \(table)_tagged AFTER INSERT ON \(table) WHEN NEW.tags <> '{}' BEGIN
                \(insertion("NEW")) FROM \(each);
            END;
            CREATE TRIGGER \(table)_retagged AFTER UPDATE OF tags ON \(table) WHEN NEW.tags <> OLD.tags BEGIN
                \(removal);
                \(insertion("NEW")) FROM \(each);
            END;
            CREATE TRIGGER \(table)_untagged AFTER DELETE ON \(table) WHEN OLD.tags <> '{}' BEGIN
                \(removal);
            END;
            """
    }

    /// What lists are found by, however many rows there are.
    static func registerLists(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("lists") { db in
            try db.execute(
                sql: """
                    CREATE INDEX command_listed ON command (account, region, sequence);
                    CREATE INDEX invocation_listed ON invocation (account, region, sequence);
                    CREATE INDEX invocation_named ON invocation (account, region, command_name, sequence);
                    CREATE INDEX invocation_grouped ON invocation (account, region, resource_group, sequence)
                        WHERE resource_group IS NOT NULL;
                    CREATE INDEX invocation_repeated ON invocation (account, region, repeat_mode, sequence)
                        WHERE repeat_mode <> 'Once';
                    DROP INDEX invocation_command;
                    CREATE INDEX invocation_of_command ON invocation (command_id, account, region, sequence);
                    DROP INDEX result_instance;
                    CREATE INDEX result_of_instance ON result (instance_id, invoke_id);
                    CREATE INDEX result_of_state ON result (state, invoke_id);
                    """)
        }
    }

    /// What is removed after a time is found by.
    static func registerRetention(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("retention") { db in
            try db.execute(
                sql: """
                    CREATE INDEX result_finished ON result (finished) WHERE finished IS NOT NULL;
                    CREATE INDEX token_created ON token (created);
                    """)
        }
    }
}
