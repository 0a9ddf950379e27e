import CloudAssistant
import Screen

/// Choosing targets: by marks, or by tags; never both.
extension State {
    mutating func changeTargets(_ action: Action) {
        switch action {
        case .dropUnready: dropUnready()
        case .sort: sort()
        case .reverseSort: targets.setSort(targets.sort.map { Sort($0.column, isDescending: !$0.isDescending) })
        default:
            guard tagFilters.isEmpty else { return say(.tagsChoose, as: .warning) }
            changeMarks(action)
            if action != .markRange { isMarkingRange = false }
            refreshMarked()
        }
    }

    private mutating func changeMarks(_ action: Action) {
        let shown = targets.shown.lazy.map(\.instance.id)
        switch action {
        case .mark:
            guard let id = targets.current?.instance.id else { return }
            marks.toggle(id)
            targets.move(by: 1)
        case .markRange: markRange(shown)
        case .markAll: marks.markAll(shown)
        case .invertMarks: marks.invert(shown)
        default: clearMarks()
        }
    }

    /// The first time remembers where the range begins, the second time marks it.
    private mutating func markRange(_ shown: some Collection<InstanceID>) {
        guard let current = targets.current?.instance.id else { return }
        if isMarkingRange {
            marks.markRange(to: current, in: shown)
        } else {
            marks.beginRange(at: current)
            say(.rangeBegins)
        }
        isMarkingRange.toggle()
    }

    mutating func clearMarks() {
        marks.removeAll()
        marked = []
        hiddenMarks = 0
        isMarkingRange = false
    }

    /// Brings what follows from the marks up to date.
    mutating func refreshMarked() {
        marked = marks.isEmpty ? [] : targets.entries.filter { marks.contains($0.instance.id) }
        countHidden()
        form?.targetsChanged()
        recheckForm()
    }

    mutating func countHidden() {
        let listing = targets
        hiddenMarks = listing.filter.isEmpty ? 0 : marks.hidden { listing.isShown($0.text) }
    }

    // MARK: - Order

    /// Goes through the shown columns, then back to the service's order.
    private mutating func sort() {
        let names = columns.compactMap(\.sortName)
        let next = targets.sort.flatMap { names.firstIndex(of: $0.column) }.map { $0 + 1 } ?? 0
        targets.setSort(names.indices.contains(next) ? Sort(names[next]) : nil)
        say(targets.sort == nil ? .unsorted : .sortedBy, [SafeText(targets.sort?.column ?? "")])
    }

    // MARK: - Those that are not ready

    /// The type of the command that would run.
    var chosenType: CommandType? { preview?.form.type ?? form?.type }

    /// Takes the marks off the instances that the command would not reach.
    private mutating func dropUnready() {
        guard tagFilters.isEmpty else { return say(.tagsChoose, as: .warning) }
        guard !marks.isEmpty else { return say(.nothingMarked, as: .warning) }
        let unready = Set(aim.obstructed(chosenType).map(\.instance.id))
        guard !unready.isEmpty else { return say(.allReady) }
        marks.keep { !unready.contains($0) }
        refreshMarked()
        say(.dropped, [SafeText("\(unready.count)"), SafeText("\(marks.count)")], as: .success)
    }

    // MARK: - Tags

    /// Lets tags choose the targets; none goes back to the marks, which were kept.
    mutating func setTags(_ filters: [TagFilter]) {
        tagFilters = filters
        refreshTagged()
        form?.targetsChanged()
        recheckForm()
        if filters.isEmpty {
            say(.marksChoose, [SafeText("\(marks.count)")])
        } else {
            say(.tagsMatch, [SafeText(TagWords.text(filters)), SafeText("\(tagged.count)")])
        }
    }

    mutating func refreshTagged() {
        let tags = TagWords.tags(tagFilters)
        tagged = tags.isEmpty ? [] : targets.entries.filter { $0.instance.carries(tags) }
    }

    /// True when a run would go to an instance.
    func isTarget(_ id: InstanceID) -> Bool { tagFilters.isEmpty ? marks.contains(id) : taggedIDs.contains(id) }

    // MARK: - A list from somewhere else

    mutating func markPasted(_ text: String) {
        guard tagFilters.isEmpty else { return say(.tagsChoose, as: .warning) }
        let pasted = PastedTargets(text, among: targets.entries.lazy.map(\.instance))
        let unclear = pasted.unknown + pasted.ambiguous.map(\.word)
        guard !pasted.found.isEmpty || !unclear.isEmpty else { return }
        marks.mark(pasted.found)
        refreshMarked()
        if let first = pasted.found.first { targets.select(first.text) }
        let count = SafeText("\(pasted.found.count)")
        guard !unclear.isEmpty else { return say(.pasted, [count], as: .success) }
        let words = SafeText(unclear.joined(separator: " "))
        say(.pastedPartly, [count, SafeText("\(unclear.count)"), words], as: .warning)
    }
}
