extension Role {
    /// The role that stands in for whatever a theme does not say of this one.
    public var fallback: Role? {
        switch self {
        case .text: nil
        case .muted, .strong, .accent, .surface, .selection, .selectionInactive, .cursorLine, .input, .button,
            .dialog, .tagValue, .identifier, .number, .code, .outputText:
            .text
        case .faint, .titleInactive, .border, .hintText, .inputLabel, .tagKey, .time, .secret, .stale, .statePending,
            .stateStopped, .stateUnknown, .tab:
            .muted
        case .headerBar, .statusBar: .surface
        case .title, .borderActive, .hintKey, .marked, .match, .filterActive, .codePlaceholder, .regionName, .info,
            .warning, .stateSuccess, .stateFailed, .badge:
            .accent
        case .headerKey, .crumb: .headerBar
        case .crumbCurrent: .headerKey
        case .markedSelection, .buttonActive: .selection
        case .matchCurrent: .match
        case .inputPlaceholder, .stateSkipped: .faint
        case .inputActive: .input
        case .error: .stateFailed
        case .inputError, .buttonDanger, .dialogDanger, .outputError, .regionDanger, .toastError, .badgeProd: .error
        case .dialogTitle, .columnHeading, .tabActive: .title
        case .dialogBorder, .scrollThumb: .borderActive
        case .stateRunning, .practice, .readOnly, .toastInfo: .info
        case .truncated, .stateStopping, .stateInterrupted, .stateTimeout, .statePartial, .toastWarning,
            .badgeStaging:
            .warning
        case .stateScheduled: .statePending
        case .stateUndelivered: .stateTimeout
        case .success: .stateSuccess
        case .badgeDev: .success
        case .scrollbar: .border
        }
    }

    /// What is added to the fallback's attributes where a theme says nothing at all of this role, so that it is not lost.
    var emphasis: Attributes {
        switch self {
        case .selection, .matchCurrent, .stateUnknown, .practice, .readOnly, .badgeProd, .badgeStaging, .badgeDev:
            .reverse
        case .strong, .title, .hintKey, .selectionInactive, .marked, .markedSelection, .stateFailed, .buttonActive:
            .bold
        case .match, .input, .truncated: .underline
        case .stale: .italic
        default: []
        }
    }

    /// The roles that a theme has to set itself, because everything else follows from them.
    public static let core: [Role] = [
        .text, .strong, .muted, .faint, .surface, .accent, .selection, .stateSuccess, .stateRunning, .warning,
        .stateFailed, .stateTimeout, .stateSkipped, .stateStopped, .stateUnknown,
    ]
}
