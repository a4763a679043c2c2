using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>The three changed bus routes as a line diagram; colour and pattern both tell them apart.</summary>
internal static class BusRoutes
{
    private static readonly SKPoint Station = new(250, 660), Market = new(570, 660), Pier = new(1210, 660), Bridge = new(890, 660);

    private static readonly SKPoint[] Seven = [Station, Market, new(650, 660), new(800, 510), new(1060, 510), new(1210, 660), new(1470, 660)];
    private static readonly SKPoint[] Twelve = [Station, new(250, 460), new(350, 360), new(740, 360), new(840, 260), new(1080, 260)];
    private static readonly SKPoint[] Fifteen = [Market, new(570, 850), new(680, 960), new(1230, 960)];

    public static void Draw(Scene scene, Lettering lettering)
    {
        Water(scene);
        scene.Draw(canvas =>
        {
            canvas.Box(64, 44, 1472, 8, Ink.Key);
            canvas.Box(64, 57, 1472, 1.6f, Ink.Key);
            lettering.Write(canvas, "The new bus routes", 64, 134, 62, Ink.Key, Face.Bold);
            lettering.Write(canvas, "From Monday, Sept. 18", 64, 182, 36, Ink.Brick, Face.Italic);
            using var old = Shapes.Line(Market, Pier);
            canvas.Stroke(old, new SKColor(0xB4, 0xAE, 0xA2), 12);
            Route(canvas, Fifteen, Ink.Ochre, 15);
            Route(canvas, Twelve, Ink.Sea, 12);
            Route(canvas, Seven, Ink.Brick, 7);
            Stops(canvas, lettering);
            Legend(canvas, lettering);
        });
    }

    private static void Water(Scene scene)
    {
        using var harbor = Shapes.Curve([new(1680, 735), new(1330, 745), new(1080, 735), new(945, 700), new(920, 610), new(905, 560), new(868, 560), new(862, 640), new(872, 760), new(985, 850), new(1180, 870), new(1330, 900), new(1370, 1010), new(1350, 1120), new(1400, 1260), new(1680, 1260)], closed: true);
        scene.Fill(Screens.None, Duotone.Plain, static (_, _, _) => 0);
        scene.Paint(Screens.Lines(13, 0, 5), new Duotone(Ink.Mix(Ink.Paper, Ink.Shallow, 0.55f), Ink.Shallow, Ink.Mix(Ink.Shallow, Ink.Sea, 0.35f)), canvas => canvas.Fill(harbor, Ink.Tone(0.14f)));
        scene.Draw(canvas => canvas.Stroke(harbor, Ink.Mix(Ink.Shallow, Ink.Sea, 0.6f), 2.5f));
    }

    /// <summary>Route 7 is solid, 12 carries a white line, 15 is beaded.</summary>
    private static void Route(SKCanvas canvas, SKPoint[] points, SKColor colour, int number)
    {
        using var line = Shapes.Line(points);
        canvas.Stroke(line, Ink.Paper, 28);
        canvas.Stroke(line, colour, 20);
        if (number == 12) canvas.Stroke(line, Ink.Paper, 5);
        if (number == 15) canvas.Stroke(line, Ink.Paper, 8, [8, 14]);
    }

