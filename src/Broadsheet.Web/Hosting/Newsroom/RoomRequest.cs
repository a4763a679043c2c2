using Broadsheet.Core;
using Broadsheet.Core.Data;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Components.Newsroom;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Hosting.Newsroom;

/// <summary>A request for a page of the newsroom, and how it is answered.</summary>
public abstract class RoomRequest
{
    private const string SaidCookie = "said";
    private Newspaper? _newspaper;

    /// <param name="context">The request itself.</param>
    protected RoomRequest(HttpContext context)
    {
        Context = context;
        Now = Moment.Cut(Service<TimeProvider>().GetUtcNow());
    }

    /// <summary>The request itself.</summary>
    public HttpContext Context { get; }

    /// <summary>When it came, to the millisecond.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Language of the interface.</summary>
    public string Language => NewsroomLanguage.Current;

    /// <summary>Ends with the request.</summary>
    public CancellationToken Aborted => Context.RequestAborted;

    /// <summary>The newspaper's name in the interface's language.</summary>
    public string SiteName => _newspaper?.Name is { IsEmpty: false } name ? name.In(Language) : Service<SiteOptions>().Name;

    /// <summary>Who asks; null at the door.</summary>
    protected virtual StaffMember? Who => Service<StaffPresence>().Member;

    /// <summary>A page.</summary>
    /// <typeparam name="TView">The component that draws it.</typeparam>
    /// <typeparam name="TModel">What it shows.</typeparam>
    /// <param name="model">What it shows.</param>
    /// <param name="title">Its title.</param>
    /// <param name="status">The status: 200, or 422 where a form has to be filled in again.</param>
    public IResult Show<TView, TModel>(TModel model, string title, int status = StatusCodes.Status200OK) where TView : RoomView<TModel>
    {
        var room = new Room
        {
            Title = title,
            SiteName = SiteName,
            Language = Language,
            Path = Context.Request.Path + Context.Request.QueryString,
            Nav = Who is { } member && Service<StaffPresence>().IsSettled ? Nav(member) : [],
            Member = Who,
            Said = Service<SealedCookie>().Take<Said>(Context, SaidCookie),
            IsSample = _newspaper?.IsSample == true,
        };
        return new RazorComponentResult<TView>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(RoomView<>.Model)] = model, [nameof(RoomView<>.Room)] = room }) { StatusCode = status, PreventStreamingRendering = true };
    }

    /// <summary>On to another page, once what was sent is done.</summary>
    public IResult SeeOther(string path) => new SeeOther(path);

    /// <summary>On to another page, which says what was done.</summary>
    /// <param name="path">A path of ours.</param>
    /// <param name="said">What was done, and how to take it back; null for nothing.</param>
    public IResult SeeOther(string path, Said? said)
    {
        if (said is not null) Service<SealedCookie>().Put(Context, SaidCookie, said);
        return new SeeOther(path);
    }

    /// <summary>What was sent.</summary>
    public async Task<FormInput> Form() => Context.Request.HasFormContentType
        ? new(await Context.Request.ReadFormAsync(Aborted))
        : throw new BadHttpRequestException("A form was expected.", StatusCodes.Status415UnsupportedMediaType);

    /// <summary>A service of this request.</summary>
    public T Service<T>() where T : notnull => Context.RequestServices.GetRequiredService<T>();

    /// <summary>Reads what every page says of the newspaper.</summary>
    protected async Task Open() => _newspaper = await Service<BroadsheetDb>().Newspapers.AsNoTracking().FirstOrDefaultAsync(Aborted);

    private IReadOnlyList<RoomLink> Nav(StaffMember member)
    {
        var path = Context.Request.Path.Value ?? "";
        var entries = Service<IEnumerable<NavEntry>>().Where(e => e.Right is not { } right || member.May(right)).OrderBy(e => e.Order).ToList();
        var current = entries.Where(e => path == e.Href || (e.Href != NewsroomPaths.Root && path.StartsWith(e.Href + "/", StringComparison.Ordinal))).MaxBy(e => e.Href.Length);
        return [.. entries.Select(e => new RoomLink(Components.Texts.T(e.Key), e.Href, e == current))];
    }
}

/// <summary>A request of somebody who need not be of the newsroom: sign-in, one-time link, set-up.</summary>
public sealed class DoorRequest : RoomRequest
{
    private DoorRequest(HttpContext context) : base(context) { }

    /// <summary>Made for a handler that has it as a parameter.</summary>
    public static async ValueTask<DoorRequest> BindAsync(HttpContext context)
    {
        var request = new DoorRequest(context);
        await request.Open();
        return request;
    }
}
