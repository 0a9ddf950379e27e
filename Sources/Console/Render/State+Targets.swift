import CloudAssistant
import Screen

extension State {
    func drawTargets(in place: ListPlace, on canvas: inout Canvas) {
        let look = canvas.look
        let type = form?.type
        canvas.table(
            targets, columns.map(\.width), in: place, empty: canvas.words(.noInstances),
            marked: { isTarget($0.instance.id) },
            cells: { target in columns.map { look.cell($0, of: target, for: type) } })
    }

    /// All that is known of an instance, line by line.
    func detailLines(_ id: InstanceID) -> [(label: Word, text: SafeText, role: Role)] {
        guard let target = targets.entry(id.text) else { return [] }
        let instance = target.instance
        let look = Look(theme: .mono, glyphs: .ascii, language: language)
        var lines: [(Word, SafeText, Role)] = [(.labelName, SafeText(instance.name), .text)]
        func add(_ word: Word, _ text: String, _ role: Role = .text) {
            lines.append((word, SafeText(text.isEmpty ? "-" : text), role))
        }
        add(.labelInstance, instance.id.text, .identifier)
        let isReady = target.obstacle(for: form?.type) == nil
        lines.append(
            (.labelStatus, look.readiness(target, for: form?.type), isReady ? .stateSuccess : .stateStopped))
        add(.labelAgent, look.words(target.isOnline ? .online : .offline).plain)
        add(.region, instance.regionID.text, .regionName)
        add(.labelZone, instance.zoneID)
        add(.labelHost, instance.hostName)
        add(.labelSystem, [instance.osType.rawValue, instance.osName].filter { !$0.isEmpty }.joined(separator: ", "))
        add(.labelPrivate, instance.privateAddresses.joined(separator: " "))
        add(.labelPublic, instance.publicAddresses.joined(separator: " "))
        add(.labelSize, instance.sizeText)
        add(.labelTimeZone, instance.timeZone)
        add(.resourceGroup, instance.resourceGroupID?.text ?? "")
        for tag in instance.tags { lines.append((.labelTag, SafeText(TagWords.text([tag])), .tagValue)) }
        let runs = invocations.entries.count { $0.results.contains { $0.instanceID == id } }
        lines.append((.labelRuns, SafeText("\(runs)"), .number))
        return lines
    }

    func drawDetail(_ id: InstanceID, _ scroll: Int, in body: Rect, on canvas: inout Canvas) {
        let lines = detailLines(id)
        let name = SafeText(targets.entry(id.text)?.instance.name ?? id.text)
        let title = name + Self.range(scroll, lines.count, rows: body.rows - 2)
        let rect = canvas.dialog(title, rows: lines.count + 2, columns: 90, in: body, .dialogBorder)
        let label = (lines.map { canvas.words($0.label).width }.max() ?? 0) + 2
        for (offset, line) in lines.dropFirst(scroll).prefix(rect.rows).enumerated() {
            let row = rect.row + offset
            canvas.write(canvas.words(line.label), row: row, column: rect.column, width: label - 1, as: .inputLabel)
            canvas.write(
                line.text, row: row, column: rect.column + label, width: rect.columns - label, as: line.role)
        }
    }
}

extension TargetColumn {
    /// How wide it is.
    var width: Column {
        switch self {
        case .name: Column(word, 12, 30)
        case .status: Column(word, 9, 12)
        case .address: Column(word, 15)
        case .tags: Column(word, 22, .max)
        case .instance: Column(word, 20, 28)
        case .system: Column(word, 10, 24)
        case .zone: Column(word, 13)
        case .group: Column(word, 10, 20)
        case .host: Column(word, 12, 24)
        case .size: Column(word, 12)
        }
    }

    /// Its heading.
    var word: Word {
        switch self {
        case .name: .name
        case .status: .status
        case .address: .address
        case .tags: .tags
        case .instance: .instance
        case .system: .system
        case .zone: .zone
        case .group: .group
        case .host: .host
        case .size: .size
        }
    }
}

extension Look {
    /// What a column shows of a target, for a command of a type.
    func cell(_ column: TargetColumn, of target: Target, for type: CommandType?) -> TableCell {
        let instance = target.instance
        switch column {
        case .name:
            let name = SafeText(instance.name)
            return TableCell(instance.isPractice ? words(.practice) + SafeText(" ") + name : name)
        case .status:
            let isReady = target.obstacle(for: type) == nil
            return TableCell(readiness(target, for: type), isReady ? .stateSuccess : .stateStopped)
        case .address: return TableCell(instance.privateAddresses.first ?? "-", .muted)
        case .tags: return TableCell(TagWords.text(instance.tags), .tagValue)
        case .instance: return TableCell(instance.id.text, .identifier)
        case .system: return TableCell(instance.osName.isEmpty ? instance.osType.rawValue : instance.osName, .muted)
        case .zone: return TableCell(instance.zoneID, .muted)
        case .group: return TableCell(instance.resourceGroupID?.text ?? "", .muted)
        case .host: return TableCell(instance.hostName, .muted)
        case .size: return TableCell(instance.sizeText, .number)
        }
    }

    /// One word for whether a command of a type reaches a target: what keeps it off, or that nothing does.
    func readiness(_ target: Target, for type: CommandType? = nil) -> SafeText {
        switch target.obstacle(for: type) {
        case nil: words(.online)
        case .offline: words(.offline)
        case .status(let status): SafeText(status.rawValue)
        case .system(let type): SafeText(type.rawValue)
        }
    }
}

extension Instance {
    /// Its processors and memory; empty when they are not known.
    var sizeText: String {
        guard cpus > 0 || memoryMiB > 0 else { return "" }
        return "\(cpus) CPU \(memoryMiB / 1024) GiB"
    }
}
