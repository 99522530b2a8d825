using Matinee.Report.Page;

namespace Matinee.Report.Sections;

/// <summary>What the lists are like besides accurate: how far into the long tail they reach, and how diverse.</summary>
internal static class BeyondAccuracySection
{
    public static Section? Render(ReportContent content)
    {
        Figure[] figures = [.. new[] { LongTailFigure.Draw(content), ParetoFigure.Draw(content) }.OfType<Figure>()];
        return figures.Length == 0 ? null : new Section("beyond", "Beyond accuracy", Figure.Row(figures));
    }
}
