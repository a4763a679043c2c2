namespace Broadsheet.Core.Articles;

/// <summary>What sort of text an article is; readers are told for all but news.</summary>
public enum ArticleKind
{
    /// <summary>A report.</summary>
    News = 0,

    /// <summary>An explanation by the newspaper's own people.</summary>
    Analysis = 1,

    /// <summary>One person's view.</summary>
    Opinion = 2,

    /// <summary>The newspaper's view.</summary>
    Editorial = 3,

    /// <summary>A longer piece that is not tied to the day.</summary>
    Feature = 4,

    /// <summary>Questions and answers.</summary>
    Interview = 5,

    /// <summary>A life.</summary>
    Obituary = 6,

    /// <summary>A judgement on a work.</summary>
    Review = 7,

    /// <summary>Paid for by somebody else, and labelled.</summary>
    Sponsored = 8,
}

/// <summary>Whether readers get an article.</summary>
public enum ArticleState
{
    /// <summary>Never published: has no address.</summary>
    Draft = 0,

    /// <summary>Public from <see cref="Article.PublishedAt"/> on.</summary>
    Published = 1,

    /// <summary>Address and history stay, a notice stands in place of the text.</summary>
    Retracted = 2,

    /// <summary>Gone: 410 with a notice, out of every list.</summary>
    Withdrawn = 3,
}

/// <summary>What a note on the public record is.</summary>
public enum CorrectionKind
{
    /// <summary>Something was wrong.</summary>
    Correction = 0,

    /// <summary>Something could be misread.</summary>
    Clarification = 1,

    /// <summary>Something was added.</summary>
    Update = 2,

    /// <summary>The editors say something about the article.</summary>
    EditorsNote = 3,
}
