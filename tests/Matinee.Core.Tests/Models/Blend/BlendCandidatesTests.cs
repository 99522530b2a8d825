using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Bias;
using Matinee.Core.Models.Blend;
using Matinee.Core.Models.Ease;

namespace Matinee.Core.Tests.Models.Blend;

public class BlendCandidatesTests
{
    private const int Items = 80;
    private const int Depth = 10;
    private static readonly InteractionMatrix Ratings = RandomRatings.Create(120, Items, 10, 100, 86_400);
    private static readonly EaseModel Ease = EaseTrainer.Train(Ratings, new EaseOptions(), new TrainingContext());

    [Fact]
    public void Score_PopularityCountsAgainst_WhatNoModelHasAmongItsBestStaysBehind()
    {
        UserHistory history = Ratings.History(new UserIndex(3));
        int[] unseen = [.. Enumerable.Range(0, Items).Where(item => !history.Contains(new ItemIndex(item)))];
        float[] ease = RecommenderContract.Scores(Ease, history);
        int[] candidates = [.. unseen.OrderByDescending(item => ease[item]).Take(Depth)];

        float[] scores = RecommenderContract.Scores(Blended(Depth), history);
        float[] sums = RecommenderContract.Scores(Blended(Items), history);

        // By the sum alone, what is hardly rated is ahead.
        Assert.True(unseen.OrderByDescending(item => sums[item]).Take(Depth).Except(candidates).Count() > Depth / 2);
        float least = candidates.Min(item => sums[item]);
        foreach (int item in unseen)
        {
            float expected = candidates.Contains(item) ? sums[item] : Math.Min(sums[item], least);
            Assert.Equal(expected, scores[item], 1e-5f);
        }
    }

    [Fact]
    public void Reaches_BetterThanACandidate_OnlyByAFeatureThatRetrieves()
    {
        var table = new FeatureTable(
            [
                [1f, 3f, 2.5f],
                [9f, 9f, 9f],
            ],
            [],
            [],
            [2.5f, float.PositiveInfinity]
        );

        Assert.False(table.Reaches(0));
        Assert.True(table.Reaches(1));
        Assert.False(table.Reaches(2));
    }

    private static BlendModel Blended(int depth)
    {
        BlendOptions options = new BlendOptions
        {
            Depth = depth,
            Weights = new Dictionary<string, double> { ["ease"] = 1, ["popularity"] = -3 },
        }.Of([new BlendPart(EaseModel.ModelKind, [new EaseOptions()])]);
        var parts = new BlendParts(
            [Ease],
            BiasModel.Train(Ratings, new BiasOptions()),
            null,
            null,
            [.. Ratings.ColumnCounts().Select(count => (float)count)],
            new int[Items],
            new long[Items],
            UsesRecent: false
        );
        return BlendModel.Of(options, parts);
    }
}
