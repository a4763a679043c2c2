using System.Xml;
using System.Xml.Linq;

namespace Broadsheet.Formats.Xml;

/// <summary>Loads one item, already in memory, as a tree: no DTD is read, nothing is fetched, depth is limited.</summary>
internal static class XmlTree
{
    /// <summary>Loads the root element.</summary>
    /// <param name="text">The document.</param>
    /// <param name="maxDepth">Deepest nesting of elements taken.</param>
    /// <param name="ignoreDoctype">True to pass over a document type declaration that only names a DTD.</param>
    /// <exception cref="RefusedException">Malformed, too deep, or with a DTD.</exception>
    public static XElement Load(string text, int maxDepth, bool ignoreDoctype = false)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = ignoreDoctype ? DtdProcessing.Ignore : DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using (var depths = XmlReader.Create(new StringReader(text), settings))
            {
                while (depths.Read())
                {
                    if (depths.Depth > maxDepth)
                        throw new RefusedException($"elements are nested deeper than {maxDepth} levels", ((IXmlLineInfo)depths).LineNumber);
                }
            }
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo).Root
                ?? throw new RefusedException("there is no root element");
        }
        catch (XmlException problem)
        {
            throw new RefusedException("malformed XML: " + problem.Message, Math.Max(1, problem.LineNumber), problem);
        }
    }

    /// <summary>The text without white space before it, which XML forbids before a declaration and producers write all the same.</summary>
    /// <param name="text">The document.</param>
    /// <param name="lines">Lines taken away.</param>
    public static string Trimmed(string text, out int lines)
    {
        var trimmed = text.TrimStart(' ', '\t', '\r', '\n', '\uFEFF');
        lines = text.AsSpan(0, text.Length - trimmed.Length).Count('\n');
        return trimmed;
    }

    /// <summary>Line of the document at which a node begins, from 1.</summary>
    public static int LineOf(XObject node) => node is IXmlLineInfo { LineNumber: > 0 } info ? info.LineNumber : 1;
}
