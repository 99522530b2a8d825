using System.Globalization;
using Matinee.Api.Store;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Data.Folders;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Cli.Tests.Commands;

public sealed class ExportRatingsCommandTests(TrainedWorkspace trained) : IClassFixture<TrainedWorkspace>, IDisposable
{
    private readonly Workspace workspace = new();

    private string Store => workspace.Path("store.db");
    private string Exported => workspace.Path("export");

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Export_NothingSaidSince_PreparesToTheSameDataset()
    {
        await WithStoreAsync(_ => Task.CompletedTask);
        (await Export()).Succeeded();

        Dataset again = await Prepare();
        Dataset before = DatasetFolder.Read(trained.Data);
        Assert.Equal(before.Manifest.Hash, again.Manifest.Hash);
        Assert.True(again.Manifest.Source.Simulated);
    }

    [Fact]
    public async Task Export_PeopleHaveSaidThings_PreparesToADatasetWithThem()
    {
        Dataset before = DatasetFolder.Read(trained.Data);
        int[] movies = [.. before.Catalog.Movies.Take(30).Select(movie => movie.Id.Value)];
        (int Movie, float Stars, long Time)[] first = History(before, 1);
        int newUser = 0;
        int newMovie = 0;
        await WithStoreAsync(async store =>
        {
            StoredRating removed = new(first[0].Movie, null, 2_000_000_000);
            StoredRating changed = new(first[1].Movie, 0.5f, 2_000_000_001);
            await store.SetRatingsAsync(1, [removed, changed]);
            await store.EraseAsync(2);
            StoredMovie film = new()
            {
                Title = "Added, \"quoted\"",
                Year = 2024,
                Genres = ["Drama"],
                Tags = ["one", "two", "three"],
                TmdbId = 5,
            };
            newMovie = (await store.AddMovieAsync(film, above: 1_000_000)).Id;
            newUser = (await store.CreateUserAsync(above: 1_000_000)).Id;
            await store.SetRatingsAsync(
                newUser,
                [.. movies.Select((movie, n) => new StoredRating(movie, 4f, 500 - n))]
            );
            await store.SetRatingsAsync(
                newUser,
                [new StoredRating(newMovie, 5f, 1000), new StoredRating(987_654, 5f, 1000)]
            );
        });

        CliResult result = (await Export()).Succeeded();

        Assert.Contains("1 ratings of movies that neither the model nor the store knows", result.Error);
        string[] lines = File.ReadAllLines(Path.Combine(Exported, "ratings.csv"))[1..];
        (int User, long Time, int Movie)[] keys = [.. lines.Select(Key)];
        Assert.Equal(keys.Order(), keys);
        Assert.DoesNotContain(keys, key => key.User == 2);
        Assert.Contains($"1,{first[1].Movie},0.5,2000000001", lines);
        Assert.DoesNotContain(keys, key => (key.User, key.Movie) == (1, first[0].Movie));
        Assert.Equal(first.Length - 1, keys.Count(key => key.User == 1));
        Assert.Contains($"{newUser},{newMovie},5.0,1000", lines);
        Assert.Equal(31, keys.Count(key => key.User == newUser));

        Dataset after = await Prepare();
        Assert.Equal(before.Users.Count, after.Users.Count);
        Assert.True(after.Users.TryGetIndex(new UserId(newUser), out _));
        Assert.False(after.Users.TryGetIndex(new UserId(2), out _));
        Movie added = after.Catalog.Movies.Single(movie => movie.Id.Value == newMovie);
        Assert.Equal(("Added, \"quoted\" (2024)", 2024, 5), (added.Title, added.Year, added.TmdbId));
        Assert.Equal(["one", "three", "two"], added.Tags.Select(tag => tag.Text));
    }

    [Fact]
    public async Task Export_NoStore_SaysSo() => (await Export()).FailedWith(1, "There is no user store at");

    [Fact]
    public async Task Export_ModelWithoutHistories_SaysSo()
    {
        await WithStoreAsync(_ => Task.CompletedTask);
        string model = workspace.Path("model");
        Copy(trained.Model, model);
        Directory.Delete(Path.Combine(model, "histories"), recursive: true);

        (await Export(model)).FailedWith(1, "was published without its users' histories");
    }

    [Fact]
    public async Task Export_FolderWithOtherData_SaysSoBeforeTheWork()
    {
        CliResult result = await Workspace.RunAsync("export-ratings", "--store", Store, "--output-dir", trained.Raw);
        result.FailedWith(1, "files of another kind");
    }

    private Task<CliResult> Export(string? model = null) =>
        Workspace.RunAsync(
            "export-ratings",
            "--store",
            Store,
            "--model-path",
            model ?? trained.Model,
            "--output-dir",
            Exported
        );

    private async Task<Dataset> Prepare()
    {
        string data = workspace.Path("data");
        (await Workspace.RunAsync("preprocess", "--data-dir", Exported, "--output-dir", data)).Succeeded();
        return DatasetFolder.Read(data);
    }

    private async Task WithStoreAsync(Func<IUserStore, Task> use)
    {
        IServiceCollection services = new ServiceCollection()
            .AddLogging()
            .AddUserStore(new UserStoreOptions { Connection = Store });
        await using ServiceProvider provider = services.BuildServiceProvider();
        await use(provider.GetRequiredService<IUserStore>());
    }

    private static (int Movie, float Stars, long Time)[] History(Dataset dataset, int user)
    {
        Assert.True(dataset.Users.TryGetIndex(new UserId(user), out UserIndex index));
        UserHistory history = dataset.Matrix(Enum.GetValues<SplitPart>()).History(index);
        return
        [
            .. Enumerable
                .Range(0, history.Count)
                .Select(n =>
                    (
                        dataset.Catalog[new ItemIndex(history.Items[n])].Id.Value,
                        history.Ratings[n],
                        history.Timestamps[n]
                    )
                ),
        ];
    }

    private static (int User, long Time, int Movie) Key(string line)
    {
        long[] cells = [.. line.Split(',').Select(cell => (long)double.Parse(cell, CultureInfo.InvariantCulture))];
        return ((int)cells[0], cells[3], (int)cells[1]);
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
