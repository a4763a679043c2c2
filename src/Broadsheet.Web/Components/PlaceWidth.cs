using System.Globalization;

namespace Broadsheet.Web.Components;

/// <summary>
/// How wide a place on the page is, for the <c>sizes</c> of the pictures in it. The page has four stages, and the numbers
/// here are those of the style sheet: up to 40rem (a phone: 1rem on either side), to 60rem (2rem on either side), to 82rem
/// (a grid of 12 columns with gaps of 1.5rem), and above it, where the page grows no further.
/// </summary>
/// <param name="Phone">Width below 40rem.</param>
/// <param name="Tablet">Width from 40rem.</param>
/// <param name="Desktop">Width from 60rem.</param>
public sealed record PlaceWidth(PlaceWidth.Extent Phone, PlaceWidth.Extent Tablet, PlaceWidth.Extent Desktop)
{
    private const double Gap = 1.5;
    private const double WidestWindow = 82;
    private const double UncutRatio = 1.5;

    /// <summary>The whole width between the page's margins.</summary>
    public static PlaceWidth Page { get; } = new(new(100, -2), new(100, -4), new(100, -4));

    /// <summary>The lead of a front: 8 columns of 12.</summary>
    public static PlaceWidth Lead { get; } = Page with { Desktop = Page.Desktop.Columns(8).Plus(-0.5) };

    /// <summary>The column beside the lead; on a tablet two of them under it.</summary>
    public static PlaceWidth Second { get; } = Page with { Tablet = Page.Tablet.Share(1, 2, 2), Desktop = Page.Desktop.Columns(4).Plus(-0.56) };

    /// <summary>The bands beside the column of the newest: 9 columns of 12.</summary>
    public static PlaceWidth BesideRecent { get; } = Page with { Desktop = Page.Desktop.Columns(9).Plus(-0.5) };

    /// <summary>A row of a list: a thumbnail, 12rem, or 3 columns.</summary>
    public static PlaceWidth Row { get; } = new(new(0, 6.5), new(0, 12), Page.Desktop.Columns(3));

    /// <summary>What stands under an article: a thumbnail, or one of two, or of four columns.</summary>
    public static PlaceWidth More { get; } = new(new(0, 6.5), Page.Tablet.Share(1, 2, 3), Page.Desktop.Share(1, 4, 9));

    /// <summary>The picture above an article: to the edges of a phone, or 9 columns.</summary>
    public static PlaceWidth ArticleLead { get; } = new(new(100, 0), new(100, -4), Page.Desktop.Columns(9));

    /// <summary>The <c>sizes</c> of a picture in an article's text.</summary>
    public static string InText { get; } = "(min-width: 82rem) 38.25rem, (min-width: 75rem) calc(50vw - 2.75rem), (min-width: 60rem) calc(58.33vw - 2.95rem), (min-width: 40rem) 38rem, 100vw";

    /// <summary>A share of the place where the screen is wide enough for columns; on a phone all of it.</summary>
    /// <param name="part">Parts it takes.</param>
    /// <param name="of">Parts in all.</param>
    /// <param name="gaps">The gaps between them, together, in rem.</param>
    public PlaceWidth Share(int part, int of, double gaps) => this with { Tablet = Tablet.Share(part, of, gaps), Desktop = Desktop.Share(part, of, gaps) };

    /// <summary>The value of a <c>sizes</c> attribute.</summary>
    /// <param name="ratio">Width by height of a picture that is cut to 3:2: a wider one is drawn wider than its place. 0 where nothing is cut.</param>
    public string Sizes(double ratio = 0)
    {
        var scale = Math.Max(1, ratio / UncutRatio);
        var widest = new Extent(0, (Desktop.Window * WidestWindow / 100) + Desktop.Rem);
        return $"(min-width: 82rem) {widest.Css(scale)}, (min-width: 60rem) {Desktop.Css(scale)}, (min-width: 40rem) {Tablet.Css(scale)}, {Phone.Css(scale)}";
    }

    /// <summary>A length that grows with the window.</summary>
    /// <param name="Window">Hundredths of the window's width.</param>
    /// <param name="Rem">Added to it.</param>
    public sealed record Extent(double Window, double Rem)
    {
        /// <summary>Columns of a grid of 12 that fills this width.</summary>
        public Extent Columns(int span) => new(Window * span / 12, (Rem * span / 12) - (Gap * (12 - span) / 12));

        /// <summary>A share of it, once the gaps are taken off.</summary>
        public Extent Share(int part, int of, double gaps) => new(Window * part / of, (Rem - gaps) * part / of);

        /// <summary>Wider or narrower by this.</summary>
        public Extent Plus(double rem) => this with { Rem = Rem + rem };

        internal string Css(double scale) => (Window, Rem) switch
        {
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"{Rem * scale:0.##}rem"),
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{Window * scale:0.##}vw"),
            (_, < 0) => string.Create(CultureInfo.InvariantCulture, $"calc({Window * scale:0.##}vw - {-Rem * scale:0.##}rem)"),
            _ => string.Create(CultureInfo.InvariantCulture, $"calc({Window * scale:0.##}vw + {Rem * scale:0.##}rem)"),
        };
    }
}
