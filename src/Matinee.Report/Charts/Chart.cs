using System.Xml.Linq;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Matinee.Report.Charts;

/// <summary>
/// One chart on two axes. ScottPlot draws every line, bar and mark; the words are laid over it as SVG text in the page's
/// own font, because ScottPlot leaves them out on a machine without fonts and fixes the place of every letter elsewhere.
/// </summary>
internal sealed class Chart(Axis across, Axis up)
{
    // In units of the SVG's view box: at this width a phone shows text of 12 nearly at its size.
    private const int Width = 400;
    private const int Height = 260;
    private static readonly PixelPadding Margins = new(left: 48, right: 14, bottom: 46, top: 26);

    private readonly List<Action<Plot>> drawings = [];
    private readonly List<ChartText> notes = [];

    public void Line(Ink ink, IReadOnlyList<(double X, double Y)> points, float width = 2)
    {
        // Dashes are the style sheet's: Skia's SVG has none, and says so on the error output for every line.
        Coordinates[] places = [.. points.Select(point => new Coordinates(across.At(point.X), up.At(point.Y)))];
        drawings.Add(plot => plot.Add.ScatterLine(places, ink.Sentinel()).LineWidth = width);
    }

    /// <param name="size">Diameter in units of the view box.</param>
    public void Mark(Ink ink, double x, double y, double size = 7) =>
        drawings.Add(plot =>
            plot.Add.Marker(across.At(x), up.At(y), MarkerShape.FilledCircle, (float)size, ink.Sentinel())
        );

    /// <summary>A bar from the bottom of the chart.</summary>
    public void Bar(Ink ink, double x, double value, double width)
    {
        var bar = new Bar
        {
            Position = x,
            Value = value,
            ValueBase = up.Low,
            Size = width,
            FillColor = ink.Sentinel(),
            LineWidth = 0,
        };
        drawings.Add(plot => plot.Add.Bar(bar));
    }

    /// <summary>A 95% interval.</summary>
    public void Interval(double x, double low, double high) => Line(Ink.Axis, [(x, low), (x, high)], width: 1.5f);

    /// <summary>A word beside a point: above to its right, or below to its left where the chart ends.</summary>
    public void Note(double x, double y, string text)
    {
        bool right = X(across.At(x)) < Width - (3 * Margins.Right);
        notes.Add(
            new ChartText(
                X(across.At(x)) + (right ? 7 : -7),
                Y(up.At(y)) + (right ? -6 : 14),
                right ? TextAnchor.Start : TextAnchor.End,
                text,
                "note"
            )
        );
    }

    /// <param name="id">Unique on the page.</param>
    /// <param name="label">What a person who can't see the chart is told: its finding, in numbers.</param>
    public XElement ToSvg(string id, string label)
    {
        using var plot = new Plot();
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Layout.Fixed(Margins);
        plot.Axes.Right.IsVisible = false;
        plot.Axes.Top.IsVisible = false;
        Set(plot.Axes.Bottom, across);
        Set(plot.Axes.Left, up);
        plot.Grid.MajorLineColor = Ink.Grid.Sentinel();
        plot.Grid.XAxisStyle.IsVisible = across.Lines;
        plot.Grid.YAxisStyle.IsVisible = up.Lines;
        drawings.ForEach(draw => draw(plot));
        plot.Axes.SetLimits(across.Low, across.High, up.Low, up.High);
        return ChartSvg.Restyle(plot.GetSvgXml(Width, Height), id, label, [.. Words(), .. notes]);
    }

    private static void Set(IAxis axis, Axis definition)
    {
        axis.TickLabelStyle.IsVisible = false;
        axis.MajorTickStyle.Length = 0;
        axis.MajorTickStyle.Width = 0;
        axis.FrameLineStyle.Color = Ink.Axis.Sentinel();
        axis.TickGenerator = new NumericManual([
            .. definition.Ticks.Select(tick => new ScottPlot.Tick(tick.Position, "")),
        ]);
    }

    private IEnumerable<ChartText> Words()
    {
        yield return new ChartText(4, 13, TextAnchor.Start, up.Title, "title");
        yield return new ChartText(
            X((across.Low + across.High) / 2),
            Height - 12,
            TextAnchor.Middle,
            across.Title,
            "title"
        );
        foreach (Tick tick in up.Ticks)
        {
            yield return new ChartText(Margins.Left - 7, Y(tick.Position) + 4, TextAnchor.End, tick.Label);
        }

        double room = (X(across.High) - X(across.Low)) / across.Ticks.Count;
        foreach (Tick tick in across.Ticks)
        {
            string[] lines = TickLines.Break(tick.Label, room);
            for (int n = 0; n < lines.Length; n++)
            {
                double y = Height - Margins.Bottom + 15 + (n * 12);
                yield return new ChartText(X(tick.Position), y, TextAnchor.Middle, lines[n]);
            }
        }
    }

    private double X(double position) =>
        Margins.Left + ((position - across.Low) / (across.High - across.Low) * (Width - Margins.Left - Margins.Right));

    private double Y(double position) =>
        Height - Margins.Bottom - ((position - up.Low) / (up.High - up.Low) * (Height - Margins.Bottom - Margins.Top));
}
