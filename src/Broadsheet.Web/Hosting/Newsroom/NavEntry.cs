using Broadsheet.Core.Staff;

namespace Broadsheet.Web.Hosting.Newsroom;

/// <summary>A line of the newsroom's left list. Each feature adds its own where it registers its services.</summary>
/// <param name="Key">Key of its text.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Right">Who sees it: those with the right somewhere; null for all.</param>
/// <param name="Order">Its place. Desk 100–199, wire and photos 200–299, fronts 300–399, readers 400–499, people and house 800–899.</param>
public sealed record NavEntry(string Key, string Href, Right? Right, int Order);
