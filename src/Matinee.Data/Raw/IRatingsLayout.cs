using Matinee.Core.Catalog;

namespace Matinee.Data.Raw;

/// <summary>One way in which ratings, movies, tags and users lie in files. A new format is one more of these.</summary>
internal interface IRatingsLayout
{
    /// <summary>The name that the manifest records, such as <c>movielens-csv</c>.</summary>
    string Name { get; }

    /// <summary>The files it needs, for the message that says they are missing.</summary>
    string Wanted { get; }

    bool Recognises(RawFiles files);

    /// <summary>The file with all ratings.</summary>
    RawFile Ratings(RawFiles files);

    /// <summary>Appends a ratings file, the dataset's own or a given part of it, each row marked as <paramref name="part"/>.</summary>
    void ReadRatings(RawFile file, SplitPart part, RatingTable ratings, RawReading reading);

    /// <summary>All movies with their links, in file order, distinct ids; no tags yet.</summary>
    List<Movie> ReadMovies(RawFiles files, RawReading reading);

    RawTags ReadTags(RawFiles files, RawReading reading);

    /// <summary>What users say of themselves; nothing where the data has no such file.</summary>
    RawUsers ReadUsers(RawFiles files, RawReading reading);
}

internal static class RatingsLayouts
{
    public static IReadOnlyList<IRatingsLayout> All { get; } =
    [new MovieLensCsvLayout(), new MovieLensDatLayout(), new MovieLens100KLayout()];
}
