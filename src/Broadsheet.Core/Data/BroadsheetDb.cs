using Broadsheet.Core.Addresses;
using Broadsheet.Core.Articles;
using Broadsheet.Core.Clock;
using Broadsheet.Core.Desk;
using Broadsheet.Core.Events;
using Broadsheet.Core.House;
using Broadsheet.Core.Mail;
using Broadsheet.Core.Media;
using Broadsheet.Core.People;
using Broadsheet.Core.Readings;
using Broadsheet.Core.Search;
using Broadsheet.Core.Sections;
using Broadsheet.Core.Staff;
using Broadsheet.Core.Wire;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.Data;

/// <summary>The newspaper's database. Reads are straight queries; every write goes through <see cref="Write"/>.</summary>
public abstract partial class BroadsheetDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>One row: what the newspaper says of itself.</summary>
    public DbSet<Newspaper> Newspapers => Set<Newspaper>();

    /// <summary>The tree of sections.</summary>
    public DbSet<Section> Sections => Set<Section>();

    /// <summary>Claimed paths.</summary>
    public DbSet<Address> Addresses => Set<Address>();

    /// <summary>Articles.</summary>
    public DbSet<Article> Articles => Set<Article>();

    /// <summary>Their words, version by version.</summary>
    public DbSet<ArticleVersion> ArticleVersions => Set<ArticleVersion>();

    /// <summary>Who wrote what.</summary>
    public DbSet<Byline> Bylines => Set<Byline>();

    /// <summary>Notes on the public record.</summary>
    public DbSet<Correction> Corrections => Set<Correction>();

    /// <summary>What readers may not have of articles.</summary>
    public DbSet<Suppression> Suppressions => Set<Suppression>();

    /// <summary>Keywords.</summary>
    public DbSet<Keyword> Keywords => Set<Keyword>();

    /// <summary>Which article has which keyword.</summary>
    public DbSet<ArticleKeyword> ArticleKeywords => Set<ArticleKeyword>();

    /// <summary>Further sections of articles.</summary>
    public DbSet<ArticleSection> ArticleSections => Set<ArticleSection>();

    /// <summary>Which article uses which photo.</summary>
    public DbSet<ArticlePhoto> ArticlePhotos => Set<ArticlePhoto>();

    /// <summary>Places of public articles in lists.</summary>
    public DbSet<Listing> Listings => Set<Listing>();

    /// <summary>Public articles a day.</summary>
    public DbSet<PublicationDay> PublicationDays => Set<PublicationDay>();

    /// <summary>People and agencies with bylines.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>How the newsroom's people sign in.</summary>
    public DbSet<StaffLogin> StaffLogins => Set<StaffLogin>();

    /// <summary>Where they are signed in.</summary>
    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();

    /// <summary>Links that work once.</summary>
    public DbSet<StaffLink> StaffLinks => Set<StaffLink>();

    /// <summary>Roles of the newsroom's people.</summary>
    public DbSet<StaffGrant> StaffGrants => Set<StaffGrant>();

    /// <summary>Articles in work.</summary>
    public DbSet<DeskArticle> DeskArticles => Set<DeskArticle>();

    /// <summary>Their manuscripts, as saved.</summary>
    public DbSet<Revision> Revisions => Set<Revision>();

    /// <summary>What is typed and not saved.</summary>
    public DbSet<Autosave> Autosaves => Set<Autosave>();

    /// <summary>Notes of the newsroom to each other.</summary>
    public DbSet<DeskNote> DeskNotes => Set<DeskNote>();

    /// <summary>What is done at a time.</summary>
    public DbSet<Appointment> Appointments => Set<Appointment>();

    /// <summary>What the newsroom decides.</summary>
    public DbSet<HouseSetting> HouseSettings => Set<HouseSetting>();

    /// <summary>Mail to be sent.</summary>
    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    /// <summary>Photos.</summary>
    public DbSet<Photo> Photos => Set<Photo>();

    /// <summary>Wire items, every version.</summary>
    public DbSet<WireItem> WireItems => Set<WireItem>();

    /// <summary>Their bytes.</summary>
    public DbSet<WireRaw> WireRaws => Set<WireRaw>();

    /// <summary>What happened, in the order of commits.</summary>
    public DbSet<Event> Events => Set<Event>();

    /// <summary>Who acts on events once, and how far they are.</summary>
    public DbSet<Consumer> Consumers => Set<Consumer>();

    /// <summary>Articles as the search knows them.</summary>
    public DbSet<SearchDocument> SearchDocuments => Set<SearchDocument>();

    /// <summary>Words of headlines and standfirsts.</summary>
    public DbSet<SearchWord> SearchWords => Set<SearchWord>();

    /// <summary>Readings by article and hour.</summary>
    public DbSet<ReadingHour> ReadingHours => Set<ReadingHour>();

    /// <summary>Keys of data protection.</summary>
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) => Mapping.Tables.Configure(modelBuilder);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<LocalText>().HaveConversion<Mapping.LocalTextConverter, Mapping.LocalTextComparer>();
    }
}
