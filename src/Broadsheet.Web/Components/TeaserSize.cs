namespace Broadsheet.Web.Components;

/// <summary>How much an article weighs where it is shown.</summary>
public enum TeaserSize
{
    /// <summary>The first story of a front: largest headline, wide picture.</summary>
    Lead,

    /// <summary>One of the two or three beside it.</summary>
    Second,

    /// <summary>The first of a band.</summary>
    Feature,

    /// <summary>One of several equals, picture above.</summary>
    Column,

    /// <summary>Headline and nothing else.</summary>
    Line,

    /// <summary>A row of a list: day, headline, standfirst, picture.</summary>
    Row,

    /// <summary>Somebody's view: the author first.</summary>
    Opinion,
}
