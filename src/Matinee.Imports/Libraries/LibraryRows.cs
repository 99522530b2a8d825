using System.Globalization;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Libraries;

/// <summary>The entries of a media server's library. Every film in it is owned.</summary>
/// <param name="whose">How notes call the server, as an owner: <c>Plex's</c>.</param>
internal sealed class LibraryRows(string whose, ImportRows rows)
{
    private int oddRatings;
    private bool anyRating;

    /// <param name="row">Without its rating.</param>
    /// <param name="rating">0 to 10 as the server has it, where 0 is none; null: none.</param>
    public void Add(ImportedRow row, string? rating = null)
    {
        row = row with { Title = RowText.OnOneLine(row.Title), Facts = row.Facts | FilmFacts.Owned };
        if (row.Title.Length == 0 && row.Numbers.IsEmpty)
        {
            Skip(row.Place, "", "It names neither a title nor a number.");
            return;
        }

        float? stars = TenPoints.Stars(rating, out bool isOdd);
        anyRating |= stars is not null;
        oddRatings += isOdd ? 1 : 0;
        rows.Add(row with { Stars = stars, OtherTitles = RowText.Others(row.Title, row.OtherTitles) });
    }

    /// <summary>A date of a table, or seconds since 1970; one that can't be read is counted in a note.</summary>
    public long? Time(string text) => rows.Time(text, LibraryTime.Of);

    public void Skip(ImportPlace place, string what, string reason) =>
        rows.Skip(place, RowText.OnOneLine(what), reason);

    /// <summary>Says how ratings were read.</summary>
    public void Finish()
    {
        if (anyRating)
        {
            rows.Note(
                $"{whose} ratings of up to 10 became half stars, to the nearest and ties up: 7 is 3.5, 8.5 is 4.5."
            );
        }

        if (oddRatings > 0)
        {
            rows.Note(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Films whose rating is no number from 0 to 10 count as not rated: {oddRatings}."
                )
            );
        }
    }
}
