/// The rules for single values. Each throws the code that the API has for a value that breaks it.
enum FieldRules {
    static func clientToken(_ token: String?) throws(APIError) {
        guard let token, !token.isEmpty else { return }
        let isPrintable = token.utf8.allSatisfy { (0x20...0x7e).contains($0) }
        guard isPrintable, token.utf8.count <= 64 else {
            throw APIError(
                .invalidClientTokenMalformed, [.parameter: "ClientToken", .value: token, .limit: "64"])
        }
    }

    static func launcher(_ launcher: String?) throws(APIError) {
        guard let launcher, launcher.utf8.count > Launcher.lengthLimit else { return }
        throw APIError(
            .invalidLauncherLengthLimitExceeded,
            [.parameter: "Launcher", .limit: "\(Launcher.lengthLimit)", .actual: "\(launcher.utf8.count)"])
    }

    /// Values below the least one are refused rather than raised, so that nobody waits for less than was asked.
    static func timeout(_ seconds: Int?, _ limits: Limits) throws(APIError) {
        guard let seconds else { return }
        if seconds < limits.shortestTimeout {
            throw APIError(
                .invalidParameterTimeout,
                [.parameter: "Timeout", .value: "\(seconds)", .limit: "\(limits.shortestTimeout)"])
        }
        if seconds > limits.longestTimeout {
            throw APIError(
                .invalidTimeoutExceedLimit,
                [.parameter: "Timeout", .value: "\(seconds)", .limit: "\(limits.longestTimeout)"])
        }
    }

    static func workingDirectory(_ directory: String?) throws(APIError) {
        guard let directory else { return }
        let isTooLong = directory.unicodeScalars.count > 200
        guard !isTooLong, !directory.unicodeScalars.contains(where: isControl) else {
            throw APIError(
                .invalidParameterWorkingDir, [.parameter: "WorkingDir", .value: directory, .limit: "200"])
        }
    }

    static func username(_ name: String?) throws(APIError) {
        guard let name, name.unicodeScalars.count > 255 else { return }
        throw APIError(
            .usernameExceedLimit,
            [.parameter: "Username", .limit: "255", .actual: "\(name.unicodeScalars.count)"])
    }

    static func windowsPasswordName(_ name: String?) throws(APIError) {
        guard let name, name.unicodeScalars.count > 255 else { return }
        throw APIError(
            .windowsPasswordNameExceedLimit,
            [.parameter: "WindowsPasswordName", .limit: "255", .actual: "\(name.unicodeScalars.count)"])
    }

    static func containerID(_ id: String?) throws(APIError) {
        guard let id, !id.isEmpty else { return }
        let runtime = ["docker://", "containerd://", "cri-o://"].first(where: id.begins(with:)) ?? ""
        let hex = id.utf8.dropFirst(runtime.utf8.count)
        let isHex = hex.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
        guard isHex, hex.count == 64 else {
            throw APIError(.invalidContainerIdMalformed, [.parameter: "ContainerId", .value: id])
        }
    }

    static func containerName(_ name: String?) throws(APIError) {
        guard let name, !name.isEmpty else { return }
        let isPlain = name.utf8.allSatisfy { $0 == 0x2e || ParameterName.isAllowed($0) }
        guard isPlain, let first = name.utf8.first, isAlphanumeric(first), name.utf8.count <= 255 else {
            throw APIError(.invalidContainerNameMalformed, [.parameter: "ContainerName", .value: name])
        }
    }

    static func terminationMode(_ word: String?) throws(APIError) -> TerminationMode {
        guard let word, !word.isEmpty else { return .process }
        guard let mode = TerminationMode(rawValue: word) else {
            throw APIError(.invalidTerminationModeNotFound, [.parameter: "TerminationMode", .value: word])
        }
        return mode
    }

    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        ParameterName.isAllowed(byte) && byte != 0x5f && byte != 0x2d
    }
}
