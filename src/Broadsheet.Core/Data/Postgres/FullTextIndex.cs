namespace Broadsheet.Core.Data.Postgres;

/// <summary>
/// The full-text columns of PostgreSQL, beside the facts of a document: tokens that Broadsheet.Language made. Head and Lead
/// are short and stay in the row, where ranking looks at thousands; the whole text is what the index finds.
/// </summary>
internal static class FullTextIndex
{
    internal const string Create = """
        ALTER TABLE "SearchDocuments" ADD "Head" tsvector, ADD "Lead" tsvector, ADD "Text" tsvector;
        CREATE INDEX "IX_SearchDocuments_Text" ON "SearchDocuments" USING gin ("Text") WITH (gin_pending_list_limit = 1024);
        """;
}
