import CloudAssistant
import Testing

@testable import Engine

extension Provocation {
    /// Codes about where outputs are delivered.
    static let delivery: [Provocation] = [
        delivery(.invalidOssOutputDeliveryBucketNotFound, "oss://none"),
        delivery(.invalidOssOutputDeliveryBucketInOtherRegion, "oss://far"),
        delivery(.invalidOssOutputDeliveryBucketAccessDenied, "oss://denied"),
        Provocation(
            .createServiceLinkedRoleNoPermission, { try await $0.deliver(to: "oss://outputs", as: "bob") },
            beside: { try await $0.deliver(to: "oss://outputs", as: "ann") }),
    ]

    private static func delivery(_ code: APIErrorCode, _ place: String) -> Provocation {
        Provocation(code, { try await $0.deliver(to: place) }, beside: { try await $0.deliver(to: "oss://outputs") })
    }

    /// A bucket that may be used, one in another region, and one whose key cannot be read; only ann may use them.
    static func terms(_ configuration: inout EngineConfiguration) {
        var buckets = [
            Bucket(name: "outputs", regionID: "local", kind: .directory(path: "/tmp")),
            Bucket(name: "far", regionID: "other", kind: .directory(path: "/tmp")),
        ]
        let endpoint = S3Endpoint(
            "http://127.0.0.1:1", usesPathStyle: true, signingRegion: "r", credentialsFile: "/nowhere/key")
        if let endpoint { buckets.append(Bucket(name: "denied", regionID: "local", kind: .s3(endpoint))) }
        configuration.delivery.terms.buckets = buckets
        configuration.delivery.terms.allowedUsers = ["ann"]
    }
}

extension EngineBench {
    /// A dry run, which looks at everything and delivers nothing.
    fileprivate func deliver(to place: String, as name: String = "ann") async throws {
        let request = Self.request { request in
            request.run.ossOutputDelivery = place
            request.run.repeatMode = "DryRun"
        }
        var context = Self.context()
        context.caller.name = name
        _ = try await service.runCommand(request, context)
    }
}
