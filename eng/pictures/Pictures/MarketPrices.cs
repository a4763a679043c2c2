using System.Globalization;
using Broadsheet.Pictures.Charts;
using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>A dot plot: eight goods of the holiday table in two years.</summary>
internal static class MarketPrices
{
    private static readonly (string Good, int Before, int Now)[] Goods =
    [
        ("Pears, 10", 32_000, 35_000), ("Apples, 10", 24_000, 31_000), ("Beef brisket, 600 g", 27_000, 25_500), ("Squid, one", 6_500, 9_000),
        ("Tangerines, 1 kg", 8_800, 8_400), ("Spinach, 400 g", 5_200, 7_400), ("Eggs, 30", 6_900, 7_200), ("Dried pollack, one", 6_000, 6_500),
    ];

    private const float Left = 420, Right = 1480, Top = 300, Row = 76;

    public static void Draw(Scene scene, Lettering lettering)
    {
        var sheet = new Sheet(scene, lettering);
        sheet.Head("The price of the holiday table", "won, at Sirubong Market 18 days before Chuseok", "Source: Courier survey of 12 stalls, Sirubong Market");
        scene.Draw(canvas =>
        {
            for (var value = 0; value <= 40_000; value += 10_000)
            {
                canvas.Line(X(value), Top - 40, X(value), Top + (7 * Row) + 34, value == 0 ? Ink.Key : Ink.Tint(Ink.Grey, 0.45f), value == 0 ? 2.4f : 1.4f);
                lettering.Write(canvas, Number(value), X(value), Top + (7 * Row) + 72, 28, Ink.Grey, anchor: Anchor.Middle);
            }
            for (var i = 0; i < Goods.Length; i++) Good(canvas, lettering, i);
            lettering.Write(canvas, "2022", X(24_000), Top + Row - 26, 28, Ink.Grey, Face.Bold, Anchor.Middle, halo: 4);
            lettering.Write(canvas, "2023", X(31_000), Top + Row - 26, 28, Ink.Brick, Face.Bold, Anchor.Middle, halo: 4);
            lettering.Write(canvas, "Basket: +11.7%", X(40_000), Top + (5 * Row), 42, Ink.Brick, Face.Bold, Anchor.Right, halo: 6);
            lettering.WriteLines(canvas, ["All eight goods together,", "against 2022"], X(40_000), Top + (5 * Row) + 38, 27, 32, Ink.Grey, Face.Italic, Anchor.Right, 5);
            Fruit(canvas);
        });
    }

    private static void Good(SKCanvas canvas, Lettering lettering, int row)
    {
        var (good, before, now) = Goods[row];
        var y = Top + (row * Row);
        var colour = now > before ? Ink.Brick : Ink.Sea;
        for (var x = Left - 14f; x < Right; x += 9) canvas.Disc(x, y, 0.9f, Ink.Grey);
        lettering.Write(canvas, good, Left - 28, y + 11, 33, Ink.Key, anchor: Anchor.Right);
        canvas.Line(X(before), y, X(now), y, colour, 9);
        canvas.Disc(X(before), y, 13, colour);
        canvas.Disc(X(before), y, 8.5f, Ink.Paper);
        canvas.Disc(X(now), y, 14, colour);
        var (low, high) = (Math.Min(before, now), Math.Max(before, now));
        lettering.Write(canvas, Number(low), X(low) - 24, y + 10, 27, low == now ? colour : Ink.Grey, low == now ? Face.Bold : Face.Text, Anchor.Right, halo: 5);
        lettering.Write(canvas, Number(high), X(high) + 24, y + 10, 27, high == now ? colour : Ink.Grey, high == now ? Face.Bold : Face.Text, halo: 5);
    }

    /// <summary>A pear, an apple and a persimmon as a vignette beside the title.</summary>
    private static void Fruit(SKCanvas canvas)
    {
        canvas.Save();
        canvas.Translate(1284, 92);
        foreach (var (x, radius, colour) in new[] { (0f, 48f, Ink.Ochre), (96f, 44f, Ink.Brick), (186f, 42f, Ink.Mix(Ink.Ochre, Ink.Brick, 0.4f)) })
        {
            canvas.Disc(x, 92 - radius, radius, colour);
            for (var i = 0; i < 5; i++) canvas.Outline($"M {x + (radius * 0.2f)} {92 - (0.12f * radius) - (i * 7)} Q {x + (radius * 0.75f)} {92 - (0.3f * radius) - (i * 6)} {x + (radius * 0.86f)} {92 - radius - (i * 6)}", Ink.Mix(colour, Ink.Key, 0.55f), 2);
            canvas.Oval(x - (radius * 0.4f), 92 - (radius * 1.4f), radius * 0.16f, radius * 0.1f, Ink.Paper);
            canvas.Outline($"M {x} {94 - (2 * radius)} q 3 -12 10 -16", Ink.Key, 4);
        }
        canvas.Shape("M 106 -8 C 116 -26 140 -26 150 -16 C 138 -6 120 -2 106 -8 Z", Ink.Moss);
        canvas.Line(-70, 94, 250, 94, Ink.Key, 2.4f);
        canvas.Restore();
    }

    private static float X(int won) => Left + ((Right - Left) * won / 40_000f);

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
