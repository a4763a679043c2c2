using Broadsheet.Core.Articles;
using Broadsheet.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Data.Mapping;

/// <summary>Tables of the public record.</summary>
internal static class RecordTables
{
    internal static void Configure(ModelBuilder model)
    {
        model.Entity<Correction>(e =>
        {
            e.HasIndex(c => c.PublicId);
            e.HasIndex(c => new { c.ArticleId, c.At });
            e.HasIndex(c => new { c.Language, c.At, c.Id });
            e.HasOne<Article>().WithMany().HasForeignKey(c => c.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Suppression>(e =>
        {
            e.HasIndex(s => s.PublicId).IsUnique();
            e.HasIndex(s => s.ArticleId);
            e.HasOne<Article>().WithMany().HasForeignKey(s => s.ArticleId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Person>().WithMany().HasForeignKey(s => s.ById).OnDelete(DeleteBehavior.SetNull);
            e.HasOne<Person>().WithMany().HasForeignKey(s => s.LiftedById).OnDelete(DeleteBehavior.SetNull);
        });
    }
}
