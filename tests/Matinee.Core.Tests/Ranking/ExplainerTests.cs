using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Bias;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Ranking;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Ranking;

public class ExplainerTests
{
    private const int Items = 40;
    private const int Wanted = 39;

    // 30 ratings: popularity has let go.
    private static readonly UserHistory LongHistory = History(Enumerable.Range(0, 30));

    [Fact]
    public void Explain_LongHistory_NamesTheThreeLargestContributionsWithTheirShares()
    {
        // 5 + 4 + 3 + 2 speak for it, −9 against: 5/14, 4/14, 3/14.
        Explanation explanation = Explain(LongHistory, (3, 2), (7, 5), (8, -9), (11, 4), (20, 3));

        Assert.Equal(Wanted, explanation.Item.Value);
        Assert.Equal([7, 11, 20], Movies(explanation));
        Assert.Equal([5 / 14.0, 4 / 14.0, 3 / 14.0], explanation.Reasons.Select(reason => reason.Share));
    }

    [Fact]
    public void Explain_LongList_ExplainsEveryMovieByItsOwnContributions()
    {
        const int Listed = 200;
        var weights = new float[30, Listed];
        for (int item = 0; item < Listed; item++)
        {
            weights[item % 30, item] = 1;
        }

        var empty = new InteractionMatrix([0], [], [], [], Listed);
        var explainer = new Explainer(new FixedExplainer(weights), PopularityModel.Train(empty), 50);

        Explanation[] explanations = explainer.Explain(
            LongHistory,
            [.. Enumerable.Range(0, Listed).Select(item => new ItemIndex(item))]
        );

        Assert.Equal(Enumerable.Range(0, Listed), explanations.Select(explanation => explanation.Item.Value));
        Assert.All(explanations, explanation => Assert.Equal([explanation.Item.Value % 30], Movies(explanation)));
    }

    [Fact]
    public void Explain_ContributionBelowAQuarterOfTheLargest_IsLeftOut()
    {
        Assert.Equal([7, 11], Movies(Explain(LongHistory, (7, 8), (11, 2), (20, 1.9f))));
        Assert.Equal([7], Movies(Explain(LongHistory, (7, 8), (11, -1))));
    }

    [Fact]
    public void Explain_NothingSpeaksForIt_GivesNoReason()
    {
        Assert.Empty(Explain(LongHistory, (7, -1)).Reasons);
        Assert.Empty(Explain(LongHistory).Reasons);
    }

    [Theory]
    [InlineData(5f, 5f, true)]
    [InlineData(4f, 5f, true)]
    [InlineData(3.5f, 5f, false)]
    [InlineData(3.5f, 3f, true)]
    [InlineData(2f, 1f, false)]
    public void Explain_RatedMovie_IsLikedByItsStars(float stars, float otherStars, bool liked)
    {
        float[] ratings = [stars, .. Enumerable.Repeat(otherStars, 29)];
        UserHistory history = History(Enumerable.Range(0, 30), ratings);

        var reason = (Reason.RatedMovie)Assert.Single(Explain(history, (0, 1)).Reasons);

        Assert.Equal(stars, reason.Rating);
        Assert.Equal(liked, reason.Liked);
    }

    [Fact]
    public void Explain_NoHistory_IsPopularityAlone()
    {
        Explanation explanation = Explain(UserHistory.Empty, (0, 1));

        Assert.Equal([new Reason.Popularity(3, 50, 1)], explanation.Reasons);
    }

    [Fact]
    public void Explain_FewRatings_PutsPopularityFirstAndMoviesBehind()
    {
        // Only item 39 has raters and only it scores, so both standardised scores are equal: after 5 ratings popularity has
        // 14/19, and 4/5 of the rest is movie 7's, 1/5 movie 11's.
        UserHistory history = History([7, 11, 12, 13, 14]);

        Explanation explanation = Explain(history, (7, 4), (11, 1));

        Assert.IsType<Reason.Popularity>(explanation.Reasons[0]);
        Assert.Equal([7, 11], Movies(explanation));
        double[] expected = [14 / 19.0, 5 / 19.0 * 0.8, 5 / 19.0 * 0.2];
        Assert.All(expected.Zip(explanation.Reasons), pair => Assert.Equal(pair.First, pair.Second.Share, 1e-5));
    }

    [Fact]
    public void Explain_SomeRatings_PutsPopularityLast()
    {
        // After 20 ratings popularity has half of 14/34.
        Explanation explanation = Explain(History(Enumerable.Range(0, 20)), (7, 4), (11, 4), (12, 4));

        Assert.Equal([7, 11], Movies(explanation));
        Assert.Equal(7 / 34.0, Assert.IsType<Reason.Popularity>(explanation.Reasons[2]).Share, 1e-5);
    }

    [Fact]
    public void Explain_NearlyLongHistory_LeavesNegligiblePopularityOut()
    {
        // After 29 ratings popularity has 14/43 · 1/20.
        Explanation explanation = Explain(History(Enumerable.Range(0, 29)), (7, 4), (11, 4), (12, 4));

        Assert.Equal([7, 11, 12], Movies(explanation));
        Assert.Equal(3, explanation.Reasons.Count);
    }

