import Settings
import Testing

@Suite struct DirectoriesTests {
    struct Case: CustomTestStringConvertible {
        let environment: [String: String]
        let state: String?
        let instances: String?
        var testDescription: String { "\(environment.sorted { $0.key < $1.key })" }
    }

    @Test(arguments: [
        Case(
            environment: ["HOME": "/home/a"], state: "/home/a/.local/share/flagdeck",
            instances: "/home/a/.config/flagdeck/instances.toml"),
        Case(
            environment: ["HOME": "/home/a", "XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c"], state: "/d/flagdeck",
            instances: "/c/flagdeck/instances.toml"),
        Case(
            environment: ["XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c"], state: "/d/flagdeck",
            instances: "/c/flagdeck/instances.toml"),
        // An empty variable is as good as none, and a relative path is to be ignored.
        Case(
            environment: ["HOME": "/home/a", "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": ""],
            state: "/home/a/.local/share/flagdeck", instances: "/home/a/.config/flagdeck/instances.toml"),
        Case(
            environment: ["HOME": "/home/a", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "./c"],
            state: "/home/a/.local/share/flagdeck", instances: "/home/a/.config/flagdeck/instances.toml"),
        Case(
            environment: ["HOME": "/home/a", "XDG_DATA_HOME": "~/data", "XDG_CONFIG_HOME": "../c"],
            state: "/home/a/.local/share/flagdeck", instances: "/home/a/.config/flagdeck/instances.toml"),
        Case(environment: [:], state: nil, instances: nil),
        Case(environment: ["HOME": ""], state: nil, instances: nil),
        Case(environment: ["HOME": "home/a"], state: nil, instances: nil),
        Case(environment: ["XDG_DATA_HOME": "d", "XDG_CONFIG_HOME": "c"], state: nil, instances: nil),
    ])
    func `files are where the XDG rules say`(example: Case) {
        let directories = Directories(environment: example.environment)
        #expect(directories?.state == example.state)
        #expect(directories?.instancesFile == example.instances)
    }
}
