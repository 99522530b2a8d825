using System.Globalization;
using Matinee.Core.Catalog;

namespace Matinee.Data.Raw;

/// <summary>The movies of a file, in its order. In every layout column 0 is the id and column 1 the title.</summary>
internal sealed class MovieRows
{
    private readonly HashSet<int> known = [];

    public List<Movie> Movies { get; } = [];

    /// <param name="releaseYear">The year for a title that names none.</param>
    public void Add<TRow>(TRow row, IReadOnlyList<string> genres, int? releaseYear = null)
        where TRow : IRawRow, allows ref struct
    {
        if (!row.TryId(0, out int id))
        {
            return;
        }

        string title = SingleLine.Of(row.Text(1));
        if (title.Length == 0)
        {
            row.Fail(1, title, "is empty");
        }
        else if (!known.Add(id))
        {
            row.Fail(0, id.ToString(CultureInfo.InvariantCulture), "stands twice");
        }
        else
        {
            Movies.Add(
                new Movie
                {
                    Id = new ItemId(id),
                    Title = title,
                    Year = MovieTitle.Year(title) ?? releaseYear,
                    Genres = genres,
                }
            );
        }
    }
}
