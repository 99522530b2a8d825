using Matinee.Api.Hosting;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Microsoft.Extensions.Logging;

namespace Matinee.Cli.Tests.Commands;

/// <summary><c>import --server</c> against a real server.</summary>
public sealed class ImportUploadTests(TrainedWorkspace trained) : IClassFixture<TrainedWorkspace>, IAsyncLifetime
{
    private readonly Workspace workspace = new();
    private readonly Movie movie = ModelBundle.ReadCatalog(trained.Model).Movies[0];
    private MatineeServer server = null!;

    public async ValueTask InitializeAsync() =>
        server = await MatineeServer.StartAsync(
            new ServerOptions
            {
                ModelPath = trained.Model,
                Store = workspace.Path("store.db"),
                Port = 0,
                SemanticSearch = false,
                LogLevel = LogLevel.Error,
            }
        );

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        workspace.Dispose();
    }

    [Fact]
    public async Task Import_ToAServer_StoresWhatIsCertainAndThenWhatWasDecided()
    {
        string review = workspace.Path("review.csv");
        string file = workspace.Write(
            "ratings.csv",
            "Date,Name,Year,Letterboxd URI,Rating\n2021-01-01,No Such Film At All,2021,https://boxd.it/d,3\n"
        );

        CliResult first = (await Import(file, "--review", review)).Succeeded();
        int user = int.Parse(first.Out.Split("/u/")[1].Trim(), System.Globalization.CultureInfo.InvariantCulture);
        string filled = File.ReadAllText(review).Replace("2021,,", $"2021,{movie.Id},", StringComparison.Ordinal);
        File.WriteAllText(review, filled);
        CliResult second = (await Import(file, "--choices", review, "--user-id", $"{user}")).Succeeded();

        Assert.Contains("1 row of films that the server does not know", first.Out, StringComparison.Ordinal);
        Assert.Contains("1 rating\n", second.Out, StringComparison.Ordinal);
        using var http = new HttpClient { BaseAddress = server.Address };
        string ratings = await http.GetStringAsync($"api/users/{user}/ratings");
        Assert.Contains($"\"id\":{movie.Id}", ratings, StringComparison.Ordinal);
        (await Import(file, "--user-id", "99999999")).FailedWith(1, "there is no such user");
        (await Import(file, "--only-library")).FailedWith(1, "Leave --only-library out");
    }

    private Task<CliResult> Import(params string[] arguments) =>
        Workspace.RunAsync(["import", "--server", server.Address.ToString(), .. arguments]);
}
