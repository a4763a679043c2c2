namespace Broadsheet.Language.Korean;

/// <summary>
/// How written forms of a Korean verb or adjective begin. A reader types the dictionary form or a headline's; the text has any
/// of them.
/// </summary>
internal static class VerbForms
{
    // What a stem of one syllable is followed by: a pair of syllables can be looked for, a single one can't.
    private const string AfterOpen = "어었고며면지기는던게자도려니네거겠시신셨십세느다서여라군";
    private const string AfterClosed = "고며면지기는던게자도겠네거니은을음어었아았으습다더냐잖군";
    private const string AfterFused = "서도야요라";

    /// <summary>Stems that a finite form may belong to: 내렸다 is 내리다's, 올랐다 오르다's.</summary>
    /// <param name="word">A word that ends in 다, of at least two syllables.</param>
    internal static IEnumerable<string> Stems(string word)
    {
        var rest = word[..^1];
        var (head, last) = (rest[..^1], rest[^1]);
        yield return rest;
        if (last == '는' && head.Length > 0) yield return head;
        if (last is '었' or '았' or '였' or '겠' && head.Length > 0) yield return head;
        if (Hangul.Tail(last) == 'ㄴ') yield return head + Hangul.WithTail(last, '\0');
        if (Hangul.Tail(last) != 'ㅆ') yield break;
        if (last == '했') yield return head + "하";
        if (Plain(Hangul.Vowel(last)) is { } vowel) yield return head + Hangul.With(last, vowel, '\0');
        yield return head + Hangul.WithTail(last, '\0');
        if (Hangul.Vowel(last) is not ('ㅏ' or 'ㅓ') || head.Length == 0) yield break;
        yield return head + Hangul.With(last, 'ㅡ', '\0');
        if (last is '랐' or '렀' && Hangul.Tail(head[^1]) == 'ㄹ') yield return head[..^1] + Hangul.WithTail(head[^1], '\0') + "르";
    }

    /// <summary>Beginnings of the forms of a stem. One of one syllable is a whole form, or ends in ㅆ and goes on.</summary>
    internal static IEnumerable<string> Of(string stem)
    {
        var (head, last) = (stem[..^1], stem[^1]);
        var open = Hangul.WithTail(last, '\0');
        var tail = Hangul.Tail(last);
        foreach (var form in Spread(stem, tail == '\0' ? AfterOpen : AfterClosed)) yield return form;
        if (tail is '\0' or 'ㄹ' or 'ㅎ')
        {
            foreach (var form in Spread(head + Hangul.WithTail(last, 'ㄴ'), "다데지")) yield return form;
            foreach (var form in Spread(head + Hangul.WithTail(last, 'ㄹ'), "수때지까게")) yield return form;
            foreach (var form in Spread(head + Hangul.WithTail(last, 'ㅂ'), "니")) yield return form;
        }
        switch (tail)
        {
            case '\0':
                yield return head + Hangul.WithTail(last, 'ㅁ');
                foreach (var fused in Fused(head, last))
                    foreach (var form in Spread(fused, AfterFused)) yield return form;
                break;
            case 'ㄹ':
                foreach (var ending in "는니시네세") yield return head + open + ending;
                break;
            case 'ㅂ':
                foreach (var ending in "우운울움워웠와왔") yield return head + open + ending;
                break;
            case 'ㄷ':
                foreach (var form in Spread(head + Hangul.WithTail(last, 'ㄹ'), AfterClosed)) yield return form;
                break;
            case 'ㅅ':
                foreach (var ending in "어었아았은을으") yield return head + open + ending;
                break;
            case 'ㅎ':
                foreach (var fused in "\0ㅆ") yield return head + Hangul.With(last, 'ㅐ', fused);
                break;
        }
    }

    // More syllables than one are found by their beginning. A single one that ends in ㅆ is hardly ever part of anything else.
    private static IEnumerable<string> Spread(string form, string endings) =>
        form.Length > 1 || Hangul.Tail(form[0]) == 'ㅆ' && endings == AfterFused ? [form] : endings.Select(e => form + e).Prepend(form);

    // Where 아 or 어 melts into an open stem, and with it the past's ㅆ.
    private static IEnumerable<string> Fused(string head, char last)
    {
        var vowel = Hangul.Vowel(last);
        var melted = last == '하' ? 'ㅐ' : vowel switch { 'ㅗ' => 'ㅘ', 'ㅜ' => 'ㅝ', 'ㅣ' => 'ㅕ', 'ㅚ' => 'ㅙ', 'ㅏ' or 'ㅓ' or 'ㅐ' or 'ㅔ' or 'ㅕ' => vowel, _ => '\0' };
        if (melted != '\0')
            foreach (var tail in "\0ㅆ") yield return head + Hangul.With(last, melted, tail);
        if (vowel != 'ㅡ') yield break;
        var bright = head.Length > 0 && Hangul.IsSyllable(head[^1]) && Hangul.Vowel(head[^1]) is 'ㅏ' or 'ㅗ' ? 'ㅏ' : 'ㅓ';
        foreach (var tail in "\0ㅆ")
        {
            yield return head + Hangul.With(last, bright, tail);
            if (last == '르' && head.Length > 0 && Hangul.IsSyllable(head[^1]) && Hangul.Tail(head[^1]) == '\0')
                yield return head[..^1] + Hangul.WithTail(head[^1], 'ㄹ') + Hangul.With(last, bright, tail);
        }
    }

    private static char? Plain(char melted) => melted switch { 'ㅘ' => 'ㅗ', 'ㅝ' => 'ㅜ', 'ㅕ' => 'ㅣ', 'ㅙ' => 'ㅚ', _ => null };
}
