extension Region {
    /// The region with its name in a language. Where no name in that language is known stands the English one; a region
    /// that only its owner knows keeps the name that its owner gave.
    public func named(in language: RegionLanguage) -> Region {
        let name: String?
        if id == Region.local.id {
            name = localName == Region.local.localName ? Self.thisMachine(language) : nil
        } else if let known = Self.names[id] {
            name = language == .simplifiedChinese ? known.chinese : known.english
        } else {
            name = nil
        }
        guard let name else { return self }
        return Region(id: id, localName: name, endpoint: endpoint, supportsCommands: supportsCommands)
    }

    private static func thisMachine(_ language: RegionLanguage) -> String {
        switch language {
        case .simplifiedChinese: "本机"
        case .traditionalChinese: "本機"
        case .english: "This machine"
        case .japanese: "このマシン"
        case .french: "Cette machine"
        case .german: "Dieser Rechner"
        case .korean: "이 컴퓨터"
        }
    }

    /// The regions of Alibaba Cloud as its list of products names them.
    private static let names: [RegionID: (chinese: String, english: String)] = [
        "cn-qingdao": ("华北1（青岛）", "China (Qingdao)"),
        "cn-beijing": ("华北2（北京）", "China (Beijing)"),
        "cn-zhangjiakou": ("华北3（张家口）", "China (Zhangjiakou)"),
        "cn-huhehaote": ("华北5（呼和浩特）", "China (Hohhot)"),
        "cn-wulanchabu": ("华北6（乌兰察布）", "China (Ulanqab)"),
        "cn-hangzhou": ("华东1（杭州）", "China (Hangzhou)"),
        "cn-shanghai": ("华东2（上海）", "China (Shanghai)"),
        "cn-nanjing": ("华东5（南京-本地地域）", "China (Nanjing - Local Region)"),
        "cn-fuzhou": ("华东6（福州-本地地域）", "China (Fuzhou - Local Region)"),
        "cn-wuhan-lr": ("华中1（武汉-本地地域）", "China (Wuhan - Local Region)"),
        "cn-shenzhen": ("华南1（深圳）", "China (Shenzhen)"),
        "cn-heyuan": ("华南2（河源）", "China (Heyuan)"),
        "cn-guangzhou": ("华南3（广州）", "China (Guangzhou)"),
        "cn-chengdu": ("西南1（成都）", "China (Chengdu)"),
        "cn-zhongwei": ("西北2（中卫）", "China (Zhongwei)"),
        "cn-zhengzhou-jva": ("郑州（联通合营）", "Zhengzhou (China Unicom Joint Venture)"),
        "cn-hongkong": ("中国香港", "China (Hong Kong)"),
        "ap-southeast-1": ("新加坡", "Singapore"),
        "ap-southeast-2": ("澳大利亚（悉尼）已关停", "Australia (Sydney) Closed"),
        "ap-southeast-3": ("马来西亚（吉隆坡）", "Malaysia (Kuala Lumpur)"),
        "ap-southeast-5": ("印度尼西亚（雅加达）", "Indonesia (Jakarta)"),
        "ap-southeast-6": ("菲律宾（马尼拉）", "Philippines (Manila)"),
        "ap-southeast-7": ("泰国（曼谷）", "Thailand (Bangkok)"),
        "ap-northeast-1": ("日本（东京）", "Japan (Tokyo)"),
        "ap-northeast-2": ("韩国（首尔）", "South Korea (Seoul)"),
        "ap-south-1": ("印度（孟买）已关停", "India (Mumbai) Closed"),
        "us-east-1": ("美国（弗吉尼亚）", "US (Virginia)"),
        "us-west-1": ("美国（硅谷）", "US (Silicon Valley)"),
        "us-southeast-1": ("美国（亚特兰大）", "US (Atlanta)"),
        "na-south-1": ("墨西哥", "Mexico"),
        "eu-central-1": ("德国（法兰克福）", "Germany (Frankfurt)"),
        "eu-west-1": ("英国（伦敦）", "UK (London)"),
        "me-east-1": ("阿联酋（迪拜）", "UAE (Dubai)"),
        "me-central-1": ("沙特（利雅得）", "Saudi Arabia (Riyadh)"),
        "cn-hangzhou-finance": ("华东1 金融云", "China East 1 Finance"),
        "cn-shanghai-finance-1": ("华东2 金融云", "China East 2 Finance"),
        "cn-shenzhen-finance-1": ("华南1 金融云", "China South 1 Finance"),
        "cn-beijing-finance-1": ("华北2 金融云（邀测）", "China North 2 Finance (Preview)"),
        "cn-heyuan-acdr-1": ("河源专属云汽车合规", "Heyuan ACDR Auto"),
    ]
}
