using System.Text;
using Broadsheet.Formats;
using Broadsheet.Formats.Ninjs;
using Xunit;

namespace Broadsheet.Tests.Formats;

/// <summary>Reads ninjs for the tests.</summary>
internal static class NinjsFiles
{
    public static async Task<List<WireReading>> ReadAsync(byte[] bytes, WireLimits? limits = null)
    {
        using var stream = new MemoryStream(bytes);
        return await NinjsReader.ReadAsync(stream, limits ?? new WireLimits(), CancellationToken.None).ToListAsync();
    }

    public static Task<List<WireReading>> ReadAsync(string json, WireLimits? limits = null) => ReadAsync(Encoding.UTF8.GetBytes(json), limits);

    public static async Task<NewsItem> ItemAsync(string json) => Assert.IsType<WireReading.Found>(Assert.Single(await ReadAsync(json))).Item;

    public static async Task<WireReading.Refused> RefusalAsync(string json) => Assert.IsType<WireReading.Refused>(Assert.Single(await ReadAsync(json)));
}
