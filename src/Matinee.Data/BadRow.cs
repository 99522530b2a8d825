using Matinee.Data.Raw;

namespace Matinee.Data;

/// <summary>A row of a raw file that can't be used.</summary>
/// <param name="Line">The physical line on which the row starts, 1-based, header included.</param>
/// <param name="Field">The column as its header should name it; empty where the whole row is at fault.</param>
/// <param name="Reason">What is wrong, to follow the value: <c>is not a number</c>.</param>
public sealed record BadRow(string File, int Line, string Field, string Value, string Reason)
{
    public string Summary =>
        $"{File}, line {Line}: {(Field.Length == 0 ? "" : $"{Field} '{Excerpt.Of(Value)}' ")}{Reason}";
}
