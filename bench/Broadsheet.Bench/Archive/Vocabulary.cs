using System.Text;

namespace Broadsheet.Bench.Archive;

/// <summary>
/// Made-up words of a language, as frequent as words are: the n-th most frequent comes 1/n as often as the first (Zipf). The same
/// seed gives the same words and texts.
/// </summary>
internal sealed class Vocabulary
{
    private const int Size = 40_000;
    private const int Drawn = 1 << 20;
    private static readonly string[] Frequent = "the of to in and a for that on said with is by at from was as be it an has he are its not will were who had have but this his their would more after been which they one about two government president people also new up over other all party minister police state country last could when there if year years first against than between first no so out into police city council".Split(' ');
    private static readonly string[] Onsets = ["b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v", "w"];
    private static readonly string[] Nuclei = ["a", "e", "i", "o", "u", "ai", "ea", "oo", "ou"];
    private static readonly string[] Codas = ["", "", "n", "r", "l", "t", "ck", "nd", "st", "sh", "m"];
    private static readonly string[] Endings = ["", "", "", "s", "ed", "ing", "er", "ly", "ment"];
    private static readonly string[] Particles = ["은", "는", "이", "가", "을", "를", "에", "에서", "으로", "의", "도", "과", "", "", ""];
    private static readonly string[] Verbs = ["했다", "한다", "밝혔다", "말했다", "됐다", "있다", "없다", "하고", "하는", "된"];

    private readonly string[] _words = new string[Size];
    private readonly int[] _drawn = new int[Drawn];

    private Vocabulary(Random random, Func<int, string> word)
    {
        for (var i = 0; i < Size; i++) _words[i] = word(i);
        var sums = new double[Size];
        for (var (i, sum) = (0, 0.0); i < Size; i++) sums[i] = sum += 1.0 / (i + 1);
        for (var i = 0; i < Drawn; i++)
        {
            var at = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
            _drawn[i] = at < 0 ? ~at : at;
        }
    }

    /// <summary>English: frequent words as they are, the others of one to three syllables with an ending.</summary>
    public static Vocabulary English(Random random) => new(random, i =>
    {
        if (i < Frequent.Length) return Frequent[i];
        var word = new StringBuilder();
        for (var n = random.Next(1, 4); n > 0; n--) word.Append(Pick(random, Onsets)).Append(Pick(random, Nuclei)).Append(Pick(random, Codas));
        return word.Append(Pick(random, Endings)).ToString();
    });

    /// <summary>Korean: nouns of two or three syllables with a particle, every sixth a verb.</summary>
    public static Vocabulary Korean(Random random) => new(random, i =>
    {
        var word = new StringBuilder();
        for (var n = random.Next(2, 4); n > 0; n--) word.Append((char)('가' + (random.Next(19) * 588) + (random.Next(21) * 28) + (random.Next(3) == 0 ? random.Next(28) : 0)));
        return word.Append(i % 6 == 5 ? Pick(random, Verbs) : Pick(random, Particles)).ToString();
    });

    /// <summary>A word, drawn by its frequency.</summary>
    public string Next(Random random) => _words[_drawn[random.Next(Drawn)]];

    /// <summary>A number of words as a sentence would begin.</summary>
    public string Words(Random random, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.Append(i == 0 ? "" : " ").Append(Next(random));
        if (text.Length > 0) text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();
    }

    /// <summary>Paragraphs of the body dialect, about so many words.</summary>
    public string Body(Random random, int words)
    {
        var html = new StringBuilder(words * 7);
        while (words > 0)
        {
            var length = Math.Min(words, random.Next(20, 45));
            html.Append("<p>");
            for (var left = length; left > 0;)
            {
                var sentence = Math.Min(left, random.Next(8, 20));
                html.Append(Words(random, sentence)).Append(left == sentence ? "." : ". ");
                left -= sentence;
            }
            html.Append("</p>");
            words -= length;
        }
        return html.ToString();
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
