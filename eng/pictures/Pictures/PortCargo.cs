using Broadsheet.Pictures.Charts;
using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>Grouped bars: cargo through the port, month by month, two years.</summary>
internal static class PortCargo
{
    private static readonly (string Month, int Before, int Now)[] Months =
        [("March", 412, 431), ("April", 398, 420), ("May", 421, 447), ("June", 407, 436), ("July", 389, 418), ("August", 402, 375)];

    private static readonly SKRect Area = new(140, 250, 1536, 880);

    public static void Draw(Scene scene, Lettering lettering)
    {
        var sheet = new Sheet(scene, lettering);
        sheet.Head("Cargo through the port of Narae", "thousand metric tons", "Source: Narae Port Authority");
        scene.Draw(canvas => sheet.Levels(canvas, Area, 0, 500, 100));
        scene.Paint(Screens.Lines(9, 45, 0), new Duotone(new SKColor(0xE6, 0xE4, 0xD8), new SKColor(0xE6, 0xE4, 0xD8), Ink.Sea), canvas => Bars(canvas, (i, left) => Bar(canvas, left, Months[i].Before, Ink.Tone(0.3f))));
        scene.Draw(canvas =>
        {
            Bars(canvas, (i, left) =>
            {
                Bar(canvas, left + 96, Months[i].Now, i == 5 ? Ink.Brick : Ink.Sea);
                Figure(left + 46, Months[i].Before, Ink.Grey, Face.Text);
                Figure(left + 142, Months[i].Now, i == 5 ? Ink.Brick : Ink.Sea, Face.Bold);
                lettering.Write(canvas, Months[i].Month, left + 94, Area.Bottom + 46, 34, Ink.Key, anchor: Anchor.Middle);
                if (i > 0) return;
                lettering.Write(canvas, "2022", left + 46, Area.Bottom - 22, 32, Ink.Key, Face.Bold, Anchor.Middle, halo: 8, haloColour: new SKColor(0xE6, 0xE4, 0xD8));
                lettering.Write(canvas, "2023", left + 142, Area.Bottom - 22, 32, Ink.Paper, Face.Bold, Anchor.Middle);
            });
            lettering.Write(canvas, "−6.7%", 1414, 290, 40, Ink.Brick, Face.Bold, Anchor.Middle);
            lettering.Write(canvas, "August, against 2022", 1414, 318, 23, Ink.Brick, Face.Italic, Anchor.Middle);
            canvas.Line(Area.Left, Area.Bottom, Area.Right, Area.Bottom, Ink.Key, 3);
            Ship(canvas);

            void Figure(float x, int value, SKColor colour, Face face) =>
                lettering.Write(canvas, $"{value}", x, Sheet.Level(Area, 0, 500, value) - 12, 31, colour, face, Anchor.Middle, halo: 4);
        });
    }

    private static void Bars(SKCanvas canvas, Action<int, float> draw)
    {
        canvas.Save();
        for (var i = 0; i < Months.Length; i++) draw(i, Area.Left + 22 + (i * 232));
        canvas.Restore();
    }

    private static void Bar(SKCanvas canvas, float left, int value, SKColor colour)
    {
        var top = Sheet.Level(Area, 0, 500, value);
        canvas.Box(left, top, 92, Area.Bottom - top, colour);
    }

    /// <summary>A container ship as a vignette beside the title.</summary>
    private static void Ship(SKCanvas canvas)
    {
        canvas.Save();
        canvas.Translate(1128, 84);
        canvas.Shape("M 0 66 L 352 66 L 366 40 L 340 46 L 60 46 L 56 40 L -10 40 Z", Ink.Key);
        canvas.Shape("M 2 70 L 350 70 L 344 84 L 14 84 Z", Ink.Brick);
        canvas.Shape("M 14 40 L 14 0 L 50 0 L 50 40 Z M 20 0 L 20 -16 L 30 -16 L 30 0 Z", Ink.Key);
        for (var i = 0; i < 4; i++) canvas.Box(18 + (i * 8), 6, 5, 5, Ink.Paper);
        SKColor[] colours = [Ink.Sea, Ink.Ochre, Ink.Grey, Ink.Brick];
        for (var column = 0; column < 9; column++)
        {
            for (var row = 0; row < 3 - (column is 0 or 8 ? 1 : 0); row++) canvas.Box(64 + (column * 30), 32 - (row * 15), 27, 13, colours[((column * 5) + (row * 3)) % 4]);
        }
        for (var i = 0; i < 3; i++) canvas.Line(-30 + (i * 14), 90 + (i * 6), 396 - (i * 26), 90 + (i * 6), Ink.Sea, 1.8f);
        canvas.Restore();
    }
}
