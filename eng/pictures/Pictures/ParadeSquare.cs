using System.Numerics;
using Broadsheet.Pictures.Drawing;
using Broadsheet.Pictures.Press;
using SkiaSharp;

namespace Broadsheet.Pictures.Pictures;

/// <summary>A parade on a wide square, seen obliquely from above in the low sun of a September evening.</summary>
internal static class ParadeSquare
{
    private static readonly Vector3 Sun = new(0.95f, 0, -0.42f);

    public static void Draw(Scene scene)
    {
        var view = new View(new(-22, 200, -262), new(-10, 0, 22), 1240, new(scene.Width / 2f, scene.Height / 2f + 10));
        Ground(scene, view);
        City(scene, view);
        Stand(scene, view);
        Crowds(scene, view);
        Blocks(scene, view);
    }

    private static void Ground(Scene scene, View view)
    {
        var duotone = new Duotone(Ink.Paper, new SKColor(0xD8, 0xC4, 0x9C), Ink.Key);
        scene.Fill(Screens.Lines(8, -14), duotone, static (x, y, _) => 0.07f + (0.13f * Noise.Cloud(x / 300, y / 120, 7)));
        scene.Paint(Screens.None, new Duotone(new SKColor(0xF5, 0xEC, 0xD8), new SKColor(0xD9, 0xC7, 0xA4), Ink.Key), canvas =>
        {
            using var square = view.Floor(-205, 205, -170, 118);
            canvas.Fill(square, Ink.Tone(0.25f));
            foreach (var x in new[] { -150f, 118f })
            {
                using var avenue = view.Floor(x, x + 36, 118, 900);
                canvas.Fill(avenue, Ink.Tone(0.25f));
            }
        });
        scene.Draw(canvas =>
        {
            var joint = Brush.Faded(Ink.Key, 0.2f);
            for (var x = -205f; x <= 205; x += 13.66f) canvas.Line(view[x, 0, -150], view[x, 0, 118], joint, 1);
            for (var z = -150f; z <= 118; z += 13.4f) canvas.Line(view[-205, 0, z], view[205, 0, z], joint, 1);
            foreach (var x in new[] { -150f, -114f, 118f, 154f }) canvas.Line(view[x, 0, 118], view[x, 0, 900], Ink.Key, 1.6f);
        });
    }

    /// <summary>Blocks of flats and trees behind the square, leaving the two avenues open.</summary>
    private static void City(Scene scene, View view)
    {
        var dice = new Dice(19);
        scene.Paint(Screens.Crossed(Screens.Lines(7, 84, 0.8f), Screens.Lines(7, 8, 0.8f)), new Duotone(new SKColor(0xFA, 0xF4, 0xE6), new SKColor(0xB9, 0xB6, 0xA8), Ink.Key), canvas =>
        {
            for (var z = 720f; z > 175; z -= 52)
            {
                for (var x = -620f; x < 640; x += 44)
                {
                    if (x is > -196 and < -100 || x is > 76 and < 172) continue;
                    if (dice.Chance(0.16f)) continue;
                    var (width, depth, height) = (dice.Between(20, 33), dice.Between(16, 30), dice.Between(10, 34) * (z < 250 ? 0.7f : 1));
                    var left = x + dice.Between(0, 8);
                    using var shadow = view.Face(new(left + width, 0, z), new(left + width + (height * Sun.X), 0, z + (height * Sun.Z)), new(left + width + (height * Sun.X), 0, z + depth + (height * Sun.Z)), new(left + width, 0, z + depth));
                    canvas.Fill(shadow, Ink.Tone(0.6f));
                    view.Box(canvas, new(left, 0, z), new(left + width, height, z + depth), Ink.Tone(0.02f), Ink.Tone(0.2f), Ink.Tone(left > -40 ? 0.08f : 0.72f));
                    Windows(canvas, view, left, width, height, z);
                }
            }
        });
        scene.Paint(Screens.Stipple(5), new Duotone(Ink.Tint(Ink.Moss, 0.35f), Ink.Tint(Ink.Moss, 0.9f), Ink.Key), canvas =>
        {
            foreach (var x in new[] { -158f, -106f, 110f, 162f })
            {
                for (var z = 620f; z > 124; z -= 13)
                {
                    var (at, size) = (view[x, 3, z], view.Scale(x, 3, z));
                    canvas.Oval(at.X + size, at.Y + (size * 2), 5 * size, 3f * size, Ink.Tone(0.75f));
                    canvas.Disc(at.X, at.Y, 4.4f * size, Ink.Tone(0.35f));
                }
            }
        });
    }

    private static void Windows(SKCanvas canvas, View view, float left, float width, float height, float z)
    {
        for (var y = 4f; y < height - 2; y += 5) canvas.Line(view[left + 2, y, z], view[left + width - 2, y, z], Ink.Tone(0.55f), 1.6f);
    }

