using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Bias;
using Matinee.Core.Models.ImplicitAls;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Numerics;
using Matinee.Core.Ranking;
using Matinee.Core.Ranking.Controls;
using Matinee.Core.Tests.Models;
using Matinee.Core.Tests.Numerics;

namespace Matinee.Core.Tests.Ranking;

/// <summary>Lists of a model that finds the best movies itself, against those from a score of every movie.</summary>
public class RetrievalTests
{
    private const int Movies = 10_050;

    private static readonly ImplicitAlsModel Model = new(
        new ImplicitAlsOptions { Factors = 8 },
        RandomFactors.WithNorms(Movies, 8, stream: 1),
        weighting: null,
        weightScale: 1
    );

    private static readonly MovieCatalog Catalog = new(
        [
            .. Enumerable
                .Range(0, Movies)
                .Select(n => SmallCatalog.Movie(1950 + (n % 70), ["War"]) with { Id = new(n + 1) }),
        ],
        Movies
    );

    private static readonly PopularityModel Popularity = SmallCatalog.Popularity(new int[Movies]);

    private static readonly BiasModel Ratings = BiasModel.Train(
        new InteractionMatrix([0], [], [], [], columnCount: Movies),
        new BiasOptions()
    );

    private static readonly UserHistory Long = TinyWorld.History([.. Enumerable.Range(0, 40).Select(n => n * 211)]);

    public static TheoryData<RecommendationRequest> Requests =>
        new(
            new RecommendationRequest(),
            new RecommendationRequest { Count = 1, Offset = 25 },
            new RecommendationRequest { Count = 1000 },
            new RecommendationRequest { Seen = SeenChoice.Any, Excluded = new[] { 5, 211, 9_999 } },
            new RecommendationRequest { Seen = SeenChoice.Seen, Count = 100 },
            new RecommendationRequest { Only = new[] { 7, 8, 9_000, 20_000 } },
            new RecommendationRequest
            {
                Controls = new RankingControls { Filter = new MovieFilter { YearFrom = 2010 } },
            },
            new RecommendationRequest { Controls = new RankingControls { Diversity = 0.5 } }
        );

    [Theory]
    [MemberData(nameof(Requests))]
    public void Recommend_ModelThatRetrieves_GivesTheListOfAllScores(RecommendationRequest request)
    {
        foreach (UserHistory history in new[] { Long, TinyWorld.History(3, 4, 5), UserHistory.Empty })
        {
            Recommendation[] expected = Engine(new EveryScore(Model)).Recommend(history, request);

            Assert.Equal(history.Count == 0 && request.Seen == SeenChoice.Seen, expected.Length == 0);
            Assert.Equal(expected, Engine(Model).Recommend(history, request));
        }
    }

    [Fact]
    public void Recommend_OwnOrderOfALongHistory_AsksForNoScores()
    {
        Recommendation[] list = Engine(new OnlyRetrieves()).Recommend(Long, new RecommendationRequest());

        Assert.Equal(77, Assert.Single(list).Item.Value);
    }

    [Fact]
    public void Retrieve_FewMoviesInTheModel_IsTheTopOfAllScores()
    {
        var model = new ImplicitAlsModel(
            new ImplicitAlsOptions { Factors = 3 },
            RandomFactors.WithNorms(50, 3, stream: 4),
            weighting: null,
            weightScale: 1
        );
        var scores = new float[50];
        model.Score(TinyWorld.History(1, 2), scores);
        var best = new ScoredItem[4];

        int found = model.Retrieve(TinyWorld.History(1, 2), [0b110], best);

        Assert.Equal(4, found);
        Assert.Equal(
            scores.Index().Where(pair => pair.Index is not (1 or 2)).OrderByDescending(pair => pair.Item).Take(4),
            best.Select(item => (item.Item, item.Score))
        );
    }

    private static Recommender Engine(IRanker ranker) => new(ranker, Popularity, Ratings, Catalog);

    private sealed class EveryScore(IRanker ranker) : IRanker
    {
        public string Kind => ranker.Kind;
        public int ItemCount => ranker.ItemCount;

        public void Score(UserHistory history, Span<float> scores) => ranker.Score(history, scores);

        public void Save(ComponentWriter writer) => ranker.Save(writer);
    }

    private sealed class OnlyRetrieves : IRetriever
    {
        public string Kind => "fixed";
        public int ItemCount => Movies;

        public int Retrieve(UserHistory history, ReadOnlySpan<ulong> leftOut, Span<ScoredItem> best)
        {
            Assert.True(ItemBits.Contains(leftOut, history.Items[1]));
            best[0] = new ScoredItem(77, 1);
            return 1;
        }

        public void Score(UserHistory history, Span<float> scores) => Assert.Fail("No scores are needed.");

        public void Save(ComponentWriter writer) => throw new NotSupportedException();
    }
}
