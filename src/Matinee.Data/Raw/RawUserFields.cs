using System.Globalization;

namespace Matinee.Data.Raw;

/// <summary>
/// As <see cref="RawRowFields"/>, for what users say of themselves: an empty field is null, for nobody has to say it.
/// </summary>
internal static class RawUserFields
{
    private const int OldestAge = 120;
    private static readonly int LastOccupation = UserCodes.Occupations.Count - 1;
    private static readonly string NoAge = $"is not an age from 1 to {OldestAge}";
    private static readonly string NoAgeCode = $"is not one of the ages {string.Join(", ", UserCodes.Ages)}";
    private static readonly string NoOccupation = $"is not an occupation from 0 to {LastOccupation}";

    /// <summary>An age in years.</summary>
    public static bool TryAge<TRow>(this TRow row, int column, out int? age)
        where TRow : IRawRow, allows ref struct =>
        TryNumber(row, column, years => years is >= 1 and <= OldestAge, NoAge, out age);

    /// <summary>An age group of MovieLens 1M.</summary>
    public static bool TryAgeCode<TRow>(this TRow row, int column, out int? age)
        where TRow : IRawRow, allows ref struct =>
        TryNumber(row, column, code => UserCodes.Ages.Contains(code), NoAgeCode, out age);

    /// <summary>An occupation of MovieLens 1M, put into words.</summary>
    public static bool TryOccupationCode<TRow>(this TRow row, int column, out string? occupation)
        where TRow : IRawRow, allows ref struct
    {
        bool good = TryNumber(row, column, code => code <= LastOccupation, NoOccupation, out int? code);
        occupation = good && code is { } known ? UserCodes.Occupations[known] : null;
        return good;
    }

    public static bool TryGender<TRow>(this TRow row, int column, out string? gender)
        where TRow : IRawRow, allows ref struct
    {
        ReadOnlySpan<char> text = row.Text(column).Trim();
        gender = text switch
        {
            "F" => "F",
            "M" => "M",
            _ => null,
        };
        return gender is not null || text.IsEmpty || row.Fail(column, text, "is not F or M");
    }

    public static string? Words<TRow>(this TRow row, int column)
        where TRow : IRawRow, allows ref struct
    {
        string text = SingleLine.Of(row.Text(column));
        return text.Length == 0 ? null : text;
    }

    private static bool TryNumber<TRow>(TRow row, int column, Func<int, bool> fits, string problem, out int? number)
        where TRow : IRawRow, allows ref struct
    {
        ReadOnlySpan<char> text = row.Text(column).Trim();
        number = null;
        if (text.IsEmpty)
        {
            return true;
        }

        // Digits alone: no sign, so no number below 0.
        bool good = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && fits(value);
        number = value;
        return good || row.Fail(column, text, problem);
    }
}
