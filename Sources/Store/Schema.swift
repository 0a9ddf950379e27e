import GRDB

/// The tables and their history. A release only ever adds migrations.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in try db.execute(sql: version1) }
        migrator.registerMigration("2") { db in
            try db.execute(sql: "ALTER TABLE invocation ADD COLUMN command_defaults TEXT NOT NULL DEFAULT '{}'")
        }
        migrator.registerMigration("schedules") { db in try db.execute(sql: schedules) }
        migrator.registerMigration("speed") { db in try db.execute(sql: speed) }
        migrator.registerMigration("files") { db in try db.execute(sql: files) }
        registerTags(&migrator)
        registerLists(&migrator)
        registerRetention(&migrator)
        migrator.registerMigration("containers") { db in
            try db.execute(
                sql: """
                    ALTER TABLE invocation ADD COLUMN container_id TEXT;
                    ALTER TABLE invocation ADD COLUMN container_name TEXT;
                    """)
        }
        migrator.registerMigration("delivery") { db in try db.execute(sql: delivery) }
        return migrator
    }

    /// The delivery of an output is due from the very transaction that records the end of a script which ran, whoever
    /// writes that, so that none can be forgotten.
    private static let delivery = """
        ALTER TABLE invocation ADD COLUMN oss_output_delivery TEXT NOT NULL DEFAULT '';
        CREATE INDEX invocation_delivery ON invocation (id) WHERE oss_output_delivery <> '';

        ALTER TABLE result ADD COLUMN delivery_status TEXT;
        ALTER TABLE result ADD COLUMN delivery_address TEXT NOT NULL DEFAULT '';
        ALTER TABLE result ADD COLUMN delivery_error_code TEXT NOT NULL DEFAULT '';
        ALTER TABLE result ADD COLUMN delivery_error_info TEXT NOT NULL DEFAULT '';
        CREATE INDEX result_delivery ON result (sequence) WHERE delivery_status = 'InProgress';

        CREATE TRIGGER result_ended AFTER UPDATE OF finished ON result
        WHEN OLD.finished IS NULL AND NEW.finished IS NOT NULL AND NEW.started IS NOT NULL
        BEGIN
            UPDATE result SET delivery_status = 'InProgress' WHERE sequence = NEW.sequence AND EXISTS (
                SELECT 1 FROM invocation WHERE id = NEW.invoke_id AND oss_output_delivery <> '');
        END;
        """

    /// An instance has one current record for each invocation; those of its earlier runs are history.
    private static let schedules = """
        ALTER TABLE invocation ADD COLUMN frequency TEXT;
        ALTER TABLE result ADD COLUMN due INTEGER;
        ALTER TABLE result ADD COLUMN boot_id TEXT;
        ALTER TABLE result ADD COLUMN is_current INTEGER NOT NULL DEFAULT 1;
        CREATE INDEX result_current ON result (invoke_id, position) WHERE is_current = 1;
        """

    private static let version1 = """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

        CREATE TABLE command (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE, account TEXT NOT NULL, region TEXT NOT NULL,
            name TEXT NOT NULL, description TEXT NOT NULL, type TEXT NOT NULL, content TEXT NOT NULL,
            working_directory TEXT, timeout INTEGER NOT NULL, launcher TEXT, enables_parameters INTEGER NOT NULL,
            invoke_times INTEGER NOT NULL DEFAULT 0, created INTEGER NOT NULL, tags TEXT NOT NULL,
            resource_group TEXT) STRICT;

        CREATE TABLE invocation (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE, account TEXT NOT NULL, region TEXT NOT NULL,
            command_id TEXT NOT NULL, command_name TEXT NOT NULL, command_description TEXT NOT NULL,
            command_type TEXT NOT NULL, command_content TEXT NOT NULL, command_created INTEGER NOT NULL,
            enables_parameters INTEGER NOT NULL, command_provider TEXT, owns_command INTEGER NOT NULL,
            repeat_mode TEXT NOT NULL, parameters TEXT NOT NULL, username TEXT, timeout INTEGER NOT NULL,
            working_directory TEXT, launcher TEXT, termination_mode TEXT NOT NULL, tags TEXT NOT NULL,
            resource_group TEXT, caller TEXT NOT NULL, caller_user_id INTEGER, source TEXT NOT NULL,
            reason TEXT NOT NULL, created INTEGER NOT NULL) STRICT;
        CREATE INDEX invocation_command ON invocation (command_id);

        CREATE TABLE result (
            sequence INTEGER PRIMARY KEY,
            invoke_id TEXT NOT NULL REFERENCES invocation (id), instance_id TEXT NOT NULL,
            occurrence INTEGER NOT NULL, position INTEGER NOT NULL, state TEXT NOT NULL, error_code TEXT,
            error_info TEXT NOT NULL DEFAULT '', exit_code INTEGER, output BLOB NOT NULL DEFAULT x'',
            dropped INTEGER NOT NULL DEFAULT 0, repeats INTEGER NOT NULL DEFAULT 0, created INTEGER NOT NULL,
            started INTEGER, finished INTEGER, stopped INTEGER, updated INTEGER NOT NULL,
            UNIQUE (invoke_id, instance_id, occurrence)) STRICT;
        CREATE INDEX result_instance ON result (instance_id);
        CREATE INDEX result_open ON result (state) WHERE finished IS NULL;

        CREATE TABLE token (
            account TEXT NOT NULL, region TEXT NOT NULL, action TEXT NOT NULL, token TEXT NOT NULL,
            fingerprint BLOB NOT NULL, command_id TEXT NOT NULL, invoke_id TEXT NOT NULL, created INTEGER NOT NULL,
            PRIMARY KEY (account, region, action, token)) STRICT, WITHOUT ROWID;

        CREATE TABLE audit (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            time INTEGER NOT NULL, account TEXT NOT NULL, caller TEXT NOT NULL, caller_user_id INTEGER,
            source TEXT NOT NULL, reason TEXT NOT NULL, request_id TEXT NOT NULL, action TEXT NOT NULL,
            region TEXT NOT NULL, targets TEXT NOT NULL, subject TEXT NOT NULL, outcome TEXT NOT NULL) STRICT;

        CREATE TABLE instance_tag (
            instance_id TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
            PRIMARY KEY (instance_id, key)) STRICT, WITHOUT ROWID;
        """
}
