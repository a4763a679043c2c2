using System.Text.Json;
using Broadsheet.Core.Data;
using Broadsheet.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Core.House;

/// <summary>A group of settings that the newsroom decides on. What is not in the database is as its constructor says.</summary>
public interface IHouseSettings
{
    /// <summary>The name of its row.</summary>
    static abstract string Key { get; }
}

/// <summary>Reads and changes what the newsroom decides.</summary>
public static class HouseSettings
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new LocalTextJson(), new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>A group as it stands: one query.</summary>
    public static async Task<T> Read<T>(BroadsheetDb db, CancellationToken ct) where T : class, IHouseSettings, new()
    {
        var key = T.Key;
        var json = await db.HouseSettings.AsNoTracking().Where(s => s.Key == key).Select(s => s.Json).FirstOrDefaultAsync(ct);
        return json is null ? new T() : JsonSerializer.Deserialize<T>(json, Json)!;
    }

    /// <summary>Changes a group; inside <see cref="BroadsheetDb.Write"/>.</summary>
    /// <param name="db">The database.</param>
    /// <param name="settings">What holds from now on.</param>
    /// <param name="by">Who decides; a person, null for the program.</param>
    /// <param name="tags">Tags of the public pages that this touches; none for what only the newsroom sees.</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Ends the attempt.</param>
    public static async Task Change<T>(BroadsheetDb db, T settings, long? by, string tags, DateTimeOffset now, CancellationToken ct) where T : class, IHouseSettings, new()
    {
        var json = JsonSerializer.Serialize(settings, Json);
        if (await db.HouseSettings.FindAsync([T.Key], ct) is not { } row) db.Add(row = new HouseSetting { Key = T.Key, Json = json });
        (row.Json, row.ChangedAt, row.ChangedById) = (json, Moment.Cut(now), by);
        db.Record(new Event { Kind = EventKinds.HouseChanged, At = Moment.Cut(now), ByPersonId = by, Tags = tags });
    }

    private sealed class LocalTextJson : System.Text.Json.Serialization.JsonConverter<LocalText>
    {
        public override LocalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader) ?? []);

        public override void Write(Utf8JsonWriter writer, LocalText value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.All.ToDictionary(t => t.Key, t => t.Value));
    }
}
