extension Schema {
    /// Files that are sent, apart from invocations: they are kept for another time and never run.
    static let files = """
        CREATE TABLE file_delivery (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE, account TEXT NOT NULL, region TEXT NOT NULL, name TEXT NOT NULL,
            directory TEXT NOT NULL, content BLOB NOT NULL, digest BLOB NOT NULL, content_type TEXT NOT NULL,
            owner TEXT, owner_group TEXT, mode TEXT NOT NULL, overwrites INTEGER NOT NULL, description TEXT NOT NULL,
            timeout INTEGER NOT NULL, tags TEXT NOT NULL, resource_group TEXT, caller TEXT NOT NULL,
            caller_user_id INTEGER, source TEXT NOT NULL, reason TEXT NOT NULL, created INTEGER NOT NULL) STRICT;
        CREATE INDEX file_delivery_created ON file_delivery (created);

        CREATE TABLE file_result (
            sequence INTEGER PRIMARY KEY,
            invoke_id TEXT NOT NULL REFERENCES file_delivery (id) ON DELETE CASCADE, instance_id TEXT NOT NULL,
            position INTEGER NOT NULL, state TEXT NOT NULL, error_code TEXT, error_info TEXT NOT NULL,
            created INTEGER NOT NULL, started INTEGER, finished INTEGER, updated INTEGER NOT NULL,
            UNIQUE (invoke_id, instance_id)) STRICT;
        CREATE INDEX file_result_instance ON file_result (instance_id);
        CREATE INDEX file_result_open ON file_result (invoke_id) WHERE finished IS NULL;
        """
}
