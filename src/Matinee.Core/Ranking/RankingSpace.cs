using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Ranking.Controls;
using Matinee.Core.Ranking.Reranking;
using Matinee.Core.Ranking.Similarity;

namespace Matinee.Core.Ranking;

/// <summary>What controls know about movies; made once per model and shared by all requests. What no one asks for is not computed.</summary>
public sealed class RankingSpace
{
    private readonly float[] ratingCounts;
    private readonly Lazy<FilterIndex> filters;
    private readonly Lazy<ItemSimilarity> similarity;
    private readonly Lazy<GenreShares> genres;
    private readonly Lazy<float[]> fame;

    /// <param name="similarity">Default: genres, year and tags of the catalogue.</param>
    public RankingSpace(MovieCatalog catalog, PopularityModel popularity, ItemSimilarity? similarity = null)
    {
        Catalog = catalog;
        Kernels = new CatalogKernels(catalog);
        // Nobody has rated the rest of the catalogue.
        ratingCounts = new float[Math.Max(catalog.Count, popularity.ItemCount)];
        popularity.Counts.CopyTo(ratingCounts);
        filters = new(() => new FilterIndex(catalog, ratingCounts));
        this.similarity = new(() => similarity ?? Kernels.ForDiversity());
        genres = new(() => new GenreShares(catalog));
        fame = new(() => FameOf(ratingCounts));
    }

    public MovieCatalog Catalog { get; }
    public ItemSimilarity Similarity => similarity.Value;

    /// <summary>Training ratings per movie of the catalogue.</summary>
    public ReadOnlySpan<float> RatingCounts => ratingCounts;

    /// <summary>How well-known each movie is, 0 to 1: ln(1 + ratings) over that of the most rated one.</summary>
    public ReadOnlySpan<float> Fame => fame.Value;

    internal CatalogKernels Kernels { get; }
    internal FilterIndex Filters => filters.Value;
    internal GenreShares Genres => genres.Value;

    /// <summary>How far a list's genre mix is from the history's (<see cref="Calibration"/>); 0 for a history without genres.</summary>
    public double GenreDivergence(UserHistory history, ReadOnlySpan<int> list)
    {
        if (Genres.Of(history) is not { } target)
        {
            return 0;
        }

        var calibration = new Calibration(Genres, target, list.ToArray());
        for (int n = 0; n < list.Length; n++)
        {
            calibration.Pick(n);
        }

        return calibration.Divergence();
    }

    private static float[] FameOf(ReadOnlySpan<float> counts)
    {
        var logs = new float[counts.Length];
        double most = 0;
        for (int item = 0; item < counts.Length; item++)
        {
            logs[item] = (float)Math.Log(1 + (double)counts[item]);
            most = Math.Max(most, logs[item]);
        }

        return most > 0 ? [.. logs.Select(log => (float)(log / most))] : logs;
    }
}
