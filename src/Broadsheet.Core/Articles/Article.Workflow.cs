namespace Broadsheet.Core.Articles;

/// <summary>The words of an article, as a desk or a wire hands them in. Normalised already.</summary>
/// <param name="Headline">Plain text, not blank.</param>
/// <param name="Standfirst">Plain text; empty for none.</param>
/// <param name="Body">Canonical HTML of the dialect.</param>
public sealed record Words(string Headline, string Standfirst, string Body)
{
    /// <summary>Plain text on one line.</summary>
    public string Headline { get; init; } = BodyDialect.PlainLine(Headline);

    /// <summary>Plain text on one line; empty for none.</summary>
    public string Standfirst { get; init; } = BodyDialect.PlainLine(Standfirst);

    /// <summary>The place before the first word.</summary>
    public string? Dateline { get; init => field = value is null ? null : BodyDialect.PlainLine(value); }

    /// <summary>The photo above the text, with what is said of it here.</summary>
    public (long PhotoId, string? Caption, string? AltText)? Lead { get; init; }
}

public sealed partial class Article
{
    /// <summary>Writes the words as the next version.</summary>
    /// <param name="words">What stands from now on.</param>
    /// <param name="now">When.</param>
    /// <param name="by">Who; null for a wire.</param>
    /// <param name="isMinor">True for a small edit, which the public history folds away.</param>
    /// <returns>The version, to be saved with the article.</returns>
    public ArticleVersion Write(Words words, DateTimeOffset now, long? by = null, bool isMinor = false)
    {
        if (string.IsNullOrWhiteSpace(words.Headline)) throw new ArgumentException("An article has a headline.", nameof(words));
        VersionNumber++;
        if (State == ArticleState.Published && PublishedAt > now) FirstPublicVersion = VersionNumber;
        var version = new ArticleVersion
        {
            ArticleId = Id,
            Number = VersionNumber,
            Headline = words.Headline,
            Standfirst = words.Standfirst,
            Dateline = words.Dateline,
            Body = words.Body,
            LeadPhotoId = words.Lead?.PhotoId,
            LeadCaption = words.Lead?.Caption,
            LeadAltText = words.Lead?.AltText,
            WordCount = BodyText.CountWords(words.Headline, words.Standfirst, BodyText.Of(words.Body)),
            CreatedAt = now,
            ById = by,
            IsMinor = isMinor,
        };
        // Where something is suppressed the desk shows what may be shown of it; until then the old words stand.
        if (!IsMasked) Show(version, isMasked: false);
        else Revision++;
        return version;
    }

    /// <summary>Gives the article to readers.</summary>
    /// <param name="at">First publication; ahead of now under an embargo.</param>
    /// <param name="path">The permanent address, claimed for it.</param>
    /// <exception cref="InvalidOperationException">It was published before.</exception>
    public void Publish(DateTimeOffset at, string path)
    {
        if (State != ArticleState.Draft)
            throw new InvalidOperationException($"Article {PublicId} is {State}: only a draft is published.");
        State = ArticleState.Published;
        PublishedAt = at;
        Path = path;
        FirstPublicVersion = VersionNumber;
        Revision++;
    }

    /// <summary>Lists show these words of the newest version: what is suppressed of it is left out.</summary>
    /// <param name="shown">The newest version as readers get it.</param>
    /// <param name="isMasked">True while anything of the article is suppressed.</param>
    internal void Show(ArticleVersion shown, bool isMasked)
    {
        Headline = shown.Headline;
        Standfirst = shown.Standfirst;
        LeadPhotoId = shown.LeadPhotoId;
        LeadCaption = shown.LeadCaption;
        LeadAltText = shown.LeadAltText;
        IsMasked = isMasked;
        Revision++;
    }

    /// <summary>It has another address; the desk keeps the old one alive.</summary>
    internal void Move(string path)
    {
        Path = path;
        Revision++;
    }

    /// <summary>Readers are told that it changed.</summary>
    public void MarkUpdated(DateTimeOffset at)
    {
        UpdatedAt = at > PublishedAt ? at : UpdatedAt;
        Revision++;
    }

    /// <summary>Puts a notice in place of the text. The address stays.</summary>
    /// <exception cref="InvalidOperationException">It is not published.</exception>
    public void Retract(string notice)
    {
        if (State != ArticleState.Published)
            throw new InvalidOperationException($"Article {PublicId} is {State}: only a published article is retracted.");
        (State, Notice) = (ArticleState.Retracted, notice);
        Revision++;
    }

    /// <summary>Takes the article from readers: its address answers 410 with the notice. A kill may arrive for a draft too.</summary>
    public void Withdraw(string? notice)
    {
        (State, Notice) = (ArticleState.Withdrawn, notice);
        Revision++;
    }

    /// <summary>Gives a withdrawn article back to readers, at its old address (a wire that killed and sent again).</summary>
    /// <returns>False where it never had an address.</returns>
    public bool Restore()
    {
        if (State is not (ArticleState.Withdrawn or ArticleState.Retracted)) return State == ArticleState.Published;
        (State, Notice) = (Path is null ? ArticleState.Draft : ArticleState.Published, null);
        Revision++;
        return State == ArticleState.Published;
    }
}
