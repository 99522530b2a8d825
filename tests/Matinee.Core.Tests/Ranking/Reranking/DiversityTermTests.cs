using Matinee.Core.Catalog;
using Matinee.Core.Numerics;
using Matinee.Core.Ranking.Reranking;
using Matinee.Core.Ranking.Similarity;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Ranking.Reranking;

public class DiversityTermTests
{
    [Fact]
    public void MarginalRelevance_AfterPicks_IsMinusTheMeanOfAverageAndGreatestLikeness()
    {
        // Items 0 and 1 are comedies, 5 is a war drama; genres alone.
        var term = new MarginalRelevance(Genres(0, 1, 5));
        var gains = new float[3];

        term.Gains(gains);
        Assert.Equal([0, 0, 0], gains);

        term.Pick(0);
        term.Gains(gains);
        Assert.Equal([-1, -1, 0], gains);

        // Item 1: average (1 + 0) / 2, greatest 1.
        term.Pick(2);
        term.Gains(gains);
        Assert.Equal(-0.75, gains[1], 1e-6);
    }

    [Fact]
    public void Select_Mmr_TradesScoreForDifference()
    {
        // After item 0: 1 has 0.7 · 0.9 − 0.3 · 1 = 0.33, 5 has 0.7 · 0.6 = 0.42. Then 1 has 0.63 − 0.3 · 0.75 = 0.405
        // and 6, like 5, 0.7 · 0.5 − 0.225 = 0.125.
        int[] picks = Select([1, 0.9f, 0.6f, 0.5f], new MarginalRelevance(Genres(0, 1, 5, 6)), 0.3f, 3);

        Assert.Equal([0, 2, 1], picks);
    }

    [Fact]
    public void Select_Mmr_PicksWhatTheDefinitionPicks()
    {
        const int Count = 40;
        const double Strength = 0.35;
        ItemSimilarity similarity = ItemSimilarity.OfCatalog(SmallCatalog.Random(Count, seed: 5));
        var random = new CounterRandom(5, 2);
        float[] relevance = [.. Enumerable.Range(0, Count).Select(n => (float)random.Uniform(n))];
        var picks = new List<int>();
        while (picks.Count < Count)
        {
            picks.Add(Enumerable.Range(0, Count).Except(picks).MaxBy(Value));
        }

        int[] all = [.. Enumerable.Range(0, Count)];
        var term = new MarginalRelevance(new PoolSimilarity(similarity, all));
        Assert.Equal(picks, Select(relevance, term, (float)Strength, Count));

        double Value(int candidate)
        {
            double[] likeness = [.. picks.Select(pick => (double)similarity.Compare(pick, candidate))];
            double toList = likeness.Length == 0 ? 0 : (likeness.Average() + likeness.Max()) / 2;
            return ((1 - Strength) * relevance[candidate]) - (Strength * toList);
        }
    }

    [Fact]
    public void Select_NoTerms_KeepsTheOrderAndTheFirstOfEquals()
    {
        var picks = new int[3];

        GreedySelection.Select([0.5f, 1, 1], [], picks);

        Assert.Equal([1, 2, 0], picks);
    }

    [Fact]
    public void Determinantal_TwoComedies_GainIsTheLogOfTheConditionalVariance()
    {
        // K = [1 0.7; 0.7 1] for two comedies: det 1 − 0.49; a war drama is independent.
        var term = new DeterminantalDiversity(Genres(0, 1, 5));
        var gains = new float[3];

        term.Gains(gains);
        Assert.Equal([0, 0, 0], gains);

        term.Pick(0);
        term.Gains(gains);
        Assert.Equal(Math.Log(0.51), gains[1], 1e-5);
        Assert.Equal(0, gains[2], 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Determinantal_Greedy_PicksWhatExactDeterminantsPick(long seed)
    {
        const int Count = 24;
        const float Strength = 0.4f;
        MovieCatalog catalog = SmallCatalog.Random(Count, seed);
        ItemSimilarity similarity = ItemSimilarity.OfCatalog(catalog);
        var random = new CounterRandom(seed, 2);
        float[] relevance = [.. Enumerable.Range(0, Count).Select(n => (float)random.Uniform(n))];
        int[] all = [.. Enumerable.Range(0, Count)];

        int[] fast = Select(relevance, new DeterminantalDiversity(new PoolSimilarity(similarity, all)), Strength, 15);

        Assert.Equal(ExactGreedy(similarity, relevance, Strength, 15), fast);
    }

    // Greedy MAP of the process with kernel q K q: every step tries all determinants.
    private static int[] ExactGreedy(ItemSimilarity similarity, float[] relevance, double strength, int count)
    {
        double alpha = (1 - strength) / (2 * strength);
        var picks = new List<int>();
        while (picks.Count < count)
        {
            picks.Add(
                Enumerable
                    .Range(0, relevance.Length)
                    .Except(picks)
                    .MaxBy(candidate => Determinant([.. picks, candidate]))
            );
        }

        return [.. picks];

        double Determinant(int[] items)
        {
            var kernel = new double[items.Length, items.Length];
            for (int n = 0; n < items.Length; n++)
            {
                for (int m = 0; m < items.Length; m++)
                {
                    double likeness =
                        n == m ? 1 : (1 - DeterminantalDiversity.Ridge) * similarity.Compare(items[n], items[m]);
                    kernel[n, m] =
                        Math.Exp(alpha * relevance[items[n]]) * likeness * Math.Exp(alpha * relevance[items[m]]);
                }
            }

            return Eliminate(kernel);
        }
    }

    // Gaussian elimination with partial pivoting.
    private static double Eliminate(double[,] matrix)
    {
        int size = matrix.GetLength(0);
        double determinant = 1;
        for (int k = 0; k < size; k++)
        {
            int pivot = Enumerable.Range(k, size - k).MaxBy(row => Math.Abs(matrix[row, k]));
            for (int column = 0; pivot != k && column < size; column++)
            {
                (matrix[k, column], matrix[pivot, column]) = (matrix[pivot, column], matrix[k, column]);
            }

            determinant *= pivot == k ? matrix[k, k] : -matrix[k, k];
            for (int row = k + 1; row < size; row++)
            {
                double factor = matrix[row, k] / matrix[k, k];
                for (int column = k; column < size; column++)
                {
                    matrix[row, column] -= factor * matrix[k, column];
                }
            }
        }

        return determinant;
    }

    private static int[] Select(float[] relevance, IListTerm term, float weight, int count)
    {
        var picks = new int[count];
        GreedySelection.Select(relevance, [(term, weight)], picks);
        return picks;
    }

    private static PoolSimilarity Genres(params int[] items) =>
        new(
            new ItemSimilarity(
                TinyWorld.Items,
                new WeightedKernel(new GenreKernel(new GenreSpace(TinyWorld.Catalog)), 1)
            ),
            items
        );
}
