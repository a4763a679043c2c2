using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Maps;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>A plan of Narae harbor: breakwaters, quays, channel and bridge; caisson 9 in the accent colour.</summary>
internal static class HarborPlan
{
    /// <summary>Pixels for 500 meters.</summary>
    private const float FiveHundred = 240;
    private static readonly SKColor SeaTint = Ink.Mix(Ink.Paper, Ink.Shallow, 0.9f);
    private static readonly SKColor LandTint = new(0xEE, 0xE4, 0xCB);
    private static readonly SKPoint Elbow = new(946, 330), NorthHead = new(1216, 706);

    private const string Coast =
        "M -40 -40 L 900 -40 C 930 20 1010 60 1090 92 C 1130 108 1150 140 1124 160 C 1080 190 1010 180 950 206 C 890 230 830 236 790 268 " +
        "C 750 300 690 300 650 330 L 560 372 L 540 400 L 540 604 L 470 612 L 300 640 L 150 668 L -40 690 L -40 752 L 160 728 L 310 700 L 470 676 L 540 670 L 540 872 L 640 910 C 690 936 730 950 748 990 C 770 1020 760 1060 780 1110 L -40 1110 Z";

    public static void Draw(Scene scene, Lettering lettering)
    {
        using var land = SKPath.ParseSvgPathData(Coast);
        scene.Draw(canvas =>
        {
            canvas.Clear(SeaTint);
            Furniture.WaterLines(canvas, land, SeaTint, Ink.Sea, 0.8f);
            canvas.Fill(land, LandTint);
        });
        scene.Paint(Screens.Lines(7, 60, 1.4f), new Duotone(LandTint, Ink.Mix(LandTint, Ink.Moss, 0.45f), Ink.Grey), canvas =>
        {
            canvas.Save();
            canvas.ClipPath(land, antialias: true);
            canvas.Shape("M 600 -40 C 620 120 720 190 850 180 C 960 160 1040 130 1100 130 C 1040 60 930 20 900 -40 Z", Ink.Tone(0.2f));
            canvas.Shape("M -40 840 C 100 820 240 900 300 1110 L -40 1110 Z", Ink.Tone(0.2f));
            canvas.Restore();
        }, static (x, y, _) => Math.Clamp(0.12f + (0.6f * Noise.Slope(x / 90, y / 90, 23, 4)), 0.03f, 0.6f));
        Streets(scene, land);
        scene.Draw(canvas =>
        {
            canvas.Stroke(land, Ink.Key, 3);
            Quays(canvas);
            Breakwaters(canvas, lettering);
            Bridge(canvas);
            Names(canvas, lettering);
            Furniture.Frame(canvas, scene);
        });
    }

    /// <summary>Blocks of the old town and the new, with their streets left open.</summary>
    private static void Streets(Scene scene, SKPath land) => scene.Paint(Screens.Lines(6, 45, 0), new Duotone(new SKColor(0xE2, 0xCF, 0xAB), new SKColor(0xCC, 0xB4, 0x8C), Ink.Key), canvas =>
    {
        var dice = new Dice(12);
        canvas.ClipPath(land, antialias: true);
        foreach (var (left, top, right, bottom, turn) in new[] { (40f, 250f, 400f, 560f, -7f), (60f, 780f, 420f, 930f, -8f), (60f, 60f, 520f, 190f, 4f) })
        {
            canvas.Save();
            canvas.RotateDegrees(turn, (left + right) / 2, (top + bottom) / 2);
            for (var y = top; y < bottom; y += 44)
            {
                for (var x = left; x < right;)
                {
                    var width = dice.Between(34, 76);
                    if (x + width < right && dice.Chance(0.9f)) canvas.Box(x, y, width, 32, Ink.Tone(dice.Between(0.12f, 0.4f)));
                    x += width + (dice.Chance(0.2f) ? 18 : 8);
                }
            }
            canvas.Restore();
        }
    });

    private static void Quays(SKCanvas canvas)
    {
        foreach (var y in new[] { 400f, 492f, 736f })
        {
            canvas.Box(530, y, 200, 44, LandTint);
            canvas.Outline($"M 540 {y} L 730 {y} L 730 {y + 44} L 540 {y + 44}", Ink.Key, 3);
            for (var x = 560f; x < 720; x += 22) canvas.Disc(x, y + 5, 2, Ink.Key);
        }
        canvas.Box(530, 846, 150, 18, LandTint);
        canvas.Outline("M 540 846 L 680 846 L 680 864 L 560 864", Ink.Key, 3);
        canvas.Box(424, 420, 92, 62, Ink.Key);
        canvas.Box(429, 425, 82, 52, Ink.Mix(Ink.Ochre, Ink.Paper, 0.2f));
        for (var x = 440; x < 510; x += 14) canvas.Line(x, 426, x, 476, Ink.Key, 1.4f);
    }

