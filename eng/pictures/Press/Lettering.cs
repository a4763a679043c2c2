using SkiaSharp;

namespace Broadsheet.Pictures.Press;

/// <summary>How a label stands to its point.</summary>
internal enum Anchor { Left, Middle, Right }

/// <summary>The voice of a label.</summary>
internal enum Face { Text, Italic, Bold }

/// <summary>Labels in the paper's own typeface, read from the npm package beside this program.</summary>
internal sealed class Lettering : IDisposable
{
    private readonly Dictionary<Face, SKTypeface> faces = [];

    /// <param name="folder">The folder of <c>@fontsource/source-serif-4/files</c>.</param>
    /// <exception cref="FileNotFoundException">A typeface is missing: the package has not been installed.</exception>
    public Lettering(string folder)
    {
        foreach (var (face, name) in new[] { (Face.Text, "400-normal"), (Face.Italic, "400-italic"), (Face.Bold, "700-normal") })
        {
            var path = Path.Combine(folder, $"source-serif-4-latin-{name}.woff");
            if (!File.Exists(path)) throw new FileNotFoundException("The typeface of the labels is missing; run 'npm ci' in eng/pictures first.", path);
            using var data = SKData.CreateCopy(Files.Woff.Unpack(File.ReadAllBytes(path)));
            faces[face] = SKTypeface.FromData(data) ?? throw new InvalidDataException($"{path} is not a typeface.");
        }
    }

    /// <summary>Writes a line; <paramref name="y"/> is its baseline.</summary>
    /// <param name="spacing">Extra pixels between letters, for names of seas and countries.</param>
    /// <param name="halo">Pixels of paper around the letters, so that lines do not run through them.</param>
    public void Write(SKCanvas canvas, string text, float x, float y, float size, SKColor? colour = null, Face face = Face.Text, Anchor anchor = Anchor.Left, float spacing = 0, float halo = 0, SKColor? haloColour = null)
    {
        using var font = new SKFont(faces[face], size) { Subpixel = true, Edging = SKFontEdging.Antialias };
        var start = x - (Width(text, size, face, spacing) * anchor switch { Anchor.Middle => 0.5f, Anchor.Right => 1f, _ => 0f });
        if (halo > 0)
        {
            using var edge = new SKPaint { Color = haloColour ?? Ink.Paper, Style = SKPaintStyle.Stroke, StrokeWidth = halo * 2, StrokeJoin = SKStrokeJoin.Round, IsAntialias = true };
            Spaced(canvas, text, start, y, spacing, font, edge);
        }
        using var paint = new SKPaint { Color = colour ?? Ink.Key, IsAntialias = true };
        Spaced(canvas, text, start, y, spacing, font, paint);
    }

    /// <summary>Writes a line turned by <paramref name="degrees"/> about its point.</summary>
    public void WriteTurned(SKCanvas canvas, string text, float x, float y, float degrees, float size, SKColor? colour = null, Face face = Face.Text, Anchor anchor = Anchor.Middle, float spacing = 0, float halo = 0, SKColor? haloColour = null)
    {
        canvas.Save();
        canvas.RotateDegrees(degrees, x, y);
        Write(canvas, text, x, y, size, colour, face, anchor, spacing, halo, haloColour);
        canvas.Restore();
    }

    /// <summary>Writes several lines of one label below each other.</summary>
    public void WriteLines(SKCanvas canvas, IEnumerable<string> lines, float x, float y, float size, float leading, SKColor? colour = null, Face face = Face.Text, Anchor anchor = Anchor.Left, float halo = 0)
    {
        foreach (var line in lines)
        {
            Write(canvas, line, x, y, size, colour, face, anchor, 0, halo);
            y += leading;
        }
    }

    /// <summary>The width of a line in pixels.</summary>
    public float Width(string text, float size, Face face = Face.Text, float spacing = 0)
    {
        using var font = new SKFont(faces[face], size) { Subpixel = true };
        return font.MeasureText(text) + (spacing * (text.Length - 1));
    }

    /// <summary>Breaks a text into lines no wider than <paramref name="width"/> pixels.</summary>
    public IReadOnlyList<string> Break(string text, float size, float width, Face face = Face.Text)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Width(longer, size, face) > width)
            {
                lines.Add(line);
                line = word;
            }
            else line = longer;
        }
        lines.Add(line);
        return lines;
    }

    public void Dispose()
    {
        foreach (var face in faces.Values) face.Dispose();
    }

    private static void Spaced(SKCanvas canvas, string text, float x, float y, float spacing, SKFont font, SKPaint paint)
    {
        if (spacing == 0)
        {
            canvas.DrawText(text, x, y, SKTextAlign.Left, font, paint);
            return;
        }
        foreach (var letter in text)
        {
            var one = letter.ToString();
            canvas.DrawText(one, x, y, SKTextAlign.Left, font, paint);
            x += font.MeasureText(one) + spacing;
        }
    }
}
