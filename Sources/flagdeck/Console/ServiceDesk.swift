import CloudAssistant
import Console
import Engine

/// Asks the service what the console wants to know.
struct ServiceDesk: Sendable {
    let service: EmbeddedService
    private let caller = Machine.caller

    init(service: EmbeddedService) { self.service = service }

    private var context: CallContext {
        CallContext(caller: caller, source: .console, requestID: Machine.requestID())
    }

    /// The answer to an effect, nil for those that need none; `early` takes what is there before the whole answer is.
    func reply(to effect: Effect, early: (Reply) -> Void) async -> Reply? {
        switch effect {
        case .readRegions:
            return await answer(.list(.regions)) { () async throws(APIError) in
                .regions(
                    try await service.describeRegions(
                        DescribeRegionsRequest(
                            acceptLanguage: RegionLanguage(Machine.language).rawValue), context
                    ).regions)
            }
        case .readTargets(let region):
            return await answer(.list(.targets)) { () async throws(APIError) in
                let targets = try await targets(in: region) {
                    early(.readyTargets(region, SearchableEntries($0), isWhole: false))
                }
                return .readyTargets(region, SearchableEntries(targets), isWhole: true)
            }
        case .readCommands(let region):
            return await answer(.list(.commands)) { () async throws(APIError) in
                .commands(region, try await commands(in: region))
            }
        case .readInvocations(let region):
            return await answer(.list(.invocations)) { () async throws(APIError) in
                let request = DescribeInvocationsRequest(regionID: region, paging: Paging(maxResults: 50))
                return .invocations(region, try await service.describeInvocations(request, context).page.entries)
            }
        case .readEarlierInvocations(let region):
            return await answer(.list(.invocations)) { () async throws(APIError) in
                .invocations(region, try await invocations(in: region))
            }
        case .readInvocation(let region, let id):
            let request = DescribeInvocationsRequest(regionID: region, invokeID: id)
            let page = try? await service.describeInvocations(request, context).page
            return page?.entries.first.map { .invocation(region, $0) }
        case .readResults(let region, let id):
            return await answer(.results(id)) { () async throws(APIError) in
                .results(id, try await results(of: id, in: region))
            }
        case .readHistory(let region, let id):
            return await answer(.results(id)) { () async throws(APIError) in
                .results(id, try await results(of: id, in: region, history: true))
            }
        case .drawToken: return .token(Machine.clientToken())
        case .send(let request):
            return await answer(.form) { () async throws(APIError) in .accepted(try await send(request)) }
        case .stop(let region, let id):
            return await answer(.stop(id)) { () async throws(APIError) in
                _ = try await service.stopInvocation(
                    StopInvocationRequest(regionID: region, invokeID: id), context)
                return .stopped(id)
            }
        case .change(let region, let id, let frequency):
            return await answer(.change(id)) { () async throws(APIError) in
                var request = ModifyInvocationAttributeRequest(regionID: region, invokeID: id)
                request.frequency = frequency
                _ = try await service.modifyInvocationAttribute(request, context)
                return .changed(id)
            }
        case .save(let region, let draft, let id):
            return await answer(.command) { () async throws(APIError) in .saved(try await save(draft, id, in: region)) }
        case .countInstances(let regions): return .counts(await counts(of: regions))
        case .findWhole(let key): return .whole(key, path: service.spool(of: key))
        case .edit, .page, .copy, .remember, .setTheme, .setMouse, .repaint, .suspend, .quit: return nil
        }
    }

    private func answer(_ question: Question, _ ask: () async throws(APIError) -> Reply) async -> Reply {
        do { return try await ask() } catch { return .refused(question, error) }
    }

    private func send(_ request: FormRequest) async throws(APIError) -> InvokeID {
        switch request {
        case .run(let request): try await service.runCommand(request, context).invokeID
        case .invoke(let request): try await service.invokeCommand(request, context).invokeID
        }
    }

    /// As many invocations as the console keeps, newest first.
    private func invocations(in region: RegionID) async throws(APIError) -> [Invocation] {
        var found: [Invocation] = []
        var request = DescribeInvocationsRequest(regionID: region, paging: Paging(maxResults: 50))
        while found.count < 1_000 {
            let page = try await service.describeInvocations(request, context).page
            found += page.entries
            guard let token = page.nextToken, !token.isEmpty else { break }
            request.paging.nextToken = token
        }
        return found
    }

