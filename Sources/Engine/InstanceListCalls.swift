public import CloudAssistant
import Store

extension EmbeddedService {
    /// DescribeRegions. Checks in this order: AcceptLanguage, ResourceType, InstanceChargeType, that there is a region.
    public func describeRegions(_ request: DescribeRegionsRequest, _ context: CallContext) async throws(APIError)
        -> DescribeRegionsResponse
    {
        let language = try request.checked()
        let regions = await inventory.fleet.regions
        guard !regions.isEmpty else { throw APIError(.unauthorizedEmptyRegion, [.name: context.caller.name]) }
        return DescribeRegionsResponse(
            requestID: context.requestID, regions: regions.map { $0.named(in: language) })
    }

    /// DescribeInstances, by id. Checks in this order: region, the page, the number of ids and of addresses, words, tags,
    /// and whether it is a dry run.
    public func describeInstances(_ request: DescribeInstancesRequest, _ context: CallContext) async throws(APIError)
        -> DescribeInstancesResponse
    {
        let listed = await inventory.listed
        let region = try listed.fleet.region(request.regionID, running: false)
        var list = request
        list.paging = Paging()
        let pages = await pages("DescribeInstances", list, context)
        let window = try pages.window(request.paging, largest: 100, clamps: true)
        let condition = try request.checked(configuration.limits)
        guard !request.isDryRun else { throw APIError(.dryRunOperation, [.parameter: "DryRun"]) }
        let found = listed.places(in: region.id, ids: request.instanceIDs.map(Set.init), where: condition)
        let (page, next) = listed.part(of: found, window)
        return DescribeInstancesResponse(
            requestID: context.requestID, page: window.page(page, total: found.count, next: pages.token(next)))
    }

    /// DescribeCloudAssistantStatus, by id. This machine is online as long as the service answers; a Windows host of
    /// the inventory never is. Checks in this order: region, InstanceId, OSType, the page, that the instances exist. With
    /// ids MaxResults counts for nothing, and all of them are answered.
    public func describeCloudAssistantStatus(
        _ request: DescribeCloudAssistantStatusRequest, _ context: CallContext
    ) async throws(APIError) -> DescribeCloudAssistantStatusResponse {
        let listed = await inventory.listed
        let region = try listed.fleet.region(request.regionID)
        let type = try request.checked(configuration.limits)
        var list = request
        list.paging = Paging()
        let pages = await pages("DescribeCloudAssistantStatus", list, context)
        let wanted = Set(request.instanceIDs)
        let window = try wanted.isEmpty ? pages.window(request.paging) : request.windowOfNamed(pages)
        for id in request.instanceIDs where listed.instance(id, in: region.id) == nil {
            throw APIError(.invalidInstanceNotFound, [.parameter: "InstanceId", .instance: id.text])
        }
        let found = listed.places(
            in: region.id, ids: wanted.isEmpty ? nil : wanted, where: type.map { type in { $0.osType == type } })
        let (instances, next) = listed.part(of: found, window)
        let page = try await statuses(of: instances)
        return DescribeCloudAssistantStatusResponse(
            requestID: context.requestID, page: window.page(page, total: found.count, next: pages.token(next)))
    }
}

extension DescribeCloudAssistantStatusRequest {
    /// The part of what is named that is asked for: all of it, unless it is asked for page by page.
    fileprivate func windowOfNamed(_ pages: ListPages) throws(APIError) -> PageWindow {
        guard paging.maxResults == nil, paging.pageNumber != nil || paging.pageSize != nil else {
            return try pages.window(Paging(pageSize: 100), largest: 100)
        }
        return try pages.window(Paging(pageNumber: paging.pageNumber, pageSize: paging.pageSize))
    }
}

extension ListedFleet {
    /// The instances of a window over some places, and the mark of the last one when there are more.
    func part(of found: [Int], _ window: PageWindow) -> (instances: [Instance], next: [String]?) {
        let first = window.mark?.first.map { mark in firstPlace(behind: InstanceID(mark), in: found) }
        let rest = found.dropFirst(first ?? window.offset)
        let page = instances(at: rest.prefix(window.limit))
        return (page, rest.count > window.limit ? page.last.map { [$0.id.text] } : nil)
    }

    /// How many of some places, which are in the order of their ids, come before those behind an id.
    private func firstPlace(behind id: InstanceID, in found: [Int]) -> Int {
        var (low, high) = (0, found.count)
        while low < high {
            let middle = (low + high) / 2
            if fleet.instances[found[middle]].id <= id { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
