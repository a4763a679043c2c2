namespace Broadsheet.Formats.Xml;

/// <summary>Says inside a reader that one item cannot be taken; the reader turns it into a <see cref="WireReading.Refused"/>.</summary>
internal sealed class RefusedException : Exception
{
    public RefusedException()
        : this("refused", 0)
    {
    }

    public RefusedException(string message)
        : this(message, 0)
    {
    }

    public RefusedException(string message, Exception inner)
        : base(message, inner) => Line = 0;

    /// <param name="reason">What is wrong and what was expected, for a person to read.</param>
    /// <param name="line">Line of the item's own text, from 1; 0 where unknown.</param>
    /// <param name="inner">What made it known.</param>
    public RefusedException(string reason, int line, Exception? inner = null)
        : base(reason, inner) => Line = line;

    /// <summary>Line of the item's own text, from 1; 0 where unknown.</summary>
    public int Line { get; }
}
