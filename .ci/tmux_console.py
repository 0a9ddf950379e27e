"""The console in a tmux of its own, driven by keys: what the scripts beside this file share.

They wait for what they want to see; nothing here waits for a time to pass, but for the next look.
"""
import os, re, shutil, subprocess, sys, tempfile, time

LOOK = 0.03
PATIENCE = 20


class Desk:
    """One terminal with a shell that knows where the program is."""

    def __init__(self, program, name):
        self.program = os.path.abspath(program)
        self.home = tempfile.mkdtemp(prefix=f"flagdeck-{name}-")
        self.socket = f"flagdeck-{name}-{os.getpid()}"
        self.checks = 0
        self.doing = name
        self.after_escape = False

    def tmux(self, *words, check=True):
        return subprocess.run(["tmux", "-L", self.socket, "-f", "/dev/null", *words], check=check,
                              capture_output=True, text=True).stdout

    def leave(self):
        self.tmux("kill-server", check=False)
        shutil.rmtree(self.home, ignore_errors=True)

    def fail(self, what):
        print(f"FAULT: {self.doing}: {what}\n{self.screen()}")
        self.leave()
        sys.exit(1)

    # The eyes

    def screen(self):
        return self.tmux("capture-pane", "-p", "-t", "main", check=False)

    def when(self, what, look, seconds=PATIENCE):
        """Waits until looking finds something, and gives it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = look()
            if found:
                self.checks += 1
                return found
            time.sleep(LOOK)
        self.fail(f"never seen: {what}")

    def see(self, text, seconds=PATIENCE):
        """Waits until a text or a pattern is on the screen."""
        found = self.when(text, lambda: re.search(text, self.screen()), seconds)
        return found.group(0)

    def see_none(self, text, seconds=PATIENCE):
        """Waits until a text or a pattern is on the screen no more."""
        self.when(f"the end of {text}", lambda: not re.search(text, self.screen()), seconds)

    def pane(self, word):
        """What tmux knows of the terminal, such as alternate_on."""
        return self.tmux("display-message", "-p", "-t", "main", "#{%s}" % word).strip()

    # The hands

    def press(self, *keys):
        """Types keys by tmux's names, and text that follows on =."""
        for key in keys:
            if self.after_escape:
                # What follows on an Escape at once belongs to it.
                time.sleep(2 * LOOK)
            self.after_escape = key == "Escape"
            self.tmux("send-keys", "-t", "main", *(["-l", key[1:]] if key.startswith("=") else [key]))

    def shell(self, size="80x24", terminal=None):
        """A new terminal with a shell."""
        columns, rows = size.split("x")
        self.tmux("kill-server", check=False)
        self.when("the end of the last tmux", lambda: "main" not in self.tmux("list-sessions", check=False))
        kind = f"TERM={terminal} " if terminal else ""
        words = ["new-session", "-d", "-s", "main", "-x", columns, "-y", rows,
                 f"env {kind}HOME={self.home} LC_ALL=C.UTF-8 PS1='ready$ ' sh"]
        # A server that is still leaving takes nobody in.
        self.when("a new session", lambda: self.tmux(*words, check=False) or "main" in self.tmux("list-sessions", check=False))
        self.see(r"ready\$")

    def start(self, size="80x24", environment="", arguments=""):
        """A new terminal with the console."""
        self.shell(size)
        self.press(f"=env {environment} {self.program} console --state-dir {self.home}/state {arguments}", "Enter")

    def resize(self, size):
        columns, rows = size.split("x")
        self.tmux("resize-window", "-t", "main", "-x", columns, "-y", rows)

    def console(self):
        """The process of the console."""
        def look():
            found = subprocess.run(["pgrep", "-f", f"{self.program} console --state-dir {self.home}"],
                                   capture_output=True, text=True).stdout.split()
            for process in found:
                try:
                    with open(f"/proc/{process}/comm") as file:
                        if file.read().strip() == "flagdeck":
                            return int(process)
                except FileNotFoundError:
                    continue
        return self.when("a console", look)

    def given_back(self, how):
        """The shell is there again, lines are edited by the terminal, what is typed is seen, and no mode is left."""
        self.when(f"the main screen after {how}", lambda: self.pane("alternate_on") == "0")
        self.see(r"ready\$")
        self.press("=stty -a | grep -o ' -*icanon\\| -*echo ' | tr -d '\\n'; echo '[end]'", "Enter")
        words = self.see(r" -?(icanon|echo) +-?(icanon|echo) +\[end\]")
        if "-" in words:
            self.fail(f"after {how} the terminal is not as it was: {words}")
        for mode, wanted in (("cursor_flag", "1"), ("mouse_any_flag", "0"), ("mouse_sgr_flag", "0")):
            if self.pane(mode) != wanted:
                self.fail(f"after {how} {mode} is not {wanted}")


def play(name, scenarios):
    """Plays scenarios, all or those that are named on the command line behind the program."""
    desk = Desk(sys.argv[1], name)
    wanted = sys.argv[2:]
    unknown = [word for word in wanted if word not in [scenario.__name__ for scenario in scenarios]]
    if unknown:
        sys.exit(f"unknown: {unknown}; there are {[scenario.__name__ for scenario in scenarios]}")
    try:
        for scenario in scenarios:
            if not wanted or scenario.__name__ in wanted:
                desk.doing = scenario.__name__
                scenario(desk)
        print(f"{name}: {desk.checks} sights seen")
    finally:
        desk.leave()
