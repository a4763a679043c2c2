namespace Broadsheet.Core.Data.Sqlite;

/// <summary>
/// The full-text table of SQLite: tokens that Broadsheet.Language made, separated by spaces. It keeps no text of its own, and
/// its tokenizer changes nothing beyond ASCII, so that a token is found as it was written.
/// </summary>
internal static class FullTextIndex
{
    internal const string Create = "CREATE VIRTUAL TABLE SearchTexts USING fts5(Tokens, content='', contentless_delete=1, tokenize='ascii');";

    internal const string Drop = "DROP TABLE SearchTexts;";
}
