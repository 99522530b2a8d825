using Matinee.Core.Catalog;
using Matinee.Core.Numerics;
using Matinee.Core.Ranking;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Ranking;

public class DiversityRerankerTests
{
    // Items 0–4 are comedies, 5–9 war dramas.
    private static readonly ScoredItem[] Candidates =
    [
        new(0, 1.0f),
        new(1, 0.9f),
        new(2, 0.8f),
        new(5, 0.6f),
        new(6, 0.0f),
    ];

    [Fact]
    public void Rerank_NoDiversity_KeepsTheOrder()
    {
        Assert.Equal([0, 1, 2], Rerank(0));
    }

    [Fact]
    public void Rerank_SomeDiversity_PicksByScoreMinusLikeness()
    {
        // After 0: 1 has 0.7 · 0.9 − 0.3 · 1 = 0.33, 5 has 0.7 · 0.6 − 0 = 0.42. After 5 its twin 6 is like it: 1 is next.
        Assert.Equal([0, 5, 1], Rerank(0.3));
    }

    [Fact]
    public void Rerank_FullDiversity_AlternatesAndTakesTheBetterOfEquals()
    {
        Assert.Equal([0, 5, 1], Rerank(1));
    }

    [Fact]
    public void Rerank_FewerCandidatesThanPlaces_ReturnsThemAll()
    {
        var list = new ScoredItem[10];

        int count = new DiversityReranker(new GenreSpace(TinyWorld.Catalog), 0.5).Rerank(Candidates, list);

        Assert.Equal(5, count);
        Assert.Equal(
            Candidates.Select(scored => scored.Item).Order(),
            list.Take(5).Select(scored => scored.Item).Order()
        );
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Create_DiversityOutOfRange_Throws(double diversity)
    {
        Assert.Throws<MatineeException>(() => new DiversityReranker(new GenreSpace(TinyWorld.Catalog), diversity));
    }

    private static int[] Rerank(double diversity)
    {
        var list = new ScoredItem[3];
        new DiversityReranker(new GenreSpace(TinyWorld.Catalog), diversity).Rerank(Candidates, list);
        return [.. list.Select(scored => scored.Item)];
    }
}
