using Matinee.Core.Numerics;
using Matinee.Data.Simulation;

namespace Matinee.Data.Synthetic;

/// <summary>The movies, by index: how strongly they draw viewers, how good they are, and whose taste they meet.</summary>
internal sealed class SyntheticCatalogue
{
    // Standard deviations of quality per e-fold of popularity: what many see is a little better liked.
    private const double QualityPerPopularity = 0.2;
    private readonly double[] weights;
    private readonly double[] qualities;
    private readonly byte[] firstGroups;
    private readonly byte[] secondGroups;

    private SyntheticCatalogue(int movies)
    {
        weights = new double[movies];
        qualities = new double[movies];
        firstGroups = new byte[movies];
        secondGroups = new byte[movies];
    }

    public int Count => weights.Length;
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>By movie: its part of a rating's score; mean 0 over the expected ratings.</summary>
    public ReadOnlySpan<double> Qualities => qualities;

    /// <summary>By movie: the taste group that decides who sees it.</summary>
    public ReadOnlySpan<byte> FirstGroups => firstGroups;

    /// <summary>By movie: another group that has a say in how it is rated.</summary>
    public ReadOnlySpan<byte> SecondGroups => secondGroups;

    public static SyntheticCatalogue Draw(
        SyntheticOptions options,
        PopularityCurve curve,
        IReadOnlyList<double> bandWeights
    )
    {
        var catalogue = new SyntheticCatalogue(options.Movies);
        int[] byRank = [.. Enumerable.Range(0, options.Movies)];
        new CounterRandom(options.Seed, (long)DrawPurpose.Quality << 32).Shuffle<int>(byRank);
        int rank = 0;
        double sum = 0;
        double squares = 0;
        for (int b = 0; b < curve.Bands.Count; b++)
        {
            PopularityBand band = curve.Bands[b];
            double usual = QualityPerPopularity * PortableMath.Log(Math.Max(band.Ratings, 1e-6));
            for (int n = 0; n < band.Movies; n++)
            {
                int movie = byRank[rank++];
                var draws = new Draws(options.Seed, DrawPurpose.Catalogue, movie);
                double quality = usual + draws.Normal();
                int first = draws.Below(TasteProfile.Groups);
                catalogue.weights[movie] = bandWeights[b];
                catalogue.qualities[movie] = quality;
                catalogue.firstGroups[movie] = (byte)first;
                catalogue.secondGroups[movie] = (byte)(
                    (first + 1 + draws.Below(TasteProfile.Groups - 1)) % TasteProfile.Groups
                );
                sum += band.Ratings * quality;
                squares += band.Ratings * quality * quality;
            }
        }

        catalogue.Standardize(sum / options.Ratings, squares / options.Ratings);
        return catalogue;
    }

    private void Standardize(double mean, double meanSquare)
    {
        double deviation = Math.Sqrt(Math.Max(meanSquare - mean * mean, 0));
        for (int movie = 0; movie < qualities.Length; movie++)
        {
            qualities[movie] =
                deviation > 1e-9 ? TasteProfile.QualitySpread * (qualities[movie] - mean) / deviation : 0;
        }
    }
}
