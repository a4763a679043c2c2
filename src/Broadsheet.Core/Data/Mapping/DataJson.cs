using System.Text.Json.Serialization;

namespace Broadsheet.Core.Data.Mapping;

/// <summary>JSON of columns, by source generation.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class DataJson : JsonSerializerContext;
