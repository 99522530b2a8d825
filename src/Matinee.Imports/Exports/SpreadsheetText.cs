namespace Matinee.Imports.Exports;

/// <summary>
/// Cells that a spreadsheet doesn't run. What begins with <c>= + - @</c> is a formula to it, whatever quotation marks are around, so such a text
/// gets an apostrophe in front, as https://owasp.org/www-community/attacks/CSV_Injection advises. Where a row has a film's numbers, those and not
/// its title say which it is.
/// </summary>
internal static class SpreadsheetText
{
    // The wide ones count too in some languages' spreadsheets.
    private const string Formulas = "=+-@＝＋－＠";

    public static string Of(string text) => IsFormula(text) ? "'" + text : text;

    /// <summary>The text of a cell that <see cref="Of"/> may have written.</summary>
    public static string Read(string cell) => cell is ['\'', .. string text] && IsFormula(text) ? text : cell;

    private static bool IsFormula(string text) => text.TrimStart() is [var first, ..] && Formulas.Contains(first);
}
