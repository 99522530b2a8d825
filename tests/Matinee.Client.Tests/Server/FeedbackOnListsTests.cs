namespace Matinee.Client.Tests.Server;

/// <summary>Changes what a model's figures are, so with a server of its own.</summary>
public sealed class FeedbackOnListsTests(ServedBundles bundles)
{
    [Fact]
    public async Task GetModel_AfterWhatCameOfLists_CountsIt()
    {
        await using TestServer server = await TestServer.StartAsync(bundles.Ease);
        var client = new MatineeClient(server.Client);
        Recommendations list = await client.RecommendAsync(7, new RecommendationOptions { Limit = 10 });
        GroupRecommendations group = await client.RecommendForGroupAsync(
            [GroupMember.User(7), GroupMember.User(8)],
            options: new ListOptions { Limit = 4 }
        );
        MovieRef[] movies = [.. list.Movies.Select(movie => (MovieRef)movie.Id)];

        await client.PutRatingAsync(7, movies[0], 4.5, recommendationId: list.RecommendationId);
        await client.PutRatingsAsync(7, [new(movies[1], 2), new(movies[2], 3)], list.RecommendationId);
        await client.AddEventsAsync(
            7,
            [
                new(movies[3], EventType.Clicked, RecommendationId: list.RecommendationId),
                new(movies[4], EventType.Clicked),
            ]
        );
        await client.AddEventsAsync(
            8,
            [new(group.Movies[0].Id, EventType.Watched, RecommendationId: group.RecommendationId)]
        );

        // What a server has not written yet it writes when it stops.
        await server.RestartAsync();
        OnlineQuality online = (await new MatineeClient(server.Client).GetModelAsync()).Online[0];
        Assert.True(online.Current);
        Assert.Equal(2, online.Lists);
        Assert.InRange(online.From, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1), online.To);
        Assert.Equal(14, online.Movies);
        Assert.Equal((1, 1, 3), (online.Clicked, online.Watched, online.Rated));
        Assert.Equal(9.5 / 3, online.MeanStars!.Value, 0.001);
        Assert.Equal(1 / 14.0, online.ClickRate.Value!.Value, 0.0001);
        Assert.InRange(online.LikedRate.Value!.Value, online.LikedRate.Low!.Value, online.LikedRate.High!.Value);
    }
}
