public import Screen
public import Settings

/// All themes that there are: the built-in ones, the shipped ones and the user's own.
public struct ThemeCatalogue: Sendable {
    /// Where a theme comes from.
    public enum Origin: Sendable, Hashable {
        /// The program itself; nobody can change it.
        case builtIn
        /// A file that is part of the program.
        case shipped
        /// A file of the user.
        case own(path: String)
    }

    /// A theme and what there was to warn of.
    public struct Found: Sendable {
        /// The theme.
        public let theme: Theme
        /// What was passed over in its file and in those that it adds to, in the order of the lines.
        public let warnings: [ThemeWarning]
    }

    /// The largest theme file that is read, in bytes.
    public static let sizeLimit = 65_536
    private static let builtIn: [Theme] = [.terminal, .mono]

    private let own: [String: String]
    private let read: @Sendable (String) throws(SettingsError) -> [UInt8]

    /// A catalogue with a user's own files, paths by names; `read` gives the bytes of one of them when it is asked for.
    ///
    /// A file of the user's goes before a shipped one of the same name. One with the name of a built-in theme is never
    /// used: these are what is left when nothing else can be read.
    public init(
        own: [String: String] = [:],
        read: @escaping @Sendable (String) throws(SettingsError) -> [UInt8] = { path throws(SettingsError) in
            throw SettingsError(path: path, problem: .unreadable(2))
        }
    ) {
        self.own = own.filter { name, _ in !Self.builtIn.contains { $0.name == name } }
        self.read = read
    }

    /// The names of all themes, the built-in ones first.
    public var names: [String] {
        Self.builtIn.map(\.name) + Set(ShippedThemes.files.keys).union(own.keys).sorted()
    }

    /// Where a theme comes from; nil when there is none of this name.
    public func origin(of name: String) -> Origin? {
        if Self.builtIn.contains(where: { $0.name == name }) { return .builtIn }
        if let path = own[name] { return .own(path: path) }
        return ShippedThemes.files[name].map { _ in .shipped }
    }

    /// The theme of a name.
    public func theme(named name: String) throws(ThemeError) -> Found {
        if let theme = Self.builtIn.first(where: { $0.name == name }) { return Found(theme: theme, warnings: []) }
        guard let document = try document(name) else { throw .unknown(name, known: names) }
        return try compose(document, name: name)
    }

    /// The theme that a file's bytes make, wherever it lies. `path` is for warnings.
    public func theme(of bytes: [UInt8], path: String, name: String) throws(ThemeError) -> Found {
        try compose(Self.document(bytes, path), name: name)
    }

    // MARK: - Ancestors

    private func compose(_ document: SettingsDocument, name: String) throws(ThemeError) -> Found {
        var files = [Self.file(document, name)]
        var chain = [name]
        var base: Theme?
        while let child = files.first, let parent = child.parent, base == nil {
            guard !chain.contains(parent) else { throw .cycle(chain + [parent]) }
            base = Self.builtIn.first { $0.name == parent }
            guard base == nil else { break }
            guard let document = try self.document(parent) else {
                throw .unknownParent(parent, of: chain.last ?? name, known: names)
            }
            files.insert(Self.file(document, parent), at: 0)
            chain.append(parent)
        }
        let composition = ThemeComposition(files, base: base)
        return Found(theme: composition.theme(named: name), warnings: composition.warnings)
    }

    private static func file(_ document: SettingsDocument, _ name: String) -> ThemeFile {
        var reader = ThemeReader(document, name: name)
        reader.read()
        return reader.file
    }

    private func document(_ name: String) throws(ThemeError) -> SettingsDocument? {
        if let path = own[name] { return try Self.document(bytes(of: path), path) }
        guard let bytes = ShippedThemes.files[name] else { return nil }
        return try Self.document(bytes, "themes/\(name).toml")
    }

    private func bytes(of path: String) throws(ThemeError) -> [UInt8] {
        do {
            return try read(path)
        } catch {
            throw .file(error)
        }
    }

    private static func document(_ bytes: [UInt8], _ path: String) throws(ThemeError) -> SettingsDocument {
        do {
            return try SettingsDocument(bytes, path: path, sizeLimit: sizeLimit)
        } catch {
            throw .file(error)
        }
    }
}
