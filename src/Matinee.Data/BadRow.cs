namespace Matinee.Data;

/// <summary>A row of a raw file that can't be used.</summary>
/// <param name="Line">The physical line on which the row starts, 1-based, header included.</param>
/// <param name="Field">The column as its header should name it; empty where the whole row is at fault.</param>
/// <param name="Reason">What is wrong, to follow the value: <c>is not a number</c>.</param>
public sealed record BadRow(string File, int Line, string Field, string Value, string Reason)
{
    private const int ShownLength = 60;

    public string Summary => $"{File}, line {Line}: {(Field.Length == 0 ? "" : $"{Field} '{Shown}' ")}{Reason}";

    private string Shown
    {
        get
        {
            string line = Value.ReplaceLineEndings(" ");
            return line.Length <= ShownLength ? line : $"{line[..ShownLength]}...";
        }
    }
}
