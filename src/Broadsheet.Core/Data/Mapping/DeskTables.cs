using Broadsheet.Core.Articles;
using Broadsheet.Core.Clock;
using Broadsheet.Core.Desk;
using Broadsheet.Core.House;
using Broadsheet.Core.People;
using Broadsheet.Core.Sections;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Data.Mapping;

/// <summary>Tables of the newsroom's work: articles in hand, revisions, notes, appointments, settings.</summary>
internal static class DeskTables
{
    internal static void Configure(ModelBuilder model)
    {
        model.Entity<DeskArticle>(e =>
        {
            e.HasKey(d => d.ArticleId);
            e.Property(d => d.ArticleId).ValueGeneratedNever();
            e.Property(d => d.Head).IsConcurrencyToken();
            e.Ignore(d => d.IsChanged);
            e.HasIndex(d => new { d.StageId, d.ChangedAt });
            e.HasIndex(d => new { d.SectionId, d.ChangedAt });
            e.HasIndex(d => new { d.AssigneeId, d.ChangedAt });
            e.HasIndex(d => d.ChangedAt);
            e.HasOne<Article>().WithOne().HasForeignKey<DeskArticle>(d => d.ArticleId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Section>().WithMany().HasForeignKey(d => d.SectionId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Person>().WithMany().HasForeignKey(d => d.AssigneeId).OnDelete(DeleteBehavior.SetNull);
        });
        model.Entity<Revision>(e =>
        {
            e.HasKey(r => new { r.ArticleId, r.Number });
            e.Property(r => r.Manuscript).HasConversion<ManuscriptConverter, ManuscriptComparer>().HasColumnOrder(100);
            e.HasOne<DeskArticle>().WithMany().HasForeignKey(r => r.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Autosave>(e =>
        {
            e.HasKey(a => new { a.ArticleId, a.PersonId });
            e.Property(a => a.Manuscript).HasConversion<ManuscriptConverter, ManuscriptComparer>().HasColumnOrder(100);
            e.HasOne<DeskArticle>().WithMany().HasForeignKey(a => a.ArticleId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<DeskNote>(e =>
        {
            e.HasIndex(n => n.PublicId).IsUnique();
            e.HasIndex(n => n.ArticleId);
            e.HasOne<DeskArticle>().WithMany().HasForeignKey(n => n.ArticleId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Person>().WithMany().HasForeignKey(n => n.ById).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Appointment>(e =>
        {
            e.HasIndex(a => a.PublicId).IsUnique();
            e.HasIndex(a => new { a.State, a.DueAt });
            e.HasIndex(a => a.ArticleId);
            e.Ignore(a => a.Lateness);
            e.HasOne<Article>().WithMany().HasForeignKey(a => a.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<HouseSetting>(e => e.HasKey(s => s.Key));
    }
}
