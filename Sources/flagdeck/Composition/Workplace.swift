import CloudAssistant
import Engine
import Glibc
import PracticeFleet
import Runners
import SealedParameters
import Settings
import Store

/// Where the state and the settings of one use of Flagdeck are.
struct Workplace: Sendable {
    let state: StateDirectory
    let instancesFile: String?
    /// What the fleet is made up by; nil for the real one.
    let practice: Practice?
    /// True when nobody wants to keep the state.
    private let isTemporary: Bool
    let deliveryFile: String?

    /// By the XDG directories, or with the state at a given place; for practice without one at a temporary place.
    init(stateDirectory: String?, practice: Practice? = nil) throws(StartError) {
        self.practice = practice
        isTemporary = practice != nil && stateDirectory == nil
        let directories = Directories(environment: Machine.environment)
        if let stateDirectory {
            guard !stateDirectory.isEmpty else { throw StartError.emptyStateDirectory }
            state = StateDirectory(path: Self.absolute(stateDirectory))
        } else if isTemporary {
            state = StateDirectory(path: try Practice.temporaryDirectory())
        } else if let directories {
            state = StateDirectory(path: directories.state)
        } else {
            throw StartError.noHome
        }
        instancesFile = directories?.instancesFile
        deliveryFile = directories?.deliveryFile
    }

    /// Removes a state that nobody wants to keep.
    func clear() {
        if isTemporary { Practice.remove(state.path) }
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
        let (fleet, runner) = try await surroundings(store, isEngine: true)
        return try await EmbeddedService.engine(
            store: store, runner: try runner(), fleet: fleet, configuration: try delivering(), keeping: lock,
            parameters: parameterStore, log: LogFile.logger(state.logPath))
    }

    private func reader(beside holder: Int) async throws -> EmbeddedService {
        let store = try Store(state, for: .reading)
        return try await EmbeddedService.reader(
            store: store, fleet: try await surroundings(store, isEngine: false).fleet, configuration: configuration,
            engineProcess: holder, parameters: parameterStore)
    }

    /// The fleet, and what makes the runner that goes with it: real ones or made-up ones, as the state is.
    private func surroundings(_ store: Store, isEngine: Bool) async throws -> (
        fleet: Fleet, runner: () throws -> any Runner
    ) {
        let path = state.path
        if let practice {
            let made = try await practice.fleet(of: store, isEngine: isEngine, path: path)
            return (made.fleet, { PracticeRunner(seed: made.seed, claims: try PracticeClaims(directory: path)) })
        }
        guard try await store.practiceMark() == nil else { throw StartError.practiceState(path: path) }
        let attempts = state.attemptsPath
        return (try await fleet(store), { try LocalRunner(attempts: attempts) })
    }

    /// The parameter store of the state directory, which need not be there yet.
    var parameterStore: SealedParameterStore { SealedParameterStore(directory: state.path, now: { Machine.now() }) }

    private var configuration: EngineConfiguration {
        var configuration = EngineConfiguration(owner: Int(geteuid()), now: { Machine.now() })
        let zones = ZoneCatalogue(environment: Machine.environment)
        configuration.zones = { zones.rules($0) }
        configuration.machineZone = { zones.own().rules }
        let settings = SettingsFiles.configuration()
        configuration.retention.days = settings.retentionDays ?? configuration.retention.days
        configuration.retention.records = settings.retentionRecords ?? configuration.retention.records
        return configuration
    }

    /// Opens the database to add lines to the audit, beside an engine or without one. Without a database one is made.
    func openRecord() async throws -> Store {
        try state.prepare()
        let end = ContinuousClock.now + .seconds(2)
        while true {
            if let store = try? Store(state, for: .noting) { return store }
            switch try EngineLock.take(state) {
            case .taken(let lock):
                defer { withExtendedLifetime(lock) {} }
                return try Store(state, for: .engine)
            case .held where ContinuousClock.now >= end: return try Store(state, for: .noting)
            case .held: try await Task.sleep(for: .milliseconds(20))
            }
        }
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
        return try instances()?.fleet(around: machine) ?? Fleet(regions: [.local], instances: [machine])
    }

    /// The regions, local first.
    func regions() throws -> [Region] { try instances()?.regions ?? [.local] }

    private func instances() throws -> InstancesFile? {
        guard let instancesFile,
            let bytes = try SettingsFiles.contents(instancesFile, limit: InstancesFile.sizeLimit)
        else { return nil }
        return try InstancesFile(bytes, path: instancesFile)
    }
}
