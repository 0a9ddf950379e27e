extension Role {
    /// The role whose style is used when a theme leaves this one out.
    public var fallback: Role? {
        switch self {
        case .text: nil
        case .muted, .accent, .headerBar, .statusBar, .selection, .cursorLine, .input, .button, .dialog,
            .tagValue, .identifier, .number, .code, .outputText:
            .text
        case .faint, .titleInactive, .border, .hintText, .inputLabel, .tagKey, .time, .statePending,
            .stateStopped, .tab:
            .muted
        case .title, .borderActive, .hintKey, .marked, .match, .codePlaceholder, .regionName, .info,
            .warning, .error, .success, .badge:
            .accent
        case .headerKey:
            .headerBar
        case .selectionInactive, .buttonActive:
            .selection
        case .inputPlaceholder:
            .faint
        case .inputActive:
            .input
        case .inputError, .buttonDanger, .dialogDanger, .outputError, .stateFailed, .regionDanger:
            .error
        case .dialogTitle, .columnHeading, .tabActive:
            .title
        case .dialogBorder, .scrollThumb:
            .borderActive
        case .stateRunning, .practice, .readOnly:
            .info
        case .stateStopping, .stateInterrupted:
            .warning
        case .stateSuccess:
            .success
        case .scrollbar:
            .border
        }
    }
}
