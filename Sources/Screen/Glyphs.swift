/// The signs the screen is drawn with, each one column wide.
public struct Glyphs: Hashable, Sendable {
    /// A horizontal line.
    public let horizontal: SafeText
    /// A vertical line.
    public let vertical: SafeText
    /// The top left corner of a box.
    public let cornerTopLeft: SafeText
    /// The top right corner of a box.
    public let cornerTopRight: SafeText
    /// The bottom left corner of a box.
    public let cornerBottomLeft: SafeText
    /// The bottom right corner of a box.
    public let cornerBottomRight: SafeText
    /// Where a line begins at the left edge of a box.
    public let teeLeft: SafeText
    /// Where a line ends at the right edge of a box.
    public let teeRight: SafeText
    /// Where a line begins at the top edge of a box.
    public let teeTop: SafeText
    /// Where a line ends at the bottom edge of a box.
    public let teeBottom: SafeText
    /// Where two lines cross.
    public let cross: SafeText
    /// The track of a scroll bar.
    public let scrollTrack: SafeText
    /// The thumb of a scroll bar.
    public let scrollThumb: SafeText
    /// The sign before an item of a list.
    public internal(set) var bullet: SafeText
    /// The sign of something that has not begun.
    public internal(set) var pending: SafeText
    /// The sign of something under way.
    public internal(set) var running: SafeText
    /// The sign of something that went well.
    public internal(set) var success: SafeText
    /// The sign of something that went wrong.
    public internal(set) var failed: SafeText
    /// The sign of something at rest.
    public internal(set) var stopped: SafeText
    /// The sign of something that waits for its time.
    public internal(set) var scheduled: SafeText
    /// The sign of something whose time ran out.
    public internal(set) var timeout: SafeText
    /// The sign of something that was interrupted.
    public internal(set) var interrupted: SafeText
    /// The sign of something that went well in part.
    public internal(set) var partial: SafeText
    /// The sign of something that never arrived.
    public internal(set) var undelivered: SafeText
    /// The sign that text was cut off.
    public internal(set) var ellipsis: SafeText
    /// An arrow to the right.
    public internal(set) var arrowRight: SafeText
    /// The sign before the item under the cursor.
    public internal(set) var pointer: SafeText
    /// The sign before something that is unfolded.
    public internal(set) var pointerDown: SafeText
    /// The sign of a marked item.
    public internal(set) var marked: SafeText
    /// The sign of an item not marked.
    public internal(set) var unmarked: SafeText
    /// The signs shown in turn while something is under way.
    public let spinner: [SafeText]
}
