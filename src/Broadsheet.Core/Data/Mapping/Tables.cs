using Broadsheet.Core.Addresses;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Events;
using Broadsheet.Core.Media;
using Broadsheet.Core.People;
using Broadsheet.Core.Readings;
using Broadsheet.Core.Search;
using Broadsheet.Core.Sections;
using Broadsheet.Core.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Core.Data.Mapping;

/// <summary>Keys, indexes and columns of every table; what both databases share.</summary>
internal static class Tables
{
    internal static void Configure(ModelBuilder model)
    {
        model.Entity<Newspaper>(e => e.Property(n => n.Id).ValueGeneratedNever());
        model.Entity<Address>(e => { e.HasKey(a => a.Path); e.HasIndex(a => new { a.Kind, a.TargetId }); });
        model.Entity<Event>(e => e.HasKey(v => v.Seq));
        model.Entity<Consumer>(e => e.HasKey(c => c.Name));
        model.Entity<Section>(Sections);
        model.Entity<Article>(Articles);
        model.Entity<ArticleVersion>(Versions);
        ArticleParts(model);
        Search(model);
        RecordTables.Configure(model);
        StaffTables.Configure(model);
        DeskTables.Configure(model);
        model.Entity<ReadingHour>(e =>
        {
            e.HasKey(r => new { r.ArticleId, r.Hour });
            e.HasIndex(r => r.Hour);
            e.HasOne<Article>().WithMany().HasForeignKey(r => r.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Person>(e => { e.HasIndex(p => p.Slug).IsUnique(); e.HasIndex(p => p.PublicId).IsUnique(); });
        model.Entity<Photo>(e => { e.HasIndex(p => p.Hash).IsUnique(); e.HasIndex(p => p.PublicId).IsUnique(); e.HasIndex(p => new { p.State, p.Id }); });
        model.Entity<WireItem>(e =>
        {
            e.HasIndex(w => new { w.Source, w.Guid, w.Version }).IsUnique();
            e.HasIndex(w => w.ArticleId);
            e.HasOne<Article>().WithMany().HasForeignKey(w => w.ArticleId).OnDelete(DeleteBehavior.SetNull);
        });
        model.Entity<WireRaw>(e =>
        {
            e.HasKey(r => r.WireItemId);
            e.Property(r => r.WireItemId).ValueGeneratedNever();
            e.HasOne<WireItem>().WithOne().HasForeignKey<WireRaw>(r => r.WireItemId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void Sections(EntityTypeBuilder<Section> e)
    {
        e.HasIndex(s => s.Path).IsUnique();
        e.HasIndex(s => s.PublicId).IsUnique();
        e.HasOne<Section>().WithMany().HasForeignKey(s => s.ParentId).OnDelete(DeleteBehavior.Restrict);
        e.Ignore(s => s.IsOpinion);
    }

    private static void Articles(EntityTypeBuilder<Article> e)
    {
        e.HasIndex(a => a.PublicId).IsUnique();
        e.HasIndex(a => a.TranslationKey);
        e.HasIndex(a => a.SectionId);
        e.Property(a => a.Revision).IsConcurrencyToken();
        e.Property(a => a.Sources).HasConversion<TextListConverter, TextListComparer>();
        e.HasOne<Section>().WithMany().HasForeignKey(a => a.SectionId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Photo>().WithMany().HasForeignKey(a => a.LeadPhotoId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Versions(EntityTypeBuilder<ArticleVersion> e)
    {
        e.HasIndex(v => new { v.ArticleId, v.Number }).IsUnique();
        // Last, so that a list which reads only the words above it does not walk through a long row.
        e.Property(v => v.Body).HasColumnOrder(100);
        e.HasOne<Article>().WithMany().HasForeignKey(v => v.ArticleId).OnDelete(DeleteBehavior.Cascade);
        e.HasOne<Photo>().WithMany().HasForeignKey(v => v.LeadPhotoId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Search(ModelBuilder model)
    {
        model.Entity<SearchDocument>(e =>
        {
            e.HasKey(d => d.Key);
            e.Property(d => d.Key).ValueGeneratedNever();
            e.HasIndex(d => d.ArticleId).IsUnique();
            e.HasOne<Article>().WithMany().HasForeignKey(d => d.ArticleId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<SearchWord>(e =>
        {
            e.HasKey(w => new { w.Language, w.Word });
            e.HasIndex(w => new { w.Language, w.Initial });
        });
    }

    private static void ArticleParts(ModelBuilder model)
    {
        model.Entity<Byline>(e =>
        {
            e.HasKey(b => new { b.ArticleId, b.Position });
            e.HasOne<Article>().WithMany().HasForeignKey(b => b.ArticleId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Person>().WithMany().HasForeignKey(b => b.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Keyword>(e =>
        {
            e.HasIndex(k => k.Slug).IsUnique();
            e.HasIndex(k => k.PublicId).IsUnique();
            e.HasIndex(k => k.Code).IsUnique();
        });
        model.Entity<ArticleKeyword>(e =>
        {
            e.HasKey(k => new { k.ArticleId, k.KeywordId });
            e.HasOne<Article>().WithMany().HasForeignKey(k => k.ArticleId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Keyword>().WithMany().HasForeignKey(k => k.KeywordId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ArticleSection>(e =>
        {
            e.HasKey(s => new { s.ArticleId, s.SectionId });
            e.HasOne<Article>().WithMany().HasForeignKey(s => s.ArticleId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Section>().WithMany().HasForeignKey(s => s.SectionId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ArticlePhoto>(e =>
        {
            e.HasKey(p => new { p.ArticleId, p.PhotoId });
            e.HasOne<Article>().WithMany().HasForeignKey(p => p.ArticleId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Photo>().WithMany().HasForeignKey(p => p.PhotoId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Listing>(e =>
        {
            e.HasKey(l => new { l.Kind, l.ListId, l.Language, l.PublishedAt, l.ArticleId });
            e.HasIndex(l => l.ArticleId);
            e.HasOne<Article>().WithMany().HasForeignKey(l => l.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<PublicationDay>(e => e.HasKey(d => new { d.Language, d.Day }));
    }
}