    [Fact]
    public void Explain_UnpopularMovieOfAShortHistory_IsNotCalledPopular()
    {
        PopularityModel popularity = PopularityOf(0);
        var explainer = new Explainer(Weights((7, 4)), popularity, 50);

        Explanation explanation = explainer.Explain(History([7, 11]), [new ItemIndex(Wanted)])[0];

        var reason = Assert.IsType<Reason.RatedMovie>(Assert.Single(explanation.Reasons));
        Assert.Equal(1, reason.Share);
    }

    [Fact]
    public void Explain_PopularityModel_SaysPopularWhateverTheHistory()
    {
        PopularityModel popularity = PopularityOf(Wanted);

        Explanation explanation = new Explainer(popularity, popularity, 50).Explain(LongHistory, [new(Wanted)])[0];

        Assert.Equal([new Reason.Popularity(3, 50, 1)], explanation.Reasons);
    }

    [Fact]
    public void Explain_BiasModel_SaysHowItIsRated()
    {
        // One movie with ratings 5 and 4: mean 4.5, deviations sum to 0.
        var matrix = new InteractionMatrix([0, 1, 2], [0, 0], [5, 4], new long[2], Items);
        BiasModel bias = BiasModel.Train(matrix, new BiasOptions());

        Explanation explanation = new Explainer(bias, PopularityModel.Train(matrix), 2).Explain(LongHistory, [new(0)])[
            0
        ];

        Assert.Equal([new Reason.RatedWell(4.5f, 2, 1)], explanation.Reasons);
    }

    [Fact]
    public void Explain_RankerThatCannotExplain_InventsNothing()
    {
        var explainer = new Explainer(new Unexplained(), PopularityOf(Wanted), 50);

        Assert.Empty(explainer.Explain(LongHistory, [new(Wanted)])[0].Reasons);
    }

    [Fact]
    public void HasReasons_RankerThatCannotExplain_OnlyWhilePopularityCarriesTheList()
    {
        var explainer = new Explainer(new Unexplained(), PopularityOf(Wanted), 50);

        Assert.False(explainer.HasReasons(LongHistory));
        Assert.True(explainer.HasReasons(UserHistory.Empty));
        Assert.True(new Explainer(Weights((3, 2)), PopularityOf(Wanted), 50).HasReasons(LongHistory));
    }

    [Fact]
    public void Sentence_MixedReasons_CallsOnlyGoodOnesLiked()
    {
        var explanation = new Explanation(
            new ItemIndex(9),
            [
                new Reason.RatedMovie(new ItemIndex(1), 4.5f, true, 0.4),
                new Reason.RatedMovie(new ItemIndex(2), 2, false, 0.3),
                new Reason.RatedMovie(new ItemIndex(3), 4, true, 0.2),
                new Reason.Popularity(1234, 6040, 0.1),
            ]
        );

        Assert.Equal(
            "you liked Movie 1 (2001) ★4.5 and Movie 3 (2003) ★4.0; you watched Movie 2 (2002) ★2.0; "
                + "popular: rated by 1,234 of 6,040 people",
            ReasonText.Sentence(explanation, TinyWorld.Catalog)
        );
        Assert.Equal("watched Movie 2 ★2.0", ReasonText.Brief(explanation.Reasons[1], TinyWorld.Catalog));
        Assert.Equal(ReasonText.Nothing, ReasonText.Sentence(explanation with { Reasons = [] }, TinyWorld.Catalog));
    }

    private static Explanation Explain(UserHistory history, params (int Rated, float Weight)[] weights) =>
        new Explainer(Weights(weights), PopularityOf(Wanted), 50).Explain(history, [new ItemIndex(Wanted)])[0];

    private static FixedExplainer Weights(params (int Rated, float Weight)[] weights)
    {
        var matrix = new float[Items, Items];
        foreach ((int rated, float weight) in weights)
        {
            matrix[rated, Wanted] = weight;
        }

        return new FixedExplainer(matrix);
    }

    // Three raters, one movie.
    private static PopularityModel PopularityOf(int item) =>
        PopularityModel.Train(
            new InteractionMatrix([0, 1, 2, 3], [item, item, item], new float[3], new long[3], Items)
        );

    private static UserHistory History(IEnumerable<int> items, float[]? ratings = null)
    {
        int[] rated = [.. items];
        return new UserHistory(rated, ratings ?? [.. rated.Select(_ => 4f)], new long[rated.Length]);
    }

    private static IEnumerable<int> Movies(Explanation explanation) =>
        explanation.Reasons.OfType<Reason.RatedMovie>().Select(reason => reason.Movie.Value);

    private sealed class Unexplained : IRanker
    {
        public string Kind => "unexplained";
        public int ItemCount => Items;

        public void Score(UserHistory history, Span<float> scores) => scores.Clear();

        public void Save(ComponentWriter writer) => throw new NotSupportedException();
    }
}
