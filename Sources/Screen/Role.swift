/// What a piece of the screen means, whatever it looks like.
public enum Role: String, CaseIterable, Hashable, Sendable {
    /// Ordinary text.
    case text
    /// Text of lesser weight.
    case muted
    /// Text that is barely there.
    case faint
    /// Text that draws the eye.
    case accent
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
    /// The part of a text that matches a search.
    case match
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
    /// The state of something that has not begun.
    case statePending
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
}
