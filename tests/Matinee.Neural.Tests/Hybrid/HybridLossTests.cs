using Matinee.Core.Models.Hybrid;
using Matinee.Neural.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Tests.Hybrid;

/// <summary>Losses on batches that are small enough to work out.</summary>
[Collection(OneAfterAnother.Name)]
public class HybridLossTests
{
    [Fact]
    public void Of_AllMoviesStanding_IsTheSoftmaxWithoutTheHistory()
    {
        // Movie 0 is known; movie 2 is asked for.
        LossParts parts = Loss([5, 1, 2], Create([2], [4], new Candidates([0, 1, 2], null, [0])), [3.5f]);

        // ln(e¹ + e²) − 2 = ln(1 + e⁻¹)
        Assert.Equal(0.313262f, parts.Ranking, 1e-5f);
        Assert.Equal(0.25f, parts.Rating, 1e-6f);
        Assert.Equal(2 * 0.25f + 3 * 0.313262f, parts.Total, 1e-5f);
    }

    [Fact]
    public void Of_DrawnMovies_CountsEachForAsManyAsItsChanceSays()
    {
        // Movie 1 was drawn with a chance of 1/2; movie 2 is asked for and was not drawn; movie 0 was, and is known.
        float[] corrections = [MathF.Log(10), MathF.Log(2), float.NegativeInfinity];
        LossParts parts = Loss([5, 1, 2], Create([2], [4], new Candidates([0, 1, 2], corrections, [0, 2])), [4]);

        // ln(2 e¹ + e²) − 2 = ln(1 + 2 e⁻¹)
        Assert.Equal(0.551445f, parts.Ranking, 1e-5f);
    }

    [Fact]
    public void Of_TargetThatWasDrawn_StandsOnceInTheNormaliser()
    {
        float[] corrections = [MathF.Log(10), MathF.Log(2), MathF.Log(4)];
        LossParts parts = Loss([5, 1, 2], Create([2], [4], new Candidates([0, 1, 2], corrections, [0, 2])), [4]);

        Assert.Equal(0.551445f, parts.Ranking, 1e-5f);
    }

    [Fact]
    public void Of_FewRatings_IsTheDistanceOfTheSortedSamples()
    {
        Batch batch = Create([0, 1, 2], [2, 2, 4], new Candidates([0, 1, 2], null, []));

        LossParts parts = Loss([0, 0, 0], batch, [3, 5, 1.5f]);

        // 1.5 3 5 against 2 2 4
        Assert.Equal(2.5f / 3, parts.Distribution, 1e-6f);
    }

    [Fact]
    public void Of_PersonWithManyRatings_IsHalfTheWholesAndHalfThePersonsDistance()
    {
        // Twenty of one person, all a star too low; five of another, all a star too high.
        float[] truth = [.. Enumerable.Repeat(4f, 20), .. Enumerable.Repeat(3f, 5)];
        float[] predicted = [.. truth.Select(stars => 7 - stars)];
        long[] movies = new long[25];
        long[] people = [.. Enumerable.Repeat(0L, 20), .. Enumerable.Repeat(1L, 5)];
        var batch = new Batch
        {
            Users = [0, 1],
            Items = [0, 1, 2],
            History = new HistoryEntries([], [], [], [], []),
            Targets = new Targets(people, movies, movies, truth, [.. truth.Select(_ => 1f)]),
            Candidates = new Candidates([0, 1, 2], null, []),
        };

        LossParts parts = Loss([0, 0, 0, 0, 0, 0], batch, predicted);

        // Sorted, 15 of all 25 differ by a star; every one of the person's 20 does.
        Assert.Equal((0.6f + 1) / 2, parts.Distribution, 1e-6f);
    }

    // With three movies a list has two: the edge lies half way between the second and the third, so that w = σ(±2) for them
    // and σ(6) for the first, where the logits stand 1, 0, −1 softnesses of 4 apart.
    private const float First = 0.99752738f;
    private const float Second = 0.88079708f;
    private const float Third = 0.11920292f;

    [Theory]
    [InlineData(5, 5, 5, 1)]
    [InlineData(8, 8, 3, First * Second)]
    [InlineData(8, 3, 8, First * Third)]
    [InlineData(3, 8, 8, Second * Third)]
    [InlineData(1, 2, 3, 0)]
    public void Of_MoviesOnAList_IsTheLikenessOfDifferentOnes(int first, int second, int third, float alike)
    {
        const float Apart = 4 * HybridLoss.ListSoftness;
        float pairs = First * Second + First * Third + Second * Third;
        Batch batch = Create([0], [4], new Candidates([0, 1, 2], null, []));

        LossParts parts = Loss([Apart, 0, -Apart], batch, [4], [first, second, third]);

        Assert.Equal(first == third && first == second ? 1 : alike / pairs, parts.Diversity, 1e-4f);
    }

    [Fact]
    public void Of_TwoPeople_CountByTheInverseSquareOfTheirTargets()
    {
        const float Far = 100;
        Batch batch = TwoPeople();

        // The first, with one target, has two movies alike on the list; the second, with two, has none.
        LossParts parts = Loss([Far, Far, -Far, Far, -Far, Far], batch, [4, 4, 4], [8, 8, 3]);

        Assert.Equal(1 / (1 + 0.25f), parts.Diversity, 1e-4f);
    }

    private sealed record LossParts(float Total, float Rating, float Ranking, float Diversity, float Distribution);

    /// <param name="directions">Per movie, which axis of the text space it lies on; null without a diversity loss.</param>
    private static LossParts Loss(float[] logits, Batch batch, float[] predicted, int[]? directions = null)
    {
        HybridOptions options = SmallWorld.Wordless with
        {
            RatingWeight = 2,
            RankingWeight = 3,
            DistributionWeight = directions is null && batch.Targets.Users.Length > 1 ? 1 : 0,
            DiversityWeight = directions is null ? 0 : 1,
        };
        using var scope = NewDisposeScope();
        using HybridData data = SmallWorld.Load(options);
        using var parameters = new HybridParameters(data, options, CPU);
        for (int item = 0; item < directions?.Length; item++)
        {
            data.MovieTexts![item].zero_();
            data.MovieTexts[item, directions[item]] = 1f;
        }

        var step = new StepTensors(parameters, batch, CPU, training: false);
        var output = new HybridOutput(tensor(logits).reshape(batch.Users.Length, 3), tensor(predicted));
        Neural.Hybrid.LossParts parts = new HybridLoss(data, options).Of(step, batch, output);
        return new LossParts(
            parts.Total.item<float>(),
            parts.Rating.item<float>(),
            parts.Ranking.item<float>(),
            parts.Diversity?.item<float>() ?? 0,
            parts.Distribution?.item<float>() ?? 0
        );
    }

    /// <summary>One person, the movies 0 to 2.</summary>
    private static Batch Create(long[] targets, float[] truth, Candidates candidates) =>
        new()
        {
            Users = [0],
            Items = [0, 1, 2],
            History = new HistoryEntries([0], [0], [8], [0], [4]),
            Targets = new Targets(new long[targets.Length], targets, targets, truth, [.. truth.Select(_ => 0.5f)]),
            Candidates = candidates,
        };

    /// <summary>Two people without a history: one is asked for a movie, the other for two.</summary>
    private static Batch TwoPeople() =>
        new()
        {
            Users = [0, 1],
            Items = [0, 1, 2],
            History = new HistoryEntries([], [], [], [], []),
            Targets = new Targets([0, 1, 1], [0, 0, 1], [0, 0, 1], [4, 4, 4], [1, 1, 1]),
            Candidates = new Candidates([0, 1, 2], null, []),
        };
}
