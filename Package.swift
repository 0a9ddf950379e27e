// swift-tools-version: 6.2
import PackageDescription

let swift: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]
let c: [CSetting] = [.treatAllWarnings(as: .error), .enableWarning("all"), .enableWarning("extra")]

/// A room of the house: which other rooms it may see is what its dependencies say, and a test holds every import to it.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: swift)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude, swiftSettings: swift)
}

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let httpClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let toml: Target.Dependency = .product(name: "TOMLKit", package: "TOMLKit")

let package = Package(
    name: "flagdeck",
    products: [
        .executable(name: "flagdeck", targets: ["flagdeck"]),
        .executable(name: "flagdeck-run", targets: ["flagdeck-run"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        // Pure rooms: no clock, no file, no terminal.
        room("CloudAssistant"),
        room("Wire", ["CloudAssistant"]),
        room("Screen"),
        room("Console", ["CloudAssistant", "Screen"]),

        // What touches the machine.
        .target(name: "CPlatform", cSettings: c),
        .executableTarget(name: "flagdeck-run", cSettings: c),
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
        room("Terminal", ["Screen", "CNcurses", "CPlatform"]),
        room("Store", ["CloudAssistant", grdb]),
        room("Runners", ["CloudAssistant", "CPlatform"]),
        room("PracticeFleet", ["CloudAssistant", "Runners"]),
        room("SealedParameters", ["CloudAssistant", crypto]),
        room("Settings", ["CloudAssistant", toml]),
        room("Themes", ["Screen", "Settings"], resources: [.embedInCode("themes")]),
        room("Delivery", ["CloudAssistant", crypto, httpClient, nioCore, nioHTTP1]),
        room("Engine", ["CloudAssistant", "Store", "Runners", "Delivery", crypto, logging]),

        .executableTarget(
            name: "flagdeck",
            dependencies: [
                "CloudAssistant", "Wire", "Screen", "Console", "Terminal", "Store", "Runners", "PracticeFleet",
                "SealedParameters", "Settings", "Themes", "Engine", "CPlatform", "flagdeck-run", arguments, logging,
            ],
            swiftSettings: swift),
        // For tests and measurements only.
        .target(name: "CPseudoTerminal", cSettings: c),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "CloudAssistant", "Console", "Settings", "Store", "Runners", "PracticeFleet", "Engine",
                "CPseudoTerminal", "flagdeck", "flagdeck-run",
            ],
            swiftSettings: swift),

        .target(
            name: "TestSupport", dependencies: ["Screen", nioCore, nioPosix], path: "Tests/TestSupport",
            swiftSettings: swift),
        tests(
            "CloudAssistantTests", ["CloudAssistant"],
            exclude: ["Frequency/oracle.txt", "Frequency/oracle.py"]),
        tests("ScreenTests", ["Screen"]),
        tests("WireTests", ["Wire", "CloudAssistant"]),
        tests("ConsoleTests", ["Console", "CloudAssistant", "Screen"], exclude: ["Frames"]),
        tests("TerminalTests", ["Terminal", "Screen", "CNcurses", "CPseudoTerminal"]),
        tests("StoreTests", ["Store", "CloudAssistant", grdb]),
        tests("RunnersTests", ["Runners", "CloudAssistant", "flagdeck-run"]),
        tests("PracticeFleetTests", ["PracticeFleet", "CloudAssistant", "Runners", "Store", "Engine"]),
        tests("SealedParametersTests", ["SealedParameters", "CloudAssistant"]),
        tests("DeliveryTests", ["Delivery", "CloudAssistant", httpClient, nioCore, nioHTTP1]),
        tests("SettingsTests", ["Settings", "CloudAssistant", toml]),
        tests("ThemesTests", ["Themes", "Settings", "Screen"]),
        tests(
            "EngineTests",
            [
                "Engine", "CloudAssistant", "Store", "Runners", "Delivery", "SealedParameters", "flagdeck-run", grdb,
            ]),
        tests(
            "FlagdeckTests", ["CloudAssistant", "Screen", "CPseudoTerminal", "flagdeck", "flagdeck-run", subprocess]),
        tests("HouseTests", ["Console", "CloudAssistant", "Screen"]),
    ]
)