    private static void Breakwaters(SKCanvas canvas, Lettering lettering)
    {
        canvas.Line(new(760, 280), Elbow, Ink.Key, 36);
        canvas.Line(new(760, 280), Elbow, Ink.Tint(Ink.Grey, 0.45f), 30);
        using var south = Shapes.Line(new(700, 950), new(860, 902), new(1046, 836));
        canvas.Stroke(south, Ink.Key, 34);
        canvas.Stroke(south, Ink.Tint(Ink.Grey, 0.45f), 28);
        var angle = MathF.Atan2(NorthHead.Y - Elbow.Y, NorthHead.X - Elbow.X) * 180 / MathF.PI;
        for (var i = 0; i < 12; i++)
        {
            var at = Shapes.Along(Elbow, NorthHead, (i + 0.5f) / 12);
            canvas.Save();
            canvas.Translate(at.X, at.Y);
            canvas.RotateDegrees(angle);
            canvas.Box(-19, -24, 37, 48, Ink.Key);
            canvas.Box(-16.5f, -21.5f, 32, 43, i == 8 ? Ink.Brick : new SKColor(0xFB, 0xF7, 0xEC));
            canvas.Restore();
            lettering.Write(canvas, $"{i + 1}", at.X, at.Y + 9, 25, i == 8 ? SKColors.White : Ink.Key, Face.Bold, Anchor.Middle);
        }
        Beacon(canvas, NorthHead.X + 18, NorthHead.Y + 26, Ink.Brick);
        Beacon(canvas, 1068, 828, Ink.Moss);
    }

    private static void Beacon(SKCanvas canvas, float x, float y, SKColor colour)
    {
        canvas.Disc(x, y, 11, Ink.Key);
        canvas.Disc(x, y, 8, colour);
    }

    private static void Bridge(SKCanvas canvas)
    {
        canvas.Line(374, 596, 387, 740, Ink.Key, 22);
        canvas.Line(374, 596, 387, 740, Ink.Paper, 16);
        canvas.Line(376, 614, 385, 722, Ink.Brick, 6);
        // The light at the head of the point.
        for (var i = 0; i < 8; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.PI / 4);
            canvas.Line(1098 + (16 * cos), 132 + (16 * sin), 1098 + (28 * cos), 132 + (28 * sin), Ink.Brick, 3);
        }
        canvas.Disc(1098, 132, 11, Ink.Brick);
    }

    private static void Names(SKCanvas canvas, Lettering lettering)
    {
        Label("Gull Point Light", 1142, 120, 34, Face.Bold);
        Label("North breakwater", 1000, 306, 36, Face.Bold);
        Label("caissons 1 to 12", 1000, 342, 27, Face.Italic);
        Label("Caisson 9,", 1196, 548, 32, Face.Bold, Ink.Brick);
        Label("under survey", 1196, 584, 32, Face.Bold, Ink.Brick);
        Label("South breakwater", 880, 966, 34, Face.Bold);
        Label("Quay 1", 750, 432, 31, Face.Text);
        Label("Quay 2", 750, 524, 31, Face.Text);
        Label("Quay 3", 750, 768, 31, Face.Text);
        Label("Ferry Pier", 700, 866, 31, Face.Text);
        Label("Auction Hall", 440, 404, 29, Face.Bold, anchor: Anchor.Middle);
        Label("Deulmul Bridge", 300, 572, 32, Face.Bold, Ink.Key, Anchor.Middle);
        Label("Harbor mouth", 1180, 812, 29, Face.Italic, Ink.Sea);
        Label("OLD TOWN", 200, 420, 36, Face.Bold, anchor: Anchor.Middle);
        lettering.WriteTurned(canvas, "Deulmul Channel", 180, 712, -9, 27, Ink.Sea, Face.Italic, halo: 3, haloColour: SeaTint);
        lettering.Write(canvas, "East Sea", 1420, 420, 52, Ink.Sea, Face.Italic, Anchor.Middle, 4);
        Furniture.ScaleBar(canvas, lettering, 1210, 1006, FiveHundred, "250", "500 m");
        Furniture.NorthArrow(canvas, lettering, 1534, 1014);

        void Label(string text, float x, float y, float size, Face face, SKColor? colour = null, Anchor anchor = Anchor.Left) =>
            lettering.Write(canvas, text, x, y, size, colour ?? Ink.Key, face, anchor, 0, 6, Brush.Faded(Ink.Paper, 0.85f));
    }
}
