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
        ["breakwater"] = (scene, _) => Breakwater.Draw(scene),
        ["ferry"] = (scene, _) => Ferry.Draw(scene),
        ["wire-storm"] = (scene, _) => SwellAtWall.Draw(scene),
        ["wire-trawler"] = (scene, _) => Trawler.Draw(scene),
        ["ballpark"] = (scene, _) => Ballpark.Draw(scene),
        ["observatory"] = (scene, _) => Observatory.Draw(scene),
        ["street-rain"] = (scene, _) => StreetRain.Draw(scene),
        ["theater-stage"] = (scene, _) => TheaterStage.Draw(scene),
        ["council-chamber"] = (scene, _) => CouncilChamber.Draw(scene),
        ["reading-room"] = (scene, _) => ReadingRoom.Draw(scene),
        ["bakery-oven"] = (scene, _) => BakeryOven.Draw(scene),
        ["bridge-pylon"] = (scene, _) => BridgePylon.Draw(scene),
        ["market-stalls"] = (scene, _) => MarketStalls.Draw(scene),
        ["tangerine-crates"] = (scene, _) => TangerineCrates.Draw(scene),
        ["market-prices"] = MarketPrices.Draw,
        ["port-cargo"] = PortCargo.Draw,
        ["sea-temperature"] = SeaTemperature.Draw,
        ["squid-catch"] = SquidCatch.Draw,
        ["rail-map"] = RailMap.Draw,
    };

    /// <summary>The folder of this program's source, where its npm package is installed.</summary>
    public static string ProjectFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
