using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>The reading room at night: shelves to the ceiling, arched windows, lamps along the tables.</summary>
internal static class ReadingRoom
{
    private const float Half = 6.6f, Back = 27, Ceiling = 8.6f;
    private static readonly SKColor Dark = new(0x24, 0x1A, 0x14);
    private static readonly SKColor Light = new(0xFD, 0xEC, 0xBE);
    private static readonly SKColor[] Spines = [new(0x8E, 0x3A, 0x2A), new(0x2B, 0x55, 0x6C), new(0xB9, 0x86, 0x3C), new(0x4E, 0x60, 0x41), new(0x6B, 0x4A, 0x3A), new(0xC9, 0xB4, 0x8C), new(0x3E, 0x3A, 0x4A), new(0xA2, 0x5B, 0x3A)];
    private static readonly View Eye = new(new(0, 2.5f, 0), new(0, 2.5f, 1), 930, new(800, 520));

    public static void Draw(Scene scene)
    {
        Shell(scene);
        Windows(scene);
        Shelves(scene, -1);
        Shelves(scene, 1);
        Floor(scene);
        for (var z = 24f; z > 3; z -= 3) Place(scene, z);
    }

    private static void Shell(Scene scene)
    {
        scene.Paint(Screens.Lines(8, 0, 0.6f), new Duotone(new SKColor(0xE2, 0xCB, 0xA0), new SKColor(0x7A, 0x60, 0x45), Dark), static canvas =>
        {
            canvas.Clear(Ink.Tone(0.5f));
            for (var z = Back; z > 1; z -= 3)
            {
                using var beam = Eye.Face(new(-Half, Ceiling, z), new(Half, Ceiling, z), new(Half, Ceiling - 0.5f, z), new(-Half, Ceiling - 0.5f, z));
                using var coffer = Eye.Floor(-Half, Half, z - 3, z, Ceiling);
                canvas.Fill(coffer, Ink.Tone(0.46f));
                canvas.Fill(beam, Ink.Tone(0.8f));
            }
        }, static (x, y, drawn) => drawn + (0.3f * Noise.Step(300, 0, y)));
        scene.Paint(Screens.Lines(7, 90, 0.5f), new Duotone(new SKColor(0xE7, 0xD0, 0xA4), new SKColor(0x8A, 0x6C, 0x4C), Dark), static canvas =>
        {
            using var wall = Eye.Face(new(-Half, 0, Back), new(Half, 0, Back), new(Half, Ceiling, Back), new(-Half, Ceiling, Back));
            canvas.Fill(wall, Ink.Tone(0.22f));
        });
    }

    private static void Windows(Scene scene)
    {
        foreach (var middle in new[] { -3.9f, 0f, 3.9f })
        {
            var (left, right, foot) = (Eye[middle - 1.25f, 2.2f, Back], Eye[middle + 1.25f, 2.2f, Back], Eye[0, 2.2f, Back].Y);
            var radius = (right.X - left.X) / 2;
            var spring = Eye[0, 6.0f, Back].Y;
            var arch = $"M {left.X} {foot} L {left.X} {spring} A {radius} {radius} 0 0 1 {right.X} {spring} L {right.X} {foot} Z";
            scene.Draw(canvas => canvas.Outline(arch, Dark, 12));
            scene.Paint(Screens.Lines(6, 0, 0.4f), new Duotone(new SKColor(0x6E, 0x96, 0xAE), new SKColor(0x17, 0x33, 0x4E), new SKColor(0x12, 0x24, 0x38)), canvas => canvas.Shape(arch, Ink.Tone(0.7f)), (x, y, _) => 0.95f - (0.4f * Noise.Step(spring - 60, foot, y)));
            scene.Draw(canvas =>
            {
                var dice = new Dice((int)left.X);
                for (var i = 0; i < 9; i++) canvas.Disc(dice.Between(left.X + 8, right.X - 8), dice.Between(spring - 10, foot - 40), 1.7f, Light);
                foreach (var share in new[] { 1 / 3f, 2 / 3f }) canvas.Line(left.X + (2 * radius * share), foot, left.X + (2 * radius * share), spring - (radius * 0.9f), Dark, 3.4f);
                for (var row = 1; row < 4; row++) canvas.Line(left.X, Noise.Mix(foot, spring, row / 3f), right.X, Noise.Mix(foot, spring, row / 3f), Dark, 3.4f);
                canvas.Outline(arch, Dark, 5);
                canvas.Box(left.X - 8, foot, (2 * radius) + 16, 8, Dark);
            });
        }
    }

