using System.Globalization;
using Broadsheet.Core.Data;
using Broadsheet.Core.Staff;
using Broadsheet.Web.Components;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Hosting.Newsroom;
using Broadsheet.Web.Mail;

namespace Broadsheet.Web.Features.Staff;

/// <summary>Gives somebody a fresh link, by mail or to be copied.</summary>
public sealed class Invitations(BroadsheetDb db, SiteOptions site, StaffOptions options, MailOptions mail, MailDesk mails)
{
    /// <summary>True where links can go by mail.</summary>
    public bool CanMail => mail.IsOn;

    /// <summary>How long a link works.</summary>
    public int Hours => options.LinkHours;

    /// <summary>Makes a link and sends it where that is wanted. Stands inside <see cref="BroadsheetDb.Write"/>.</summary>
    /// <param name="request">Who invites.</param>
    /// <param name="login">Whose link.</param>
    /// <param name="byMail">True to send it.</param>
    /// <returns>The link.</returns>
    public async Task<string> Make(StaffRequest request, StaffLogin login, bool byMail)
    {
        var life = TimeSpan.FromHours(Hours);
        var link = site.Absolute(NewsroomPaths.Link(await new StaffDesk(db, request.Now, request.Member.PersonId).MakeLink(login, life, request.Aborted)));
        if (byMail && CanMail)
        {
            // In the language of who reads it, not of who writes.
            string Say(string key, params object[] values) => string.Format(CultureInfo.GetCultureInfo(login.Language), Texts.In(key, login.Language)!, values);
            mails.Post(db, login.Email!, Say("Staff_Mail_Subject", site.Name), Say("Staff_Mail_Text", site.Name, link, Hours, request.Member.Name.In(login.Language)), request.Now, life);
        }
        return link;
    }
}
