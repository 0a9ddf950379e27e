import CloudAssistant
import Engine
import Glibc
import Runners
import Settings
import Store

/// Where the state and the settings of one use of Flagdeck are.
struct Workplace: Sendable {
    let state: StateDirectory
    let instancesFile: String?
    let deliveryFile: String?

    /// By the XDG directories, or with the state at a given place.
    init(stateDirectory: String?) throws(StartError) {
        let directories = Directories(environment: Machine.environment)
        if let stateDirectory {
            guard !stateDirectory.isEmpty else { throw StartError.emptyStateDirectory }
            state = StateDirectory(path: Self.absolute(stateDirectory))
        } else if let directories {
            state = StateDirectory(path: directories.state)
        } else {
            throw StartError.noHome
        }
        instancesFile = directories?.instancesFile
        deliveryFile = directories?.deliveryFile
    }

    private static func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        guard let here = getcwd(nil, 0) else { return path }
        defer { free(here) }
        return String(cString: here) + "/" + path
    }

    /// Opens the embedded service: as the engine, or as a reader beside the one that holds the directory.
    ///
    /// Another subcommand holds it for a moment only, so one that has to be the engine looks again until `patience` has
    /// passed. So does a reader whose engine is about to make the database.
    func open(patience: Duration = .zero) async throws -> EmbeddedService {
        try state.prepare()
        let end = ContinuousClock.now + patience
        let readersEnd = ContinuousClock.now + .seconds(1)
        while true {
            switch try EngineLock.take(state) {
            case .taken(let lock): return try await engine(keeping: lock)
            case .held(let holder) where ContinuousClock.now >= end:
                do {
                    return try await reader(beside: holder)
                } catch  where ContinuousClock.now < readersEnd {}
            case .held: break
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    private func engine(keeping lock: EngineLock) async throws -> EmbeddedService {
        let store = try Store(state, for: .engine)
        let runner = try LocalRunner(attempts: state.attemptsPath)
        return try await EmbeddedService.engine(
            store: store, runner: runner, fleet: try await fleet(store), configuration: try delivering(), keeping: lock,
            log: LogFile.logger(state.logPath))
    }

    private func reader(beside holder: Int) async throws -> EmbeddedService {
        let store = try Store(state, for: .reading)
        return try await EmbeddedService.reader(
            store: store, fleet: try await fleet(store), configuration: configuration, engineProcess: holder)
    }

    private var configuration: EngineConfiguration {
        EngineConfiguration(owner: Int(geteuid()), now: { Machine.now() })
    }

    /// The configuration of an engine, with the places that outputs can be delivered to.
    private func delivering() throws -> EngineConfiguration {
        var configuration = configuration
        configuration.delivery.holdDirectory = state.deliveriesPath
        configuration.delivery.terms.bucketsDirectory = state.bucketsPath
        guard let deliveryFile,
            let bytes = try SettingsFiles.contents(deliveryFile, limit: DeliveryFile.sizeLimit)
        else { return configuration }
        let file = try DeliveryFile(bytes, path: deliveryFile)
        configuration.delivery.terms.buckets = file.buckets
        configuration.delivery.terms.allowedUsers = file.allowedUsers
        return configuration
    }

    private func fleet(_ store: Store) async throws -> Fleet {
        let id = try await store.instanceID(at: Machine.now())
        let machine = LocalHost.instance(id: id)
        guard let instancesFile,
            let bytes = try SettingsFiles.contents(instancesFile, limit: InstancesFile.sizeLimit)
        else {
            return Fleet(regions: [.local], instances: [machine])
        }
        return try InstancesFile(bytes, path: instancesFile).fleet(around: machine)
    }
}