    private static void Shelves(Scene scene, int side)
    {
        scene.Draw(canvas =>
        {
            using var wall = Eye.Face(new(side * Half, 0, 1.4f), new(side * Half, 0, Back), new(side * Half, Ceiling - 0.4f, Back), new(side * Half, Ceiling - 0.4f, 1.4f));
            canvas.Fill(wall, Dark);
        });
        scene.Draw(canvas =>
        {
            var dice = new Dice(40 + side);
            for (var shelf = 0; shelf < 10; shelf++)
            {
                var y = 0.35f + (shelf * 0.78f);
                for (var z = Back - 0.2f; z > 1.6f;)
                {
                    var thick = dice.Between(0.1f, 0.3f) * (z > 14 ? 1.8f : 1);
                    var tall = dice.Between(0.46f, 0.66f);
                    if (dice.Chance(0.05f)) z -= 0.3f;
                    using var spine = Eye.Face(new(side * Half, y, z - thick), new(side * Half, y, z), new(side * Half, y + tall, z), new(side * Half, y + tall, z - thick));
                    var light = 0.42f + (0.42f * MathF.Exp(-MathF.Pow((y - 1.6f) / 2.6f, 2)));
                    canvas.Fill(spine, Ink.Mix(Dark, dice.Pick(Spines), light + dice.Between(-0.08f, 0.14f)));
                    if (z < 12 && dice.Chance(0.5f)) canvas.Line(Eye[side * Half, y + (tall * 0.78f), z - thick], Eye[side * Half, y + (tall * 0.78f), z], Brush.Faded(Light, 0.5f), 16 / z);
                    z -= thick + 0.012f;
                }
                canvas.Line(Eye[side * Half, y - 0.05f, 1.5f], Eye[side * Half, y - 0.05f, Back], new SKColor(0x8A, 0x62, 0x3C), 3);
            }
            for (var z = 2.4f; z < Back; z += 3)
            {
                using var post = Eye.Face(new(side * (Half - 0.12f), 0, z), new(side * (Half - 0.12f), 0, z + 0.28f), new(side * (Half - 0.12f), Ceiling - 0.3f, z + 0.28f), new(side * (Half - 0.12f), Ceiling - 0.3f, z));
                canvas.Fill(post, new SKColor(0x7A, 0x54, 0x33));
                canvas.Stroke(post, Dark, 2);
            }
        });
        if (side < 0) return;
        scene.Draw(static canvas =>
        {
            for (var z = 9f; z < 10; z += 0.55f) canvas.Line(Eye[Half - 1.3f, 0, z], Eye[Half - 0.1f, 6.9f, z], new SKColor(0xC9, 0x9B, 0x5A), 6);
            for (var i = 1; i < 15; i++) canvas.Line(Eye[Half - 1.3f + (1.2f * i / 15), 6.9f * i / 15, 9], Eye[Half - 1.3f + (1.2f * i / 15), 6.9f * i / 15, 9.55f], new SKColor(0xC9, 0x9B, 0x5A), 4);
        });
    }

    private static void Floor(Scene scene) => scene.Paint(Screens.Lines(8, 0, 0.8f), new Duotone(new SKColor(0xC8, 0x97, 0x5E), new SKColor(0x5A, 0x3A, 0x25), Dark), static canvas =>
    {
        using var floor = Eye.Floor(-Half, Half, 1.4f, Back);
        canvas.Fill(floor, Ink.Tone(0.45f));
        for (var x = -6f; x <= 6; x += 1) canvas.Line(Eye[x, 0, 1.4f], Eye[x, 0, Back], Ink.Tone(0.75f), 2);
    }, static (x, y, drawn) => drawn + (0.2f * Noise.Step(700, 1067, y)) - (0.22f * MathF.Exp(-MathF.Pow((x - 800) / 160, 2))));

    /// <summary>One stretch of both tables with its lamps and whoever sits there.</summary>
    private static void Place(Scene scene, float z)
    {
        foreach (var middle in new[] { -2.9f, 2.9f })
        {
            scene.Draw(canvas => Readers(canvas, middle, z, far: true));
            scene.Paint(Screens.Lines(7, 0, 0.4f), new Duotone(new SKColor(0xE0, 0xB0, 0x70), new SKColor(0x6E, 0x45, 0x29), Dark), canvas =>
            {
                Eye.Box(canvas, new(middle - 1.15f, 0.8f, z - 1.5f), new(middle + 1.15f, 0.92f, z + 1.5f), Ink.Tone(0.42f), Ink.Tone(0.85f), Ink.Tone(0.8f));
                foreach (var leg in new[] { middle - 1.05f, middle + 0.9f }) Eye.Box(canvas, new(leg, 0, z - 1.4f), new(leg + 0.15f, 0.8f, z - 1.25f), Ink.Tone(0.5f), Ink.Tone(0.9f), Ink.Tone(0.9f));
            });
            scene.Draw(canvas => Lamp(canvas, middle, z));
            scene.Draw(canvas => Readers(canvas, middle, z, far: false));
        }
    }