    /// Makes a command, or changes the one of an id.
    private func save(_ draft: CommandDraft, _ id: CommandID?, in region: RegionID) async throws(APIError) -> CommandID
    {
        guard let id else {
            let request = CreateCommandRequest(regionID: region, command: draft, clientToken: Machine.clientToken())
            return try await service.createCommand(request, context).commandID
        }
        let request = ModifyCommandRequest(
            regionID: region, commandID: id, name: draft.name, description: draft.description, content: draft.content,
            contentEncoding: draft.contentEncoding, workingDirectory: draft.workingDirectory ?? "",
            timeoutSeconds: draft.timeoutSeconds, launcher: draft.launcher ?? "")
        _ = try await service.modifyCommand(request, context)
        return id
    }

    /// How many instances regions have; one that cannot be asked is left out.
    private func counts(of regions: [RegionID]) async -> [RegionID: Int] {
        var counts: [RegionID: Int] = [:]
        for region in regions {
            let request = DescribeInstancesRequest(regionID: region, paging: Paging(maxResults: 1))
            let page = try? await service.describeInstances(request, context).page
            if let count = page?.totalCount { counts[region] = count }
        }
        return counts
    }

    /// The instances of a region, each page with its statuses; what has been read is handed on each time that it is four
    /// times as much.
    private func targets(in region: RegionID, early: ([Target]) -> Void) async throws(APIError) -> [Target] {
        var targets: [Target] = []
        var handed = 0
        var request = DescribeInstancesRequest(regionID: region, paging: Paging(maxResults: 100))
        while true {
            let page = try await service.describeInstances(request, context).page
            targets += try await self.targets(page.entries, in: region)
            guard let token = page.nextToken, !token.isEmpty else { return targets }
            request.paging.nextToken = token
            guard targets.count >= 4 * handed else { continue }
            handed = targets.count
            early(targets)
        }
    }

    private func targets(_ instances: [Instance], in region: RegionID) async throws(APIError) -> [Target] {
        // Without ids every status would be asked for.
        guard !instances.isEmpty else { return [] }
        let request = DescribeCloudAssistantStatusRequest(
            regionID: region, instanceIDs: instances.map(\.id), paging: Paging(maxResults: 50))
        let statuses = try await service.describeCloudAssistantStatus(request, context).page.entries
        let online = Set(statuses.filter(\.isOnline).map(\.instanceID))
        return instances.map { Target(instance: $0, isOnline: online.contains($0.id)) }
    }

    private func commands(in region: RegionID) async throws(APIError) -> [Command] {
        let own = try await all { paging throws(APIError) in
            try await service.describeCommands(
                DescribeCommandsRequest(regionID: region, paging: paging), context
            ).page
        }
        let starter = try await all { paging throws(APIError) in
            try await service.describeCommands(
                DescribeCommandsRequest(regionID: region, provider: StarterLibrary.provider, paging: paging), context
            ).page
        }
        return own + starter
    }

    /// The latest results of an invocation, or those of its last runs, as many as a console keeps.
    private func results(of id: InvokeID, in region: RegionID, history: Bool = false) async throws(APIError)
        -> [InvocationResult]
    {
        try await all(limit: history ? 1_000 : .max) { paging throws(APIError) in
            let request = DescribeInvocationResultsRequest(
                regionID: region, invokeID: id, includesHistory: history, paging: paging)
            let page = try await service.describeInvocationResults(request, context).page
            return Page(
                entries: page.entries.map(\.result), totalCount: page.totalCount, nextToken: page.nextToken)
        }
    }

    /// All pages of a list, up to a number of entries.
    private func all<Entry: Sendable>(
        limit: Int = .max, _ read: (Paging) async throws(APIError) -> Page<Entry>
    ) async throws(APIError) -> [Entry] {
        var entries: [Entry] = []
        var paging = Paging(maxResults: 50)
        while true {
            let page = try await read(paging)
            entries += page.entries
            guard let token = page.nextToken, !token.isEmpty, entries.count < limit else { return entries }
            paging.nextToken = token
        }
    }
}
