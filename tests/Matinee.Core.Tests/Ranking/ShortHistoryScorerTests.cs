using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Blend;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Ranking;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Ranking;

public class ShortHistoryScorerTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 14.0 / 15)]
    [InlineData(10, 14.0 / 24)]
    [InlineData(20, 14.0 / 34 * 0.5)]
    [InlineData(30, 0)]
    [InlineData(500, 0)]
    public void PopularityShare_AfterRatings_FallsToNothing(int ratings, double expected)
    {
        Assert.Equal(expected, Create().Scorer.PopularityShare(Rated(ratings, 5)), 1e-12);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0.6)]
    [InlineData(6, 0.6)]
    [InlineData(16, 0.3)]
    [InlineData(26, 0)]
    [InlineData(500, 0)]
    public void PopularityShare_OfABlend_FallsSooner(int ratings, double expected) =>
        // Without a liked movie nothing is known of the person's kind.
        Assert.Equal(expected, OfABlend().PopularityShare(Rated(ratings, 2)), 1e-12);

    [Fact]
    public void PopularityShare_LikedMoviesOfOneKind_FallsAtOnce()
    {
        ShortHistoryScorer scorer = OfABlend();

        // Three comedies: focus 1, so a fifth is left.
        Assert.Equal(0.6 / 5, scorer.PopularityShare(TinyWorld.History(0, 1, 2)), 1e-12);
        // Two comedies and a war drama: cosines 1, 0, 0, so focus 1/3.
        double weight = 1 + (4 * ((1.0 / 3) - 0.3) / 0.7);
        Assert.Equal(0.6 / weight, scorer.PopularityShare(TinyWorld.History(0, 1, 7)), 1e-12);
        // Two are too few to tell.
        Assert.Equal(0.6, scorer.PopularityShare(TinyWorld.History(0, 1)), 1e-12);
    }

    [Fact]
    public void Score_NoHistory_IsPopularity()
    {
        (ShortHistoryScorer scorer, _, PopularityModel popularity) = Create();
        var scores = new float[TinyWorld.Items];

        scorer.Score(UserHistory.Empty, scores);

        Assert.Equal(popularity.Counts.ToArray(), scores);
    }

    [Fact]
    public void Score_ShortHistory_IsTheMixOfStandardisedScores()
    {
        (ShortHistoryScorer scorer, EaseModel ease, PopularityModel popularity) = Create();
        UserHistory history = TinyWorld.History(0, 6, 7);
        var scores = new float[TinyWorld.Items];
        var personal = new float[TinyWorld.Items];
        ease.Score(history, personal);

        scorer.Score(history, scores);

        double share = scorer.PopularityShare(history);
        double[] model = Standardised(personal);
        double[] prior = Standardised(popularity.Counts.ToArray());
        for (int item = 0; item < TinyWorld.Items; item++)
        {
            Assert.Equal(((1 - share) * model[item]) + (share * prior[item]), scores[item], 1e-5);
        }
    }

    private static double[] Standardised(float[] values)
    {
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return [.. values.Select(value => deviation > 0 ? (value - mean) / deviation : 0)];
    }

    private static ShortHistoryScorer OfABlend()
    {
        BlendOptions options = new BlendOptions { Bags = 1 }.Of([
            new BlendPart(EaseModel.ModelKind, [new EaseOptions()]),
        ]);
        BlendModel blend = BlendTrainer.Train(TinyWorld.Data, options, new TrainingContext());
        return new ShortHistoryScorer(blend, PopularityModel.Train(TinyWorld.Ratings));
    }

    private static UserHistory Rated(int count, float stars) =>
        new(
            Enumerable.Range(0, count).ToArray(),
            Enumerable.Repeat(stars, count).ToArray(),
            Enumerable.Range(0, count).Select(n => 1000L + n).ToArray()
        );

    // One more rating makes the counts unequal.
    private static (ShortHistoryScorer Scorer, EaseModel Ease, PopularityModel Popularity) Create()
    {
        EaseModel ease = EaseTrainer.Train(
            TinyWorld.Ratings,
            new EaseOptions { Regularization = 1 },
            new TrainingContext()
        );
        var skewed = new InteractionMatrix([0, 3, 4], [0, 1, 5, 5], new float[4], new long[4], TinyWorld.Items);
        PopularityModel popularity = PopularityModel.Train(skewed);
        return (new ShortHistoryScorer(ease, popularity), ease, popularity);
    }
}
