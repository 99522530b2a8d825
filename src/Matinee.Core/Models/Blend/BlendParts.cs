using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Models.Bias;

namespace Matinee.Core.Models.Blend;

/// <summary>What a blend is made of: trained models and what was counted beside them.</summary>
/// <param name="Models">In the order of the configuration.</param>
/// <param name="Bias">Predicts stars where none of the models does.</param>
/// <param name="Counts">Training ratings per item.</param>
/// <param name="Years">Release years per item; 0: unknown.</param>
/// <param name="Genres">Genres per item, one bit each.</param>
/// <param name="UsesRecent">Whether the latest ratings are looked at on their own.</param>
internal sealed record BlendParts(
    IReadOnlyList<IModel> Models,
    BiasModel Bias,
    OrderNeighbors? Order,
    RecentPopularity? Recent,
    float[] Counts,
    int[] Years,
    long[] Genres,
    bool UsesRecent
)
{
    /// <summary>Models that order movies; one that knows how likely every number of stars is predicts stars instead.</summary>
    public IEnumerable<IRanker> Rankers =>
        Models.OfType<IRanker>().Where(model => model is not (IRatingDistributionPredictor or BiasModel));

    /// <summary>
    /// Predicts stars: the model that says how likely each number is, else the first that predicts them; of every movie that the blend
    /// lists.
    /// </summary>
    public IRatingPredictor Rater =>
        Models.OfType<IRatingDistributionPredictor>().FirstOrDefault(CoversAll)
        ?? Models.OfType<IRatingPredictor>().FirstOrDefault(CoversAll)
        ?? Bias;

    private bool CoversAll(IRatingPredictor rater) => rater.ItemCount >= ItemCount;

    public int ItemCount => Rankers.Max(ranker => ranker.ItemCount);

    /// <summary>Which of a blend's features there are, in the order of the weights; the stars come last.</summary>
    public IReadOnlyList<IBlendFeature> Features()
    {
        var features = new List<IBlendFeature>(Rankers.Select(ranker => new RankerFeature(ranker)))
        {
            new PopularityFeature(Counts),
        };
        if (Recent is { } recent)
        {
            features.Add(new RecentPopularityFeature(recent, "popularity_of_a_year", 365));
            features.Add(new RecentPopularityFeature(recent, "popularity_of_ten_years", 3650));
            features.Add(new YearsFeature(Years, Counts.Length));
        }

        if (Order is { } order)
        {
            features.Add(new OrderFeature(order, eitherDirection: false));
            features.Add(new OrderFeature(order, eitherDirection: true));
        }

        if (UsesRecent)
        {
            features.Add(new RecentTasteFeature(Rankers.First()));
        }

        return features;
    }

    public void Save(ComponentWriter writer)
    {
        foreach (IModel model in Models)
        {
            model.Save(writer.Part(model.Kind));
        }

        if (!Models.Any(model => model.Kind == Bias.Kind))
        {
            Bias.Save(writer.Part(Bias.Kind));
        }

        writer.Tensors.Add("counts", Counts);
        writer.Tensors.Add("years", Years);
        writer.Tensors.Add("genres", Genres);
        Order?.Save(writer.Tensors);
        Recent?.Save(writer.Tensors);
    }

    public static BlendParts Load(ComponentReader reader, BlendOptions options)
    {
        IModel[] models = [.. options.Parts!.Keys.Select(Part)];
        return new BlendParts(
            models,
            models.OfType<BiasModel>().FirstOrDefault() ?? (BiasModel)Part(BiasModel.ModelKind.Name),
            options.UseOrder ? OrderNeighbors.Load(reader.Tensors) : null,
            options.UseTime ? RecentPopularity.Load(reader.Tensors) : null,
            reader.Tensors.Floats("counts"),
            reader.Tensors.Ints("years"),
            reader.Tensors.Longs("genres"),
            options.UseRecent
        );

        IModel Part(string name)
        {
            if (!ModelKinds.Core.TryGet(name, out ModelKind? kind))
            {
                throw new MatineeException(
                    $"The blend holds a model of kind '{name}', which this program does not know."
                );
            }

            using ComponentReader own = reader.Part(name);
            return kind.Load(own);
        }
    }

    public static long[] GenresOf(MovieCatalog catalog)
    {
        var genres = new GenreSpace(catalog);
        return [.. Enumerable.Range(0, catalog.Count).Select(item => (long)genres.Bits(item))];
    }

    public static int[] YearsOf(MovieCatalog catalog) => [.. catalog.Movies.Select(movie => movie.Year ?? 0)];
}
