namespace Matinee.Client.Tests.Server;

public sealed class RecommendationMethodTests(EaseServer fixture) : IClassFixture<EaseServer>
{
    private readonly MatineeClient client = new(fixture.Server.Client);

    [Fact]
    public async Task Recommend_User_HasListProfileAndReasons()
    {
        Recommendations answer = await client.RecommendAsync(7, new RecommendationOptions { Limit = 8 });

        Assert.Equal(7, answer.UserId);
        Assert.Equal(8, answer.Movies.Count);
        Assert.All(answer.Movies, movie => Assert.NotEmpty(movie.Title));
        Assert.All(answer.Movies, movie => Assert.InRange(movie.PredictedRating, 0.5, 5));
        Assert.Contains(answer.Movies, movie => movie.Reasons!.Any(reason => reason.Kind == "rated-movie"));
        Assert.Equal(answer.UserProfile.TotalRatings, answer.UserProfile.RatingDistribution.Values.Sum());
        Assert.Equal(10, answer.TopRatedMovies.Count);
        Assert.True(answer.TopRatedMovies[0].Timestamp > DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public async Task Recommend_Options_ShapeTheList()
    {
        Recommendations answer = await client.RecommendAsync(
            7,
            new RecommendationOptions
            {
                Limit = 50,
                Genres = ["Drama"],
                ExcludedGenres = ["Comedy"],
                YearMin = 1970,
                YearMax = 1999,
                Diversity = 0.3,
                Popularity = -0.5,
                MinRatings = 2,
                Include = Include.Any,
                Explain = false,
            }
        );

        Assert.NotEmpty(answer.Movies);
        Assert.All(answer.Movies, movie => Assert.Contains("Drama", movie.Genres));
        Assert.All(answer.Movies, movie => Assert.DoesNotContain("Comedy", movie.Genres));
        Assert.All(answer.Movies, movie => Assert.InRange(movie.Year!.Value, 1970, 1999));
        Assert.All(answer.Movies, movie => Assert.Null(movie.Reasons));
    }

    [Fact]
    public async Task Recommend_Visitor_CountsRatingsAndLeavesOutTheHidden()
    {
        var visitor = new Visitor { Ratings = [new(1, 5), new(MovieRef.Id(2), 4.5)] };
        int[] before = Ids(await client.RecommendAsync(visitor));

        int[] after = Ids(await client.RecommendAsync(visitor with { Hidden = [before[0]] }));
        int[] only = Ids(await client.RecommendAsync(visitor with { Only = [before[3], before[1]] }));

        Assert.Equal(before[1..], after[..^1]);
        Assert.Equal([before[1], before[3]], only);
    }

    [Fact]
    public async Task RecommendForGroup_UserAndVisitor_AgreeWithTheirStrategy()
    {
        GroupRecommendations answer = await client.RecommendForGroupAsync(
            [GroupMember.User(7), GroupMember.Visitor([new(1, 4)])],
            GroupStrategy.LeastMisery,
            new ListOptions { Limit = 3 }
        );

        Assert.Equal("least-misery", answer.Strategy);
        Assert.Equal([7, null], answer.Members);
        Assert.Equal(3, answer.Movies.Count);
        Assert.All(answer.Movies, movie => Assert.Equal(movie.Score, movie.Members.Min(member => member.Relevance), 3));
    }

    [Fact]
    public async Task EnumerateRecommendations_Pages_AreTheWholeListInOrder()
    {
        int[] whole = Ids(await client.RecommendAsync(7, new RecommendationOptions { Limit = 60 }));
        var read = new List<int>();

        var options = new RecommendationOptions { Limit = 25, Explain = false };
        await foreach (RecommendedMovie movie in client.EnumerateRecommendationsAsync(7, options))
        {
            read.Add(movie.Id);
        }

        Assert.Equal(whole, read.Take(60));
        Assert.Equal(read.Count, read.Distinct().Count());
        Assert.True(read.Count > 60, $"{read.Count}");
    }

    private static int[] Ids(Recommendations answer) => [.. answer.Movies.Select(movie => movie.Id)];
}
