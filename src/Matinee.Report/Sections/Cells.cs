using System.Xml.Linq;
using Matinee.Core.Evaluation.Reports;

namespace Matinee.Report.Sections;

/// <summary>A published figure in a table.</summary>
internal static class Cells
{
    /// <summary>The value, its interval under it where it has one; a dash where there is no figure.</summary>
    public static object[] Of(Figure? figure) =>
        figure switch
        {
            null => ["–"],
            { Low: { } low, High: { } high } =>
            [
                Words.Figure(figure.Value),
                new XElement("small", $"{Words.Figure(low)}–{Words.Figure(high)}"),
            ],
            _ => [Words.Figure(figure.Value)],
        };
}