    /// <summary>A long stepped stand with a pillared hall behind, on the far side.</summary>
    private static void Stand(Scene scene, View view)
    {
        scene.Paint(Screens.Lines(6, 90, 0.4f), new Duotone(new SKColor(0xFB, 0xF6, 0xEA), new SKColor(0xC9, 0xB8, 0x9A), Ink.Key), canvas =>
        {
            using var shade = view.Face(new(84, 0, 132), new(110, 0, 122), new(110, 0, 160), new(84, 0, 165));
            canvas.Fill(shade, Ink.Tone(0.6f));
            view.Box(canvas, new(-84, 0, 134), new(84, 26, 162), Ink.Tone(0.02f), Ink.Tone(0.3f), Ink.Tone(0.5f));
            for (var x = -78f; x <= 78; x += 12) view.Box(canvas, new(x - 1.6f, 0, 131.5f), new(x + 1.6f, 22, 134), Ink.Tone(0.02f), Ink.Tone(0.02f), Ink.Tone(0.6f));
            view.Box(canvas, new(-88, 22, 130), new(88, 27.5f, 164), Ink.Tone(0.0f), Ink.Tone(0.14f), Ink.Tone(0.5f));
            view.Box(canvas, new(-44, 26, 140), new(44, 34, 160), Ink.Tone(0.02f), Ink.Tone(0.25f), Ink.Tone(0.5f));
            for (var step = 0; step < 5; step++) view.Box(canvas, new(-100, 0, 128 - (step * 4.2f)), new(100, 11 - (step * 2.2f), 132 - (step * 4.2f)), Ink.Tone(0.06f), Ink.Tone(0.4f), Ink.Tone(0.6f));
        });
        scene.Draw(canvas =>
        {
            var dice = new Dice(5);
            for (var step = 0; step < 5; step++)
            {
                for (var x = -97f; x < 97; x += dice.Between(1.7f, 2.6f))
                {
                    var at = view[x, 12.2f - (step * 2.2f), 129.5f - (step * 4.2f)];
                    canvas.Disc(at.X, at.Y, dice.Between(1.8f, 2.6f), dice.Chance(0.12f) ? Ink.Brick : Ink.Key);
                }
            }
        });
    }

    /// <summary>Spectators along both flanks and the near edge, thinning out.</summary>
    private static void Crowds(Scene scene, View view) => scene.Draw(canvas =>
    {
        var dice = new Dice(31);
        for (var i = 0; i < 8200; i++)
        {
            var z = dice.Between(-160, 116);
            var side = dice.Chance(0.5f);
            var far = MathF.Abs(dice.Between(-1, 1) + dice.Between(-1, 1)) * 19;
            Person(canvas, view, side ? 176 + far : -176 - far, z, dice);
        }
        for (var i = 0; i < 6400; i++) Person(canvas, view, dice.Between(-180, 180), -104 - (dice.Next() * 58), dice);
    });

    private static void Person(SKCanvas canvas, View view, float x, float z, Dice dice)
    {
        var (foot, size) = (view[x, 0, z], view.Scale(x, 0, z));
        canvas.Line(foot.X, foot.Y, foot.X + (1.6f * size), foot.Y + (0.35f * size), Brush.Faded(Ink.Key, 0.3f), 0.5f * size);
        canvas.Line(foot.X, foot.Y, foot.X, foot.Y - (1.1f * size), dice.Chance(0.08f) ? Ink.Brick : dice.Chance(0.1f) ? Ink.Ochre : Ink.Key, 0.62f * size);
    }

    /// <summary>Twelve marching blocks, four abreast and three deep, with one long shadow for each.</summary>
    private static void Blocks(Scene scene, View view)
    {
        (float X, float Z)[] places = [.. from row in Enumerable.Range(0, 3) from column in Enumerable.Range(0, 4) select (-136f + (column * 74) + (row % 2 * 6), 66f - (row * 66))];
        scene.Paint(Screens.Lines(6, 24), new Duotone(new SKColor(0xDD, 0xCB, 0xA8), new SKColor(0xA8, 0x96, 0x78), Ink.Key), canvas =>
        {
            foreach (var (x, z) in places)
            {
                using var shadow = view.Face(new(x + 2, 0, z - 1.5f), new(x + 55, 0, z - 4f), new(x + 55, 0, z + 33f), new(x + 2, 0, z + 36));
                canvas.Fill(shadow, Ink.Tone(0.55f));
            }
        });
        scene.Draw(canvas =>
        {
            for (var block = 0; block < places.Length; block++) March(canvas, view, places[block].X, places[block].Z, block % 4 == 1 ? Ink.Brick : block % 4 == 3 ? Ink.Sea : Ink.Key);
        });
    }

    private static void March(SKCanvas canvas, View view, float left, float near, SKColor colour)
    {
        for (var rank = 11; rank >= 0; rank--)
        {
            for (var file = 0; file < 15; file++)
            {
                var (x, z) = (left + (file * 3.4f), near + (rank * 3.1f));
                var (foot, size) = (view[x, 0, z], view.Scale(x, 0, z));
                canvas.Line(foot.X, foot.Y, foot.X, foot.Y - (1.5f * size), colour, 1.15f * size);
                canvas.Disc(foot.X, foot.Y - (2.25f * size), 0.62f * size, new SKColor(0xF7, 0xE9, 0xD0));
            }
        }
        var (leader, scale) = (view[left - 9, 0, near + 18], view.Scale(left - 9, 0, near + 18));
        canvas.Line(leader.X, leader.Y, leader.X, leader.Y - (1.5f * scale), colour, 1.3f * scale);
    }
}
