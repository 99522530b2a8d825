using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;
using Matinee.Core.Ranking;
using Matinee.Core.Ranking.Controls;
using Matinee.Core.Ranking.Similarity;

namespace Matinee.Core.Tests.Ranking;

public class ControlledRankingTests
{
    private const int Movies = 900;
    private static readonly MovieCatalog Catalog = SmallCatalog.Random(Movies, seed: 9);
    private static readonly RankingSpace Space = CreateSpace();
    private static readonly float[] Scores = CreateScores();
    private static readonly UserHistory History = CreateHistory();

    public static TheoryData<RankingControls> EveryControl =>
        [
            new RankingControls { Diversity = 0.3 },
            new RankingControls { Diversity = 1 },
            new RankingControls { Diversity = 0.3, DiversityMethod = DiversityMethod.Dpp },
            new RankingControls { Diversity = 1, DiversityMethod = DiversityMethod.Dpp },
            new RankingControls { Calibration = 0.5 },
            new RankingControls { Calibration = 1 },
            new RankingControls { Popularity = -1 },
            new RankingControls { Popularity = 0.5 },
            new RankingControls { Serendipity = 0.5 },
            new RankingControls { Serendipity = 1 },
            new RankingControls
            {
                Filter = new MovieFilter { Genres = ["Comedy"], YearFrom = 1980 },
            },
            new RankingControls
            {
                Diversity = 0.2,
                Calibration = 0.2,
                Popularity = -0.4,
                Serendipity = 0.1,
                Filter = new MovieFilter { ExcludedGenres = ["Horror"] },
            },
        ];

    [Fact]
    public void Select_NeutralControls_IsTheTopOfTheScores()
    {
        var plain = new ScoredItem[100];
        TopK.Select(Scores, History.Items, plain);

        Assert.Equal(plain, List(new RankingControls(), 100));
        Assert.Equal(plain, List(new RankingControls { Filter = new MovieFilter() }, 100));
    }

    [Theory]
    [MemberData(nameof(EveryControl))]
    public void Select_ShorterList_IsTheBeginningOfALongerOne(RankingControls controls)
    {
        ScoredItem[] longest = List(controls, Movies);

        foreach (int length in new[] { 1, 5, 10, 13, 100, 500, 501, 600 })
        {
            Assert.Equal(longest.Take(length), List(controls, length));
        }
    }

    [Theory]
    [MemberData(nameof(EveryControl))]
    public void Select_AnyControl_ListsEveryMovieThatMayBeOnceAndNoOther(RankingControls controls)
    {
        ScoredItem[] list = List(controls, Movies);

        var may = Enumerable.Range(0, Movies).Except(History.Items.ToArray());
        if (controls.Filter is { } filter)
        {
            may = may.Except(Space.Filters.LeftOut(filter));
        }

        Assert.Equal(may, list.Select(scored => scored.Item).Order());
        Assert.All(list, scored => Assert.Equal(Scores[scored.Item], scored.Score));
    }

    [Theory]
    [MemberData(nameof(EveryControl))]
    public void Select_AnyControl_ChangesTheList(RankingControls controls)
    {
        Assert.NotEqual(List(new RankingControls(), 100), List(controls, 100));
    }

    [Fact]
    public void Select_IncludeSeen_MayListTheHistory()
    {
        var list = new ScoredItem[Movies];

        int count = new ControlledRanking(Space, new RankingControls { Diversity = 0.3 }).Select(
            History,
            Scores,
            includeSeen: true,
            list
        );

        Assert.Equal(Movies, count);
    }

    [Theory]
    [InlineData(DiversityMethod.Mmr)]
    [InlineData(DiversityMethod.Dpp)]
    public void Select_MoreDiversity_MakesTheFirstTenMoreDiverseInOrderOfScore(DiversityMethod method)
    {
        var genres = new GenreSpace(Catalog);
        double previous = -1;
        foreach (double strength in new[] { 0, 0.2, 0.6 })
        {
            ScoredItem[] ten = List(new RankingControls { Diversity = strength, DiversityMethod = method }, 10);
            double diversity = genres.Diversity([.. ten.Select(scored => scored.Item)]);
            Assert.True(diversity > previous, $"{diversity} at {strength}, {previous} before");
            Assert.Equal(ten.OrderByDescending(scored => scored.Score), ten);
            previous = diversity;
        }
    }

