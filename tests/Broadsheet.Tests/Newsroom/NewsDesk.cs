using Broadsheet.Core.Clock;
using Broadsheet.Core.Data;
using Broadsheet.Core.Desk;
using Broadsheet.Core.Sections;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Newsroom;

/// <summary>The newsroom of a <see cref="World"/> without its pages: what its rules do.</summary>
public class NewsDesk : World
{
    /// <summary>A reporter: key of the person.</summary>
    public long Reporter { get; private set; }

    /// <summary>An editor: key of the person.</summary>
    public long Editor { get; private set; }

    /// <summary>The section 'City'.</summary>
    public long City { get; private set; }

    /// <summary>The time by the test's clock.</summary>
    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>A manuscript that could be published.</summary>
    public Manuscript Story(string headline) => new() { Headline = headline, Body = "<p>One paragraph.</p>", SectionId = City, Bylines = [new(Reporter)] };

    /// <summary>Begins an article; returns its key.</summary>
    public async Task<long> Begin(Manuscript first, string language = "en")
    {
        long id = 0;
        await Change(async db => id = (await new DeskWork(db, Now).Begin(language, first, Reporter, CancellationToken.None)).Article.Id);
        return id;
    }

    /// <summary>Does something with an article at the desk inside a write.</summary>
    public Task At(long id, Func<BroadsheetDb, DeskArticle, Task> work) => Change(async db => await work(db, await db.DeskArticles.SingleAsync(d => d.ArticleId == id)));

    /// <summary>Saves a manuscript.</summary>
    public async Task<SaveOutcome> Save(long id, long by, int from, Manuscript manuscript)
    {
        SaveOutcome outcome = null!;
        await At(id, async (db, desk) => outcome = await new DeskWork(db, Now).Save(desk, by, from, manuscript, CancellationToken.None));
        return outcome;
    }

    /// <summary>Publishes the newest revision.</summary>
    public Task Publish(long id, long by, ChangeNote? note = null) => At(id, async (db, desk) =>
        await new DeskPublication(db, await SectionTree.Load(db, CancellationToken.None), Seoul, Now).Publish(desk, new(desk.Head, by, Now, note), CancellationToken.None));

    /// <summary>Makes an appointment.</summary>
    public async Task<Appointment> Schedule(long id, DateTimeOffset due, AppointmentKind kind = AppointmentKind.Publish)
    {
        Appointment made = null!;
        await Change(async db => made = await new ClockDesk(db, Now).Make(new Appointment { Kind = kind, ArticleId = id, DueAt = due, ById = Editor, CreatedAt = Now }, CancellationToken.None));
        return made;
    }

    /// <summary>Waits until an appointment is no longer waiting.</summary>
    public async Task<Appointment> Ended(Appointment appointment)
    {
        var limit = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            var row = await InDb(db => db.Appointments.AsNoTracking().SingleAsync(a => a.Id == appointment.Id));
            if (row.State != AppointmentState.Waiting)
            {
                await Hear();
                return row;
            }
            if (limit.Elapsed > TimeSpan.FromSeconds(20)) throw new TimeoutException($"Appointment {row.Id} still waits.");
            await Task.Yield();
        }
    }

    /// <summary>The article's public path, with leading slash; null where it has none.</summary>
    public Task<string?> PathOf(long id) => InDb(db => db.Articles.Where(a => a.Id == id).Select(a => a.Path == null ? null : "/" + a.Path).SingleAsync());

    /// <inheritdoc/>
    protected override async Task Fill()
    {
        await base.Fill();
        await InDb(async db =>
        {
            Reporter = await db.People.Where(p => p.Slug == "ok-da-hyun").Select(p => p.Id).SingleAsync();
            Editor = await db.People.Where(p => p.Slug == "guk-ha-ram").Select(p => p.Id).SingleAsync();
            City = await db.Sections.Where(s => s.Path == "city").Select(s => s.Id).SingleAsync();
            return true;
        });
    }
}
