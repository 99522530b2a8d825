namespace Matinee.Report.Charts;

/// <summary>Fits the names under a chart into the room that each has, in at most two lines.</summary>
internal static class TickLines
{
    // Half an em of 11 units, rounded up; names are mostly lower case.
    private const double LetterWidth = 5.8;

    /// <param name="room">Units of the view box.</param>
    public static string[] Break(string name, double room)
    {
        int letters = (int)Math.Min(name.Length, Math.Max(3, room / LetterWidth));
        if (name.Length <= letters)
        {
            return [name];
        }

        int space = name.LastIndexOf(' ', letters);
        return space > 0 ? [name[..space], Cut(name[(space + 1)..], letters)] : [Cut(name, letters)];
    }

    private static string Cut(string text, int letters) =>
        text.Length <= letters ? text : text[..(letters - 1)].TrimEnd() + "…";
}
