using Matinee.Core.Catalog;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>
/// The rows that movies without ratings would have had in every kept sample: their features' weights and vectors, and a weight
/// and a vector of their own from the prior, about which nothing is known.
/// </summary>
internal sealed class MoviePlacement
{
    private readonly PosteriorSamples posterior;
    private readonly (Func<Movie, IEnumerable<string>> WordsOf, Vocabulary<string> Words)[] groups;

    /// <exception cref="MatineeException">The catalogue is not the one that the model was trained with.</exception>
    public MoviePlacement(PosteriorSamples posterior, FactorizationMachineOptions options, MovieCatalog catalog)
    {
        this.posterior = posterior;
        groups =
        [
            .. DesignBuilder
                .MovieWords(catalog.Movies.Take(catalog.AddedFrom), options)
                .Select(group => (group.WordsOf, group.Words)),
        ];
        int features = groups.Sum(group => group.Words.Count);
        if (features != posterior.MovieFeatures.RowCount)
        {
            throw new MatineeException(
                $"The factorization machine knows movies by {posterior.MovieFeatures.RowCount} features, and its catalogue has "
                    + $"{features}. Train the model again, or restore its folder."
            );
        }
    }

    public SampledRows Place(IReadOnlyList<Movie> movies)
    {
        int samples = posterior.Shape.Samples;
        int rank = posterior.Shape.Rank;
        SampledRows rows = SampledRows.Empty(movies.Count, rank, samples);
        for (int n = 0; n < movies.Count; n++)
        {
            float[] row = Row(movies[n]);
            for (int at = 0; at < row.Length; at++)
            {
                rows.Values[n * row.Length + at] = (Half)row[at];
            }
        }

        return rows;
    }

    // bias = Σ w x + ½ Σ_f ((Σ v x)² − Σ (v x)²), vector = Σ v x over the movie's features, its id among them with x = 1.
    private float[] Row(Movie movie)
    {
        int samples = posterior.Shape.Samples;
        int rank = posterior.Shape.Rank;
        float[] sum = Own(movie);
        var squares = new float[sum.Length];
        for (int at = samples; at < sum.Length; at++)
        {
            squares[at] = sum[at] * sum[at];
        }

        var parameters = new float[sum.Length];
        foreach ((int feature, float value) in Features(movie))
        {
            posterior.MovieFeatures.Read(feature, parameters);
            for (int at = 0; at < sum.Length; at++)
            {
                float part = value * parameters[at];
                sum[at] += part;
                squares[at] += part * part;
            }
        }

        for (int at = samples; at < sum.Length; at++)
        {
            sum[at % samples] += (sum[at] * sum[at] - squares[at]) / 2;
        }

        return sum;
    }

    private IEnumerable<(int Feature, float Value)> Features(Movie movie)
    {
        int start = 0;
        foreach ((Func<Movie, IEnumerable<string>> wordsOf, Vocabulary<string> words) in groups)
        {
            int[] own = words.FeaturesOf(wordsOf(movie));
            float value = 1 / MathF.Sqrt(Math.Max(1, own.Length));
            foreach (int feature in own)
            {
                yield return (start + feature, value);
            }

            start += words.Count;
        }
    }

    // Every sample has one of as many quantiles of the prior, in an order of the movie's own: they scatter as draws do, and their
    // mean is the prior's.
    private float[] Own(Movie movie)
    {
        int samples = posterior.Shape.Samples;
        int parts = 1 + posterior.Shape.Rank;
        var own = new float[parts * samples];
        int[] order = [.. Enumerable.Range(0, samples)];
        for (int part = 0; part < parts; part++)
        {
            new CounterRandom(movie.Id.Value, part).Shuffle(order.AsSpan());
            for (int s = 0; s < samples; s++)
            {
                int at = part * samples + s;
                double deviation = NormalDistribution.Quantile((order[s] + 0.5) / samples);
                double scale = Math.Sqrt(posterior.MovieIdPriors[parts * samples + at]);
                own[at] = (float)(posterior.MovieIdPriors[at] + deviation / scale);
            }
        }

        return own;
    }
}
