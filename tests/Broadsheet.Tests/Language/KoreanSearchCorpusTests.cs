using Broadsheet.Language.Search;
using Xunit;

namespace Broadsheet.Tests.Language;

/// <summary>The Korean search measured on 14,352 written words whose morphemes are known: a search for a stem has to find them, and nothing else.</summary>
public sealed class KoreanSearchCorpusTests
{
    private static readonly string[] Nouns = ["NNG", "NNP"];

    [Fact]
    public void A_noun_is_found_behind_its_particles()
    {
        var gold = Gold();
        var asked = gold.Select(g => (g.Word, Query: g.Morphemes[0], Tag: g.Tags[0])).Where(g => Nouns.Contains(g.Tag, StringComparer.Ordinal) && g.Query.Length > 1 && g.Word.StartsWith(g.Query, StringComparison.Ordinal)).ToList();
        var missed = asked.Where(g => !Finds(g.Query, g.Word)).ToList();
        Report("nouns", asked.Count, missed.Select(m => $"{m.Query}:{m.Word}"));
        Assert.True(missed.Count <= asked.Count / 1000, string.Join(' ', missed.Take(20)));
    }

    [Fact]
    public void A_noun_with_particles_finds_the_noun_with_others()
    {
        var gold = Gold();
        var asked = gold.Where(g => Nouns.Contains(g.Tags[0], StringComparer.Ordinal) && g.Tags.Length == 2 && g.Tags[1].StartsWith('J') && g.Morphemes[0].Length > 1 && g.Word == string.Concat(g.Morphemes)).ToList();
        var missed = asked.Where(g => !Finds(g.Word, g.Morphemes[0] + "에게도")).ToList();
        Report("nouns with particles", asked.Count, missed.Select(m => m.Word));
        Assert.True(missed.Count <= asked.Count / 100, string.Join(' ', missed.Take(20).Select(m => m.Word)));
    }

    [Fact]
    public void A_short_noun_is_found_as_a_word_and_not_inside_others()
    {
        var gold = Gold();
        var asked = gold.Where(g => g.Tags[0] == "NNG" && g.Morphemes[0].Length == 1 && g.Word == string.Concat(g.Morphemes) && g.Tags.Skip(1).All(t => t.StartsWith('J'))).ToList();
        var missed = asked.Where(g => !Finds(g.Morphemes[0], g.Word)).ToList();
        Report("short nouns", asked.Count, missed.Select(m => m.Word));
        Assert.True(missed.Count <= asked.Count / 100, string.Join(' ', missed.Take(20).Select(m => m.Word)));
        Assert.False(Finds("물", "동물을"));
    }

    [Fact]
    public void The_dictionary_form_of_a_verb_finds_its_forms()
    {
        var gold = Gold();
        var asked = gold.Where(g => g.Tags[0] is "VV" or "VA" && g.Tags.Skip(1).All(t => t[0] == 'E')).ToList();
        var missed = asked.Where(g => !Finds(g.Morphemes[0] + "다", g.Word)).ToList();
        Report("verbs", asked.Count, missed.Select(m => $"{m.Morphemes[0]}:{m.Word}"));
        Assert.True(missed.Count <= asked.Count * 5 / 100, string.Join(' ', missed.Take(40).Select(m => $"{m.Morphemes[0]}다:{m.Word}")));
    }

    [Fact]
    public void Few_words_are_found_that_were_not_meant()
    {
        var gold = Gold();
        var nouns = gold.Where(g => Nouns.Contains(g.Tags[0], StringComparer.Ordinal) && g.Morphemes[0].Length > 1).Select(g => g.Morphemes[0]).Distinct(StringComparer.Ordinal).Take(400).ToList();
        var indexed = gold.Select(g => (Gold: g, Tokens: SearchTokens.Of(g.Word))).ToList();
        var (right, wrong) = (0, new List<string>());
        foreach (var noun in nouns)
        {
            var phrases = SearchWords.Of(noun, false);
            foreach (var (found, tokens) in indexed)
            {
                if (!phrases.Any(p => p.In(found.Word, tokens).Any())) continue;
                if (found.Word.Contains(noun, StringComparison.Ordinal) && found.Morphemes.Any(m => m.Contains(noun, StringComparison.Ordinal) || noun.Contains(m, StringComparison.Ordinal))) right++;
                else wrong.Add($"{noun}:{found.Word}");
            }
        }
        Report($"found for {nouns.Count} nouns, of it not meant", right + wrong.Count, wrong);
        Assert.True(wrong.Count <= (right + wrong.Count) / 50, string.Join(' ', wrong.Take(40)));
    }

    private static bool Finds(string query, string text)
    {
        var tokens = SearchTokens.Of(text);
        return SearchWords.Of(query, false).Any(p => p.In(text, tokens).Any());
    }

    private static void Report(string what, int of, IEnumerable<string> missed)
    {
        var list = missed.ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {of}, missed {list.Count}: {string.Join(' ', list.Take(60))}");
    }

    private static List<(string Word, string[] Morphemes, string[] Tags)> Gold() =>
        [.. File.ReadLines(Path.Combine(SharedData.Folder("korean-search"), "gold-eojeol-morphs.tsv")).Select(l => l.Split('\t')).Where(l => l.Length == 3)
            .Select(l => (l[0], l[1].Split('+'), l[2].Split('+'))).Where(g => g.Item2.Length == g.Item3.Length)];
}
