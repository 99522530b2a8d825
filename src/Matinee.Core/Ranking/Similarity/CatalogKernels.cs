using Matinee.Core.Catalog;

namespace Matinee.Core.Ranking.Similarity;

/// <summary>The kernels that a catalogue has, made once each.</summary>
internal sealed class CatalogKernels(MovieCatalog catalog)
{
    // As chosen for lists that shall be diverse, on the validation part; docs/ranking.md has the table.
    private const double GenreWeight = 0.8;
    private const double YearWeight = 0.1;
    private const double TagWeight = 0.1;

    // What makes people say that two movies are alike is rather what they are about.
    private const double GenreTextWeight = 0.4;
    private const double YearTextWeight = 0.15;
    private const double TagTextWeight = 0.45;
    private const double VectorTextWeight = 0.6;

    private readonly Lazy<GenreKernel> genres = new(() => new GenreKernel(new GenreSpace(catalog)));
    private readonly Lazy<YearKernel> years = new(() => new YearKernel(catalog));
    private readonly Lazy<TagKernel> tags = new(() => new TagKernel(catalog));

    /// <summary>Genres, mostly, with year and tags to tell apart what genres can't.</summary>
    public ItemSimilarity ForDiversity() =>
        new(
            catalog.Count,
            new WeightedKernel(genres.Value, GenreWeight),
            new WeightedKernel(years.Value, YearWeight),
            new WeightedKernel(tags.Value, TagWeight)
        );

    /// <summary>Tags and genres alike, and the year.</summary>
    /// <param name="vectors">One more way, such as of sentence vectors; null: none.</param>
    public ItemSimilarity TextLikeness(IItemKernel? vectors)
    {
        WeightedKernel[] own =
        [
            new(genres.Value, GenreTextWeight),
            new(years.Value, YearTextWeight),
            new(tags.Value, TagTextWeight),
        ];
        return new ItemSimilarity(
            catalog.Count,
            vectors is null ? own : [.. own, new WeightedKernel(vectors, VectorTextWeight)]
        );
    }
}
