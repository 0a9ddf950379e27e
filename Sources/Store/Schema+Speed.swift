extension Schema {
    /// What is looked up at every call costs the same however much there is.
    static let speed = """
        CREATE TABLE tally (
            account TEXT NOT NULL, region TEXT NOT NULL, day INTEGER NOT NULL, invocations INTEGER NOT NULL,
            PRIMARY KEY (account, region, day)) STRICT, WITHOUT ROWID;
        INSERT INTO tally SELECT account, region, created / 86400000, count(*) FROM invocation GROUP BY 1, 2, 3;
        """
}
