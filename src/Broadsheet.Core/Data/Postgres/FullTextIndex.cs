namespace Broadsheet.Core.Data.Postgres;

/// <summary>The full-text column of PostgreSQL, beside the facts of a document: tokens that Broadsheet.Language made.</summary>
internal static class FullTextIndex
{
    internal const string Create = """
        ALTER TABLE "SearchDocuments" ADD "Tokens" tsvector;
        CREATE INDEX "IX_SearchDocuments_Tokens" ON "SearchDocuments" USING gin ("Tokens") WITH (gin_pending_list_limit = 1024);
        """;
}
