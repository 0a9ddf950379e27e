import CloudAssistant
import Console
import Engine
import Glibc
import Screen
import Store
import Terminal

/// One use of the console: the terminal's thread draws and reads keys, the service is asked beside it.
struct ConsoleSession {
    let place: Workplace
    let appearance: Appearance
    let isReadOnly: Bool
    let settings: ConsoleSettings

    /// Returns when the operator quits; scripts go on.
    func run() async throws {
        let inbox = Inbox()
        let (effects, sender) = AsyncStream.makeStream(of: [Effect].self)
        let desk = Task { await serve(effects, inbox) }
        let plan = ConsolePlan(
            appearance: appearance, settings: settings, isReadOnly: isReadOnly, directory: place.state.path)
        let end = await ConsoleThread.run(plan, inbox) { sender.yield($0) }
        sender.finish()
        let failure = await desk.value
        if let error = failure ?? end { throw error }
    }

    /// Opens the service, which the first picture does not wait for, and carries out effects until there are no more.
    private func serve(_ effects: AsyncStream<[Effect]>, _ inbox: Inbox) async -> (any Error)? {
        let service: EmbeddedService
        do {
            service = try await place.open()
        } catch {
            inbox.close()
            return error
        }
        let changes = Task {
            for await change in service.changes() { inbox.put(.change(change)) }
        }
        inbox.put(.opened(engineProcess: service.engineProcess))
        let desk = ServiceDesk(service: service)
        var acting: [Task<Void, Never>] = []
        for await batch in effects {
            for effect in batch {
                // Each question goes its own way: a slow one holds up no other.
                let task = Task {
                    let reply = await desk.reply(to: effect) { inbox.put(.reply($0)) }
                    if let reply { inbox.put(.reply(reply)) }
                }
                if effect.acts { acting.append(task) }
            }
        }
        // What was confirmed is done, however soon somebody left behind it.
        for task in acting { await task.value }
        await service.waitUntilLaunched()
        await service.shutDown()
        changes.cancel()
        return nil
    }
}
