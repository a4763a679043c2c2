using Broadsheet.Web.Press;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Press;

/// <summary>The pages in memory: bounded, and never old.</summary>
public sealed class PressRoomTests
{
    [Fact]
    public void A_page_that_was_being_drawn_when_its_article_changed_is_not_kept()
    {
        var room = new PressRoom(new PressOptions());
        room.BeginAt(10);
        var noted = room.Heard;
        room.Evict(11, ["article:1"]);
        Assert.False(room.Keep("/a", Page("article:1"), noted));
        Assert.Null(room.Find("/a", 0));
        Assert.True(room.Keep("/a", Page("article:1"), room.Heard));
        Assert.NotNull(room.Find("/a", 0));
    }

    [Fact]
    public void An_event_throws_out_every_page_with_its_tag_and_no_other()
    {
        var room = new PressRoom(new PressOptions());
        room.Keep("/a", Page("article:1", "site"), 0);
        room.Keep("/b", Page("article:2", "site"), 0);
        room.Evict(1, ["article:1"]);
        Assert.Null(room.Find("/a", 0));
        Assert.NotNull(room.Find("/b", 0));
        room.Evict(2, ["site"]);
        Assert.Equal((0, 0L), (room.Count, room.Bytes));
    }

    [Fact]
    public void A_page_is_old_at_its_time()
    {
        var room = new PressRoom(new PressOptions());
        room.Keep("/a", new Sheet(200, "text/html", [1, 2, 3], ["site"], DateTimeOffset.FromUnixTimeMilliseconds(1_000)), 0);
        Assert.NotNull(room.Find("/a", 999));
        Assert.Null(room.Find("/a", 1_000));
    }

    [Fact]
    public void The_room_stays_within_its_bytes_whatever_is_kept()
    {
        var room = new PressRoom(new PressOptions { MaxBytes = 1024 * 1024 });
        for (var i = 0; i < 2_000; i++)
        {
            var sheet = new Sheet(200, "text/html", new byte[i % 20_000], [$"article:{i}", "site"], null);
            room.Keep($"/{i}", sheet, 0);
            if (i % 3 == 0) room.Improve($"/{i}", sheet);
            Assert.True(room.Bytes <= 1024 * 1024);
        }
        Assert.NotNull(room.Find("/1999", 0));
        room.Evict(1, ["site"]);
        Assert.Equal(0, room.Bytes);
    }

    // One writer publishes versions of a few articles; drawers read the newest version, wait for a while, and keep what they
    // drew. Whatever the interleaving: once the event of a version was heard, no older version is found.
    [Fact]
    public void No_interleaving_serves_a_version_older_than_its_event() =>
        Gen.Int[0, 3].Select(Gen.Int[0, 3], Gen.Int[0, 4], (what, article, slot) => (what, article, slot)).List[1, 60].Sample(steps =>
        {
            var room = new PressRoom(new PressOptions());
            var versions = new byte[4];
            var heard = new byte[4];
            var seq = 0L;
            var pending = new Queue<(long Seq, int Article, byte Version)>();
            var drawing = new (int Article, byte Version, long Noted)?[5];
            foreach (var (what, article, slot) in steps)
            {
                switch (what)
                {
                    case 0: // commit
                        pending.Enqueue((++seq, article, ++versions[article]));
                        break;
                    case 1: // the pump acts on the oldest commit that it has not heard
                        if (!pending.TryDequeue(out var e)) break;
                        room.Evict(e.Seq, [$"article:{e.Article}"]);
                        heard[e.Article] = e.Version;
                        break;
                    case 2: // a drawer notes the event number, then reads
                        drawing[slot] = (article, versions[article], room.Heard);
                        break;
                    default: // and keeps
                        if (drawing[slot] is not var (drawn, version, noted)) break;
                        room.Keep($"/{drawn}", new Sheet(200, "text/html", [version], [$"article:{drawn}"], null), noted);
                        drawing[slot] = null;
                        break;
                }
                for (var a = 0; a < 4; a++)
                    if (room.Find($"/{a}", 0) is { } sheet && sheet.Plain.Bytes[0] < heard[a]) return false;
            }
            return true;
        });

    private static Sheet Page(params string[] tags) => new(200, "text/html", new byte[2_000], tags, null);
}
