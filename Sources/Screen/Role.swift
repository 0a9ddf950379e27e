/// What a piece of the screen means, whatever it looks like.
///
/// The raw value is only the place in a list; `name` is what theme files call a role.
public enum Role: Int, CaseIterable, Hashable, Sendable {
    /// Ordinary text.
    case text
    /// Text of lesser weight.
    case muted
    /// Text that is barely there.
    case faint
    /// Text that matters more than the rest.
    case strong
    /// Text that draws the eye.
    case accent
    /// The ground of what lies beside the text, such as bars.
    case surface
    /// The title of the area in use.
    case title
    /// The title of an area not in use.
    case titleInactive
    /// The border of an area not in use.
    case border
    /// The border of the area in use.
    case borderActive
    /// The bar at the top of the screen.
    case headerBar
    /// A key named in the bar at the top.
    case headerKey
    /// A step of the way to what is shown.
    case crumb
    /// The last step of it: what is shown.
    case crumbCurrent
    /// The bar at the bottom of the screen.
    case statusBar
    /// A key named in a hint.
    case hintKey
    /// The words of a hint.
    case hintText
    /// The selected row in the area in use.
    case selection
    /// The selected row in an area not in use.
    case selectionInactive
    /// The row that holds the text cursor.
    case cursorLine
    /// An item the user has marked.
    case marked
    /// An item the user has marked, in the selected row.
    case markedSelection
    /// The part of a text that matches a search.
    case match
    /// The match at which the search stands.
    case matchCurrent
    /// A filter that leaves items out.
    case filterActive
    /// The text in an input field.
    case input
    /// The text in the input field under the cursor.
    case inputActive
    /// The label of an input field.
    case inputLabel
    /// What an empty input field shows.
    case inputPlaceholder
    /// An input field with a wrong entry.
    case inputError
    /// What stands in the place of a secret.
    case secret
    /// A button.
    case button
    /// The button that Enter presses.
    case buttonActive
    /// A button with grave results.
    case buttonDanger
    /// The inside of a dialog.
    case dialog
    /// The title of a dialog.
    case dialogTitle
    /// The border of a dialog.
    case dialogBorder
    /// A dialog that warns of grave results.
    case dialogDanger
    /// The heading of a table column.
    case columnHeading
    /// The key of a tag.
    case tagKey
    /// The value of a tag.
    case tagValue
    /// The identifier of a resource.
    case identifier
    /// A number.
    case number
    /// A date or time.
    case time
    /// The text of a script or command.
    case code
    /// A place in a script that is yet to be filled.
    case codePlaceholder
    /// What a program printed.
    case outputText
    /// What a program printed as an error.
    case outputError
    /// The sign that something was cut off or left out.
    case truncated
    /// What may be out of date.
    case stale
    /// The state of something that has not begun.
    case statePending
    /// The state of something that waits for its time.
    case stateScheduled
    /// The state of something under way.
    case stateRunning
    /// The state of something about to stop.
    case stateStopping
    /// The state of something that went well.
    case stateSuccess
    /// The state of something that went wrong.
    case stateFailed
    /// The state of something at rest.
    case stateStopped
    /// The state of something cut short.
    case stateInterrupted
    /// The state of something that took too long.
    case stateTimeout
    /// The state of something that went well in part.
    case statePartial
    /// The state of something that never reached its target.
    case stateUndelivered
    /// The state of something that was left out.
    case stateSkipped
    /// The state of something of which nothing is known.
    case stateUnknown
    /// The name of a region.
    case regionName
    /// The name of a region that needs care.
    case regionDanger
    /// A sign that nothing real happens.
    case practice
    /// A sign that nothing can be changed.
    case readOnly
    /// A message that informs.
    case info
    /// A message that warns.
    case warning
    /// A message that tells of an error.
    case error
    /// A message that tells of success.
    case success
    /// A passing message that informs.
    case toastInfo
    /// A passing message that warns.
    case toastWarning
    /// A passing message that tells of an error.
    case toastError
    /// The track of a scroll bar.
    case scrollbar
    /// The thumb of a scroll bar.
    case scrollThumb
    /// A tab not in use.
    case tab
    /// The tab in use.
    case tabActive
    /// A short remark beside a title.
    case badge
    /// The sign of an environment that others depend on.
    case badgeProd
    /// The sign of an environment to try things in before they matter.
    case badgeStaging
    /// The sign of an environment where nothing matters.
    case badgeDev
}
