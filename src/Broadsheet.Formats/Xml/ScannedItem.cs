namespace Broadsheet.Formats.Xml;

/// <summary>What an <see cref="ItemScanner"/> found at one place of a message.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Bytes">The item's element in UTF-8, with the namespaces that it inherits written into its start tag; null where there is a problem.</param>
/// <param name="Problem">Why there are no bytes, for a person to read.</param>
internal sealed record ScannedItem(int Line, byte[]? Bytes, string? Problem);
