import CNcurses
import CPlatform
import Glibc
import Screen

extension Terminal {
    /// Switches the mouse on or off: presses and the wheel, no moves. It is off at first, so that text can be selected.
    public func setMouse(_ isOn: Bool) {
        guard isOn != keyboard.hearsMouse else { return }
        keyboard.hearsMouse = isOn
        send(isOn ? Modes.mouseOn : Modes.mouseOff)
    }

    /// Has a process give the terminal back when this one is killed; false when it cannot be started.
    ///
    /// `program` is the path of `flagdeck-run`. It ends with this process and does nothing when that ends in any other way.
    @discardableResult
    public func watch(with program: String) -> Bool { restore_watch(program) }

    /// Gives the terminal to another program for as long as the work takes. Afterwards everything is as before, but for
    /// the size, which `nextEvent` tells if it is another one, and the next frame is drawn anew.
    ///
    /// Until then Ctrl-C is the other program's alone, and Ctrl-Z stops this process too.
    public func lend<Value>(_ work: () throws -> Value) rethrows -> Value {
        leave()
        defer { reenter() }
        return try work()
    }

    /// Gives the terminal back and stops the process until it is continued.
    public func suspend() { lend { restore_stop() } }

    func leave() {
        if keyboard.hearsMouse { send(Modes.mouseOff) }
        send(Modes.pasteOff)
        endwin()
        send(Modes.lastRow)
        restore_lend()
    }

    /// Takes the terminal over as it was; whoever had it may have left any modes.
    func reenter() {
        restore_wait_for_front()
        restore_take_back()
        lastEntry = MonotonicClock.milliseconds()
        let before = size
        readSize()
        if size != before { news = .resize(size) }
        repaint()
        reset_prog_mode()
        wrefresh(nc_screen())
        send(Modes.pasteOn + (keyboard.hearsMouse ? Modes.mouseOn : ""))
    }

    /// After a stop that nobody announced. The one that follows on a return of ours is known already.
    func afterContinuation() {
        guard MonotonicClock.milliseconds() - lastEntry > 1000 else { return }
        restore_lend()
        reenter()
    }
}