    [Fact]
    public void Select_Calibration_BringsTheGenreMixNearerToTheHistorys()
    {
        double plain = Divergence(new RankingControls());
        double some = Divergence(new RankingControls { Calibration = 0.3 });
        double full = Divergence(new RankingControls { Calibration = 1 });

        Assert.True(some < plain, $"{some} against {plain}");
        Assert.True(full < some, $"{full} against {some}");
    }

    [Fact]
    public void Select_Popularity_MovesTheFirstTenToLessOrMoreRatedMovies()
    {
        double less = MeanCount(new RankingControls { Popularity = -1 });
        double plain = MeanCount(new RankingControls());
        double more = MeanCount(new RankingControls { Popularity = 1 });

        Assert.True(less < plain && plain < more, $"{less}, {plain}, {more}");
    }

    [Fact]
    public void Select_Serendipity_MovesTheFirstTenAwayFromTheHistoryWithinThePool()
    {
        double plain = Likeness(new RankingControls());
        ScoredItem[] pool = List(new RankingControls(), ControlledRanking.PoolSize);

        Assert.True(Likeness(new RankingControls { Serendipity = 0.5 }) < plain);
        Assert.All(
            List(new RankingControls { Serendipity = 1 }, 10),
            scored => Assert.True(scored.Score >= pool[^1].Score)
        );
    }

    [Fact]
    public void Select_OtherSimilarity_IsWhatListsAreDiverseBy()
    {
        var similarity = new ItemSimilarity(Movies, new WeightedKernel(new ParityKernel(), 1));
        var space = new RankingSpace(Catalog, SmallCatalog.Popularity(new int[Movies]), similarity);
        var list = new ScoredItem[10];

        new ControlledRanking(space, new RankingControls { Diversity = 0.9 }).Select(History, Scores, false, list);

        Assert.Equal(5, list.Count(scored => scored.Item % 2 == 0));
    }

    [Fact]
    public void Select_EmptyHistory_TakesEveryControl()
    {
        var list = new ScoredItem[10];
        var controls = new RankingControls
        {
            Diversity = 0.2,
            Calibration = 0.5,
            Serendipity = 0.5,
            Popularity = 0.5,
        };

        Assert.Equal(10, new ControlledRanking(Space, controls).Select(UserHistory.Empty, Scores, false, list));
    }

    [Fact]
    public void Select_NothingPasses_IsEmpty()
    {
        var controls = new RankingControls
        {
            Diversity = 0.2,
            Popularity = 1,
            Filter = new MovieFilter { YearTo = 1900 },
        };

        Assert.Empty(List(controls, 10));
    }

    private static ScoredItem[] List(RankingControls controls, int length)
    {
        var list = new ScoredItem[length];
        return list[..new ControlledRanking(Space, controls).Select(History, Scores, includeSeen: false, list)];
    }

    private static double Divergence(RankingControls controls) =>
        Space.GenreDivergence(History, [.. List(controls, 10).Select(scored => scored.Item)]);

    private static double MeanCount(RankingControls controls) =>
        List(controls, 10).Average(scored => (double)Space.RatingCounts[scored.Item]);

    private static double Likeness(RankingControls controls) =>
        List(controls, 10)
            .Average(scored =>
                History.Items.ToArray().Average(item => (double)Space.Similarity.Compare(item, scored.Item))
            );

    private static RankingSpace CreateSpace()
    {
        var random = new CounterRandom(9, 2);
        return new RankingSpace(
            Catalog,
            SmallCatalog.Popularity([.. Enumerable.Range(0, Movies).Select(n => random.Below(30, n))])
        );
    }

    // Rounded, so that there are ties.
    private static float[] CreateScores()
    {
        var random = new CounterRandom(9, 3);
        return [.. Enumerable.Range(0, Movies).Select(n => MathF.Round((float)random.Normal(n), 2))];
    }

    private static UserHistory CreateHistory()
    {
        int[] items = [.. Enumerable.Range(0, 40).Select(n => n * 7)];
        return new UserHistory(items, items.Select(item => 1 + (item % 5f)).ToArray(), new long[items.Length]);
    }

    // Movies are alike if their numbers are both even or both odd.
    private sealed class ParityKernel : IItemKernel
    {
        public bool Knows(int item) => true;

        public void Add(int item, ReadOnlySpan<int> others, float weight, Span<float> sums)
        {
            for (int n = 0; n < others.Length; n++)
            {
                sums[n] += (item + others[n]) % 2 == 0 ? weight : 0;
            }
        }
    }
}
