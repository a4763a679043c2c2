using System.Text;
using Broadsheet.Formats;
using Broadsheet.Formats.NewsMlG2;
using Xunit;

namespace Broadsheet.Tests.Formats;

public sealed class NewsMlG2MessageTests
{
    private static string Package(string guid, params (string Reference, string Kind)[] members) => $"""
        <packageItem guid="{guid}"><itemMeta><itemClass qcode="ninat:composite"/><provider literal="x"/><versionCreated>2024-02-09T12:25:32Z</versionCreated></itemMeta>
        <groupSet root="G"><group id="G" role="group:main">{string.Concat(members.Select(m => $"<itemRef residref=\"{m.Reference}\"><itemClass qcode=\"ninat:{m.Kind}\"/><title>T {m.Reference}</title></itemRef>"))}</group></groupSet></packageItem>
        """;

    private static string Picture(string guid) =>
        WireFiles.G2(guid, itemClass: "ninat:picture", contentSet: $"<remoteContent href=\"{guid}.jpg\" contenttype=\"image/jpeg\"/>");

    private static IEnumerable<string?> Guids(IEnumerable<WireReading> readings) => readings.Select(r => r switch
    {
        WireReading.Found found => found.Item.Guid,
        WireReading.Skipped skipped => skipped.Guid,
        WireReading.Refused refused => refused.Guid ?? "refused",
        _ => null,
    });

    [Fact]
    public async Task Items_come_in_order_with_their_lines()
    {
        var readings = await WireFiles.ReadAsync(WireFiles.Message("\n" + WireFiles.G2("a"), "\n\n", WireFiles.G2("b")));
        Assert.Equal(["a", "b"], Guids(readings));
        Assert.Equal([2, 9], readings.Select(r => r.Line));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Pictures_of_a_package_go_to_its_text_wherever_the_package_stands(int place)
    {
        List<string> items = [WireFiles.G2("text"), Picture("picture")];
        items.Insert(place, Package("package", ("text", "text"), ("picture", "picture"), ("elsewhere", "video")));
        var readings = await WireFiles.ReadAsync(WireFiles.Message([.. items, WireFiles.G2("alone")]));
        Assert.Equal(4, readings.Count);
        var found = readings.OfType<WireReading.Found>().ToDictionary(f => f.Item.Guid, f => f.Item, StringComparer.Ordinal);
        Assert.Equal("picture", Assert.Single(found["text"].Pictures).Guid);
        Assert.Equal(new NewsAssociation("main", "video", "T elsewhere", "elsewhere"), Assert.Single(found["text"].Associations));
        Assert.Equal("picture", found["picture"].ContentKind);
        Assert.Empty(found["alone"].Pictures);
    }

    [Fact]
    public async Task A_broken_item_is_lost_alone()
    {
        var unclosed = WireFiles.G2("b").Replace("</itemMeta>", "", StringComparison.Ordinal);
        var cut = WireFiles.G2("c")[..200];
        var quote = WireFiles.G2("d").Replace("qcode=\"ninat:text\"", "qcode=\"ninat:text", StringComparison.Ordinal);
        var readings = await WireFiles.ReadAsync(WireFiles.Message(WireFiles.G2("a"), unclosed, WireFiles.G2("x"), cut, quote, WireFiles.G2("e")));
        Assert.Equal(["a", "refused", "x", "refused", "refused", "e"], Guids(readings));
        Assert.All(readings.OfType<WireReading.Refused>(), r => Assert.Contains("malformed XML", r.Reason, StringComparison.Ordinal));
        Assert.All(readings.OfType<WireReading.Refused>(), r => Assert.True(r.Line > 0));
    }

    [Fact]
    public async Task A_message_that_ends_too_early_keeps_what_came_before()
    {
        var message = WireFiles.Message(WireFiles.G2("a"), WireFiles.G2("b"));
        Assert.Equal(["a", "b", "refused"], Guids(await WireFiles.ReadAsync(message[..^15])));
        Assert.Equal(["a", "refused"], Guids(await WireFiles.ReadAsync(message[..^60])));
    }

    [Fact]
    public async Task An_item_that_is_too_large_is_passed_over()
    {
        var large = WireFiles.G2("large", contentSet: WireFiles.Xhtml("<p>" + new string('x', 100_000) + "</p>"));
        var readings = await WireFiles.ReadAsync(WireFiles.Message(WireFiles.G2("a"), large, WireFiles.G2("b")), limits: new WireLimits(MaxItemBytes: 10_000));
        Assert.Equal(["a", "refused", "b"], Guids(readings));
        Assert.Contains("larger than 10000 bytes", ((WireReading.Refused)readings[1]).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Raw_bytes_of_an_item_in_a_message_read_the_same_alone()
    {
        var message = $"""<n:newsMessage xmlns:n="http://iptc.org/std/nar/2006-10-01/" xml:lang="de"><n:itemSet><n:newsItem guid="g"><n:itemMeta><n:itemClass qcode="ninat:text"/><n:provider literal="x"/><n:versionCreated>2024-02-09T12:25:32Z</n:versionCreated></n:itemMeta><n:contentMeta><n:headline>Käse</n:headline></n:contentMeta></n:newsItem></n:itemSet></n:newsMessage>""";
        var item = await WireFiles.ItemAsync(message);
        var again = await WireFiles.ItemAsync(Encoding.UTF8.GetString(item.Raw.Span));
        Assert.Equal("de", item.Language);
        Assert.Equal((item.Guid, item.Headline, item.Language), (again.Guid, again.Headline, again.Language));
    }

    [Fact]
    public async Task Comments_and_CDATA_that_look_like_items_are_not_items()
    {
        var readings = await WireFiles.ReadAsync(WireFiles.Message("<!-- <newsItem guid='no'> -->", WireFiles.G2("a", contentSet: "<inlineData><![CDATA[<newsItem> > </newsItem>]]></inlineData>")));
        Assert.Equal(["a"], Guids(readings));
    }

    [Fact]
    public async Task A_message_without_items_is_skipped() =>
        Assert.IsType<WireReading.Skipped>(Assert.Single(await WireFiles.ReadAsync(WireFiles.Message())));

    [Fact]
    public async Task The_first_of_5000_items_arrives_before_a_hundredth_of_the_stream_is_read()
    {
        using var stream = new GeneratedMessage(5_000, WireFiles.G2("GUID", contentSet: WireFiles.Xhtml("<p>" + new string('x', 2_000) + "</p>")));
        var count = 0;
        await foreach (var reading in NewsMlG2Reader.ReadAsync(stream, new WireLimits(), TestContext.Current.CancellationToken))
        {
            Assert.IsType<WireReading.Found>(reading);
            if (count++ == 0)
                Assert.True(stream.Given < stream.Whole / 100, $"{stream.Given} of {stream.Whole} bytes were read");
        }
        Assert.Equal(5_000, count);
    }

    /// <summary>A message made as it is read, which counts what was taken of it.</summary>
    private sealed class GeneratedMessage(int items, string item) : Stream
    {
        private byte[] part = Encoding.UTF8.GetBytes("""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>""");
        private int next;
        private int at;

        public long Given { get; private set; }

        public long Whole => (long)items * item.Length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (at == part.Length && next <= items)
            {
                part = Encoding.UTF8.GetBytes(next < items ? item.Replace("GUID", $"urn:{next}", StringComparison.Ordinal) : "</itemSet></newsMessage>");
                at = 0;
                next++;
            }
            var read = Math.Min(buffer.Length, part.Length - at);
            part.AsSpan(at, read).CopyTo(buffer);
            at += read;
            Given += read;
            return read;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
