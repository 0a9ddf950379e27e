/// The themes of the folder `themes`, as they were when the program was built.
enum ShippedThemes {
    static let files: [String: [UInt8]] = [
        "okabe-ito": PackageResources.okabe_ito_toml,
        "solarized-dark": PackageResources.solarized_dark_toml,
    ]
}
