using System.Collections.Frozen;

namespace Broadsheet.Language.Korean;

/// <summary>Particles and endings behind Korean nouns, as they are written onto them.</summary>
public static class Particles
{
    // What may stand last, what may stand before it, and the copula's forms; put together below.
    // Behind one syllable the others are more often part of a longer noun: 주의, 국가, 도로.
    private static readonly string[] BehindOne = ["는", "을", "를", "에는", "에서", "에서는"];
    private const string Case = "은 는 이 가 을 를 의 에 에서 에게 에게서 께 께서 한테 한테서 로 으로 로서 으로서 로써 으로써 와 과 하고 랑 이랑 도 만 까지 부터 마저 조차 밖에 보다 처럼 같이 만큼 마다 나 이나 라도 이라도 든지 이든지 커녕 이야 이여 들 뿐 대로 쯤 씩";
    private const string Copula = "이다 이다가 입니다 이라 이라고 라고 이라는 라는 이라며 라며 이란 란 이며 이고 이자 이지 이지만 지만 이었다 였다 이었던 였던 이었고 였고 이었으며 였으며 이어서 여서 이어야 이던 던 인데 인지 이니 이므로 이면 이어도 이에요 예요 이죠 이냐";
    private const string Verbal = "하다 한다 했다 합니다 했습니다 하는 하고 하며 하면 하면서 하지 하지만 하기 하기로 하게 하도록 하려 하려는 하려고 하여 해 해서 해야 했던 했고 했으며 했지만 했으나 했는데 하던 하자 한 할 함 함으로써 하겠다 하라 하라고 하거나 하느라 되다 된다 됐다 되었다 됩니다 됐습니다 되는 되고 되며 되면 되면서 되지 되지만 되기 되게 되도록 되어 돼 돼서 됐던 됐고 됐으며 됐지만 되던 되자 된 될 됨 되겠다 되거나 시키다 시킨다 시켰다 시키는 시키고 시키며 시킨 시킬 시켜 시켰던 적 적인 적으로";
    private static readonly FrozenSet<string> Endings = Combine().ToFrozenSet(StringComparer.Ordinal);
    private static readonly int Longest = Endings.Max(e => e.Length);

    /// <summary>A word without the particles or endings behind it; the word itself where it has none.</summary>
    /// <param name="word">One word, no white space.</param>
    public static string Strip(string word)
    {
        for (var length = Math.Min(Longest, word.Length - 2); length > 0; length--)
            if (Is(word.AsSpan(word.Length - length)) && Fits(word, length)) return word[..^length];
        return word.Length > 1 && BehindOne.Contains(word[1..], StringComparer.Ordinal) && Fits(word, word.Length - 1) ? word[..1] : word;
    }

    /// <summary>True where all of a text can stand behind a noun.</summary>
    public static bool Is(ReadOnlySpan<char> text) => Endings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text);

    // 은, 이, 을, 과 and 으로 follow a tail, 는, 가, 를, 와 and 로 don't (로 also follows ㄹ).
    private static bool Fits(string word, int length)
    {
        if (!Hangul.IsSyllable(word[word.Length - length - 1])) return false;
        var tail = Hangul.Tail(word[word.Length - length - 1]);
        return word[word.Length - length] switch
        {
            '은' or '을' or '과' => tail != '\0',
            '으' => tail is not ('\0' or 'ㄹ'),
            '는' or '가' or '를' or '와' => tail == '\0',
            '이' when length == 1 => tail != '\0',
            '로' => tail is '\0' or 'ㄹ',
            _ => true,
        };
    }

    private static IEnumerable<string> Combine()
    {
        var cases = Case.Split(' ');
        foreach (var ending in cases.Concat(Copula.Split(' ')).Concat(Verbal.Split(' '))) yield return ending;
        foreach (var first in (string[])["에", "에서", "에게", "으로", "로", "으로서", "로서", "까지", "부터", "만", "과", "와", "들", "보다", "만큼", "처럼", "하고", "한테", "께", "께서", "뿐"])
            foreach (var second in (string[])["는", "은", "도", "의", "만", "이", "가", "을", "를", "나", "이나", "라도", "까지", "부터", "에게", "에", "에서", "으로", "로", "과", "와", "이다", "이라고", "이라는", "이며", "에게는", "에는", "에서는", "에도", "까지는", "만이", "에게서", "보다", "이었다", "처럼"])
                yield return first + second;
    }
}