    private static void Lamp(SKCanvas canvas, float x, float z)
    {
        var (foot, size) = (Eye[x, 0.93f, z], Eye.Scale(x, 0.9f, z));
        canvas.Glow(foot.X, foot.Y, 1.25f * size, Light, 0.95f, 0.32f);
        canvas.Glow(foot.X, foot.Y - (0.5f * size), 1.2f * size, Light, 0.4f);
        canvas.Line(foot.X, foot.Y, foot.X, foot.Y - (0.42f * size), new SKColor(0xB9, 0x86, 0x3C), 0.05f * size);
        canvas.Oval(foot.X, foot.Y, 0.15f * size, 0.045f * size, new SKColor(0xB9, 0x86, 0x3C));
        canvas.Oval(foot.X, foot.Y - (0.4f * size), 0.27f * size, 0.06f * size, SKColors.White);
        canvas.Shape($"M {foot.X - (0.31f * size)} {foot.Y - (0.4f * size)} C {foot.X - (0.28f * size)} {foot.Y - (0.72f * size)} {foot.X + (0.28f * size)} {foot.Y - (0.72f * size)} {foot.X + (0.31f * size)} {foot.Y - (0.4f * size)} Z", new SKColor(0x2F, 0x7A, 0x55));
        canvas.Outline($"M {foot.X - (0.2f * size)} {foot.Y - (0.5f * size)} C {foot.X - (0.16f * size)} {foot.Y - (0.6f * size)} {foot.X - (0.08f * size)} {foot.Y - (0.63f * size)} {foot.X} {foot.Y - (0.63f * size)}", new SKColor(0x9A, 0xD0, 0xAE), 0.03f * size);
    }

    private static void Readers(SKCanvas canvas, float middle, float z, bool far)
    {
        (float Table, float Z, float Side, SKColor Coat, bool Asleep)[] readers =
        [
            (-2.9f, 18, 1, Ink.Sea, false), (2.9f, 15, 1, Ink.Brick, false), (-2.9f, 12, -1, Ink.Ochre, false),
            (2.9f, 9, -1, Ink.Moss, false), (-2.9f, 6, 1, Ink.Brick, true), (2.9f, 6, 1, Ink.Sea, false),
        ];
        foreach (var (table, at, side, coat, asleep) in readers)
        {
            if (table != middle || at != z || (side > 0 == (middle < 0)) == far) continue;
            var (seat, size) = (Eye[middle + (side * 1.5f), 0.55f, z], Eye.Scale(middle, 0.6f, z));
            var lean = -side * (asleep ? 0.42f : 0.1f) * size;
            var head = asleep ? 0.62f : 1.0f;
            var colour = Ink.Mix(coat, Dark, 0.3f);
            canvas.Shape($"M {seat.X - (0.32f * size)} {seat.Y + (0.3f * size)} C {seat.X - (0.36f * size)} {seat.Y - (0.5f * size)} {seat.X - (0.24f * size) + lean} {seat.Y - (0.76f * head * size)} {seat.X + lean} {seat.Y - (0.78f * head * size)} C {seat.X + (0.24f * size) + lean} {seat.Y - (0.76f * head * size)} {seat.X + (0.36f * size)} {seat.Y - (0.5f * size)} {seat.X + (0.32f * size)} {seat.Y + (0.3f * size)} Z", colour);
            canvas.Line(seat.X + (lean * 0.8f), seat.Y - (0.45f * head * size), seat.X - (side * 0.62f * size), seat.Y - (0.36f * size), colour, 0.17f * size);
            var (hx, hy) = (seat.X + (lean * 1.5f), seat.Y - (head * size));
            canvas.Oval(hx, hy, 0.175f * size, 0.2f * size, new SKColor(0xE3, 0xBF, 0x96));
            canvas.Shape($"M {hx - (0.19f * size)} {hy + (0.02f * size)} C {hx - (0.2f * size)} {hy - (0.3f * size)} {hx + (0.2f * size)} {hy - (0.3f * size)} {hx + (0.19f * size)} {hy + (0.02f * size)} C {hx + (0.1f * size)} {hy - (0.1f * size)} {hx - (0.1f * size)} {hy - (0.1f * size)} {hx - (0.19f * size)} {hy + (0.02f * size)} Z", Dark);
            if (asleep) continue;
            var book = Eye[middle + (side * 0.66f), 0.94f, z];
            canvas.Polygon(Ink.Paper, new(book.X - (0.26f * size), book.Y), new(book.X, book.Y + (0.05f * size)), new(book.X + (0.26f * size), book.Y), new(book.X + (0.22f * size), book.Y - (0.12f * size)), new(book.X, book.Y - (0.07f * size)), new(book.X - (0.22f * size), book.Y - (0.12f * size)));
            canvas.Line(book.X, book.Y + (0.05f * size), book.X, book.Y - (0.07f * size), Dark, 2);
        }
    }
}
