import Glibc

/// The thread that waits for the spawner, for supervisors and for the bell.
final class WatchingThread {
    private let runner: LocalRunner

    init(_ runner: LocalRunner) { self.runner = runner }

    /// The system's error number when there can be no thread, else 0.
    func start() -> Int32 {
        var thread = pthread_t()
        let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
            if let pointer { Unmanaged<WatchingThread>.fromOpaque(pointer).takeRetainedValue().run() }
            return nil
        }
        let box = Unmanaged.passRetained(self)
        let problem = pthread_create(&thread, nil, body, box.toOpaque())
        if problem == 0 { pthread_detach(thread) } else { box.release() }
        return problem
    }

    private func run() {
        while let (spawner, supervisors, timeout) = runner.descriptors() {
            var files = ([runner.bellDescriptor, spawner] + supervisors).map {
                pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
            }
            let count = poll(&files, nfds_t(files.count), timeout)
            guard count > 0 else { continue }
            if files[0].revents != 0 {
                var count: UInt64 = 0
                _ = read(runner.bellDescriptor, &count, 8)
            }
            // The dead first: listening closes descriptors and opens others under the same numbers.
            runner.ended(files.dropFirst(2).filter { $0.revents != 0 }.map(\.fd))
            if files[1].revents != 0 { runner.listen() }
        }
    }
}
