namespace Broadsheet.Core.Wire;

/// <summary>The top subjects of the IPTC Media Topics vocabulary, with the sections that a new newspaper files them under.</summary>
internal static class MediaTopics
{
    internal static readonly TopicRow[] Top =
    [
        Row("01000000", "culture", "Arts and entertainment", "문화·연예"),
        Row("02000000", "national", "Crime and justice", "사건·사법"),
        Row("03000000", "national", "Disasters and accidents", "재난·사고"),
        Row("04000000", "business", "Economy and business", "경제"),
        Row("05000000", "national", "Education", "교육"),
        Row("06000000", "science", "Environment", "환경"),
        Row("07000000", "life", "Health", "건강"),
        Row("08000000", null, "Human interest", "화제"),
        Row("09000000", "business", "Labour", "노동"),
        Row("10000000", "life", "Lifestyle and leisure", "생활·여가"),
        Row("11000000", "national", "Politics", "정치"),
        Row("12000000", "culture", "Religion", "종교"),
        Row("13000000", "science", "Science and technology", "과학·기술"),
        Row("14000000", "national", "Society", "사회"),
        Row("15000000", "sports", "Sport", "스포츠"),
        Row("16000000", "national", "Conflict and peace", "분쟁·평화"),
        Row("17000000", "science", "Weather", "날씨"),
    ];

    private static TopicRow Row(string code, string? section, string en, string ko) =>
        new($"medtop:{code}", section, new() { ["en"] = en, ["ko"] = ko });
}
