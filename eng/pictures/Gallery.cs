using System.Runtime.CompilerServices;
using Broadsheet.Pictures.Pictures;
using Broadsheet.Pictures.Press;

namespace Broadsheet.Pictures;

/// <summary>All drawings by the name of their file.</summary>
internal static class Gallery
{
    public static readonly IReadOnlyDictionary<string, Action<Scene, Lettering>> Pictures = new Dictionary<string, Action<Scene, Lettering>>(StringComparer.Ordinal)
    {
        ["harbor-dusk"] = (scene, _) => HarborDusk.Draw(scene),
        ["parade-square"] = (scene, _) => ParadeSquare.Draw(scene),
        ["bus-routes"] = BusRoutes.Draw,
        ["harbor-plan"] = HarborPlan.Draw,
        ["lighthouse"] = (scene, _) => Lighthouse.Draw(scene),
        ["storm-track"] = StormTrack.Draw,
        ["market-prices"] = MarketPrices.Draw,
        ["port-cargo"] = PortCargo.Draw,
        ["sea-temperature"] = SeaTemperature.Draw,
        ["squid-catch"] = SquidCatch.Draw,
        ["rail-map"] = RailMap.Draw,
    };

    /// <summary>The folder of this program's source, where its npm package is installed.</summary>
    public static string ProjectFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
