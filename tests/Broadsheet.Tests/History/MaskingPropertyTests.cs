using Broadsheet.Core.Articles;
using Broadsheet.Tests.Articles;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.History;

/// <summary>What holds for any passage of any body.</summary>
public sealed class MaskingPropertyTests
{
    private static readonly Gen<(string Body, string Passage)> Cases =
        Gen.Select(Gen.OneOf(HtmlSoup.Any, HtmlSoup.Worded.Select(t => t.Html)), Gen.Int[0, 400], Gen.Int[1, 60]).Select((html, from, length) =>
        {
            var body = BodyDialect.Normalise(html);
            var text = string.Join(' ', DiffText.Words(body));
            var start = text.Length == 0 ? 0 : from % text.Length;
            return (body, text[start..Math.Min(text.Length, start + length)].Trim());
        }).Where(c => c.Item2.Count(char.IsLetterOrDigit) >= 2);

    [Fact]
    public void What_is_left_is_canonical_and_holds_no_occurrence() => Cases.Sample(
        c =>
        {
            var masked = Of(c.Passage).Body(c.Body);
            Assert.Null(DialectChecker.Fault(masked));
            Assert.Equal(masked, BodyDialect.Normalise(masked));
            Assert.Equal(masked, Of(c.Passage).Body(masked));
            // Plain letters alone are looked for here: what people see as one character is compared as one.
            if (c.Passage.All(a => a is >= ' ' and < (char)0x7F) && masked.All(a => a < 0x300 || a is '…' or (>= '\uAC00' and <= '\uD7A3')))
                Assert.DoesNotContain(c.Passage.ToLowerInvariant(), string.Join(' ', DiffText.Words(masked)).ToLowerInvariant(), StringComparison.Ordinal);
        }, iter: 4000);

    [Fact]
    public void A_line_holds_no_occurrence_either() => Gen.Select(Gen.String, Gen.Int[0, 100], Gen.Int[1, 10]).Sample(
        (text, from, length) =>
        {
            var line = BodyDialect.PlainLine(text);
            if (line.Length == 0) return;
            var start = from % line.Length;
            var passage = line[start..Math.Min(line.Length, start + length)];
            var masking = Of(passage);
            Assert.Equal(masking.Line(line), masking.Line(masking.Line(line)));
        }, iter: 4000);

    [Fact]
    public void Words_beside_the_passage_stay() => HtmlSoup.Worded.Where(t => t.Words > 3).Sample(
        tree =>
        {
            var body = BodyDialect.Normalise(tree.Html);
            var left = DiffText.Words(Of("w2").Body(body));
            Assert.Equal(DiffText.Words(body).Where(w => !w.StartsWith("w2", StringComparison.Ordinal)), left.Where(w => !w.Contains('…', StringComparison.Ordinal)));
        }, iter: 1000);

    private static Masking Of(string passage) => new([new Suppression { ArticleId = 1, Passage = passage, Reason = "r", At = World.At(9) }]);
}