    private static void Stops(SKCanvas canvas, Lettering lettering)
    {
        canvas.Disc(Bridge.X, Bridge.Y, 15, new SKColor(0xB4, 0xAE, 0xA2));
        canvas.Disc(Bridge.X, Bridge.Y, 9, Ink.Paper);
        canvas.Line(Bridge.X - 27, Bridge.Y - 27, Bridge.X + 27, Bridge.Y + 27, Ink.Key, 6);
        canvas.Line(Bridge.X - 27, Bridge.Y + 27, Bridge.X + 27, Bridge.Y - 27, Ink.Key, 6);
        lettering.Write(canvas, "Deulmul Bridge", 780, 722, 31, Ink.Grey, Face.Italic, Anchor.Middle, halo: 6);
        lettering.Write(canvas, "not served", 780, 756, 25, Ink.Grey, Face.Text, Anchor.Middle, halo: 6);

        Stop("Narae Station", Station, 0, 62, Anchor.Middle, large: true);
        Stop("Sirubong Market", Market, -20, -44, Anchor.Middle, large: true);
        Stop("Tidegate Road", new(800, 510), 20, -34, Anchor.Middle);
        Stop("Auction Hall", new(1060, 510), 20, -34, Anchor.Middle);
        Stop("Ferry Pier", Pier, 6, -36, Anchor.Left);
        Stop("Gull Point", new(1470, 660), -6, 58, Anchor.Middle, terminal: true);
        Stop("City Hall", new(250, 510), 36, 12, Anchor.Left);
        Stop("Central Library", new(430, 360), 0, -34, Anchor.Middle);
        Stop("Maritime College", new(700, 360), 0, 56, Anchor.Middle);
        Stop("Observatory Hill", new(1080, 260), 0, -36, Anchor.Middle, terminal: true);
        Stop("City Hospital", new(570, 830), 36, 12, Anchor.Left);
        Stop("Harborside Park", new(860, 960), 0, 58, Anchor.Middle);
        lettering.Write(canvas, "ballpark", 860, 1050, 27, Ink.Grey, Face.Italic, Anchor.Middle, halo: 6);
        Stop("Sandgate Beach", new(1230, 960), -16, 58, Anchor.Middle, terminal: true);
        Number(canvas, lettering, 7, new(1546, 660), Ink.Brick);
        Number(canvas, lettering, 7, new(410, 660), Ink.Brick);
        Number(canvas, lettering, 12, new(1156, 260), Ink.Sea);
        Number(canvas, lettering, 12, new(250, 590), Ink.Sea);
        Number(canvas, lettering, 15, new(1306, 960), Ink.Ochre);
        Number(canvas, lettering, 15, new(570, 752), Ink.Ochre);

        void Stop(string name, SKPoint at, float dx, float dy, Anchor anchor, bool large = false, bool terminal = false)
        {
            var radius = large ? 25 : terminal ? 20 : 16;
            canvas.Disc(at.X, at.Y, radius, Ink.Key);
            canvas.Disc(at.X, at.Y, radius - 6, Ink.Paper);
            lettering.Write(canvas, name, at.X + dx, at.Y + dy, large ? 36 : 32, Ink.Key, large || terminal ? Face.Bold : Face.Text, anchor, halo: 6, haloColour: Brush.Faded(Ink.Paper, 0.9f));
        }
    }

    private static void Number(SKCanvas canvas, Lettering lettering, int number, SKPoint at, SKColor colour)
    {
        canvas.Box(at.X - 32, at.Y - 25, 64, 50, Ink.Paper, 10);
        canvas.Box(at.X - 29, at.Y - 22, 58, 44, colour, 8);
        lettering.Write(canvas, $"{number}", at.X, at.Y + 12, 34, number == 15 ? Ink.Key : Ink.Paper, Face.Bold, Anchor.Middle);
    }

    private static void Legend(SKCanvas canvas, Lettering lettering)
    {
        (int Number, SKColor Colour, string Ends)[] rows =
            [(7, Ink.Brick, "Narae Station – Gull Point"), (12, Ink.Sea, "Narae Station – Observatory Hill"), (15, Ink.Ochre, "Sirubong Market – Sandgate Beach")];
        for (var i = 0; i < rows.Length; i++)
        {
            var y = 930 + (i * 62);
            Route(canvas, [new(84, y), new(170, y)], rows[i].Colour, rows[i].Number);
            lettering.Write(canvas, $"{rows[i].Number}", 200, y + 11, 32, Ink.Key, Face.Bold);
            lettering.Write(canvas, rows[i].Ends, 250, y + 10, 27, Ink.Key);
        }
        lettering.Write(canvas, "Old route 7 over the bridge", 200, 1127, 27, Ink.Grey, Face.Italic);
        canvas.Box(78, 1112, 98, 12, new SKColor(0xB4, 0xAE, 0xA2), 6);
    }
}
