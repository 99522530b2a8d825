using System.Text.Json;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Catalog.Facets;

namespace Matinee.Cli.Tests.Commands;

public sealed class ImportCommandTests(TrainedWorkspace trained) : IClassFixture<TrainedWorkspace>, IDisposable
{
    private readonly Workspace workspace = new();
    private readonly Movie[] movies = [.. ModelBundle.ReadCatalog(trained.Model).Movies.Take(6)];

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Import_WithoutOutput_ShowsWhatItWouldBringAndWritesNothing()
    {
        string file = Letterboxd();

        CliResult result = (await Import(file)).Succeeded();

        Assert.Contains("Letterboxd, 4 rows", result.Out, StringComparison.Ordinal);
        Assert.Contains("No Such Film At All (2021) ratings.csv:5", result.Out, StringComparison.Ordinal);
        Assert.Matches("recognised +3 films +3 rows", result.Out);
        Assert.Matches("rated +2 movies", result.Out);
        Assert.Contains("Nothing is written without --output", result.Error, StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFiles(workspace.Root));
    }

    [Fact]
    public async Task Import_Output_IsWhatRecommendTakes()
    {
        string ratings = workspace.Path("mine.csv");
        string seen = workspace.Path("seen.csv");

        CliResult result = (await Import(Letterboxd(), "--output", ratings, "--seen-output", seen)).Succeeded();

        Assert.Equal(
            [
                "movieId,rating,timestamp,title",
                $"{movies[0].Id},4.5,1609459200,{Cell(movies[0])}",
                $"{movies[1].Id},2.0,1609459200,{Cell(movies[1])}",
            ],
            File.ReadAllLines(ratings)
        );
        Assert.Equal(["movieId,title", $"{movies[2].Id},{Cell(movies[2])}"], File.ReadAllLines(seen));
        Assert.Contains($"--ratings {ratings}", result.Error, StringComparison.Ordinal);
        int[] list = Ids(
            (await Recommend("--ratings", ratings, "--exclude-file", seen, "--n-recommendations", "200")).Out
        );
        Assert.DoesNotContain(movies[2].Id.Value, list);
    }

    [Fact]
    public async Task Import_ReviewFilledIn_Decides()
    {
        string review = workspace.Path("review.csv");
        string ratings = workspace.Path("mine.csv");
        string file = Letterboxd();
        (await Import(file, "--review", review)).Succeeded();
        string[] lines = File.ReadAllLines(review);
        Assert.Equal("film,title,year,movieId,candidates", lines[0]);
        Assert.StartsWith("ratings.csv:5,No Such Film At All,2021,,", lines[1], StringComparison.Ordinal);

        string filled = workspace.Write(
            "filled.csv",
            lines[0] + "\n" + lines[1].Replace("2021,,", $"2021,{movies[4].Id},", StringComparison.Ordinal)
        );
        (await Import(file, "--choices", filled, "--output", ratings)).Succeeded();

        Assert.Contains(
            File.ReadAllLines(ratings),
            line => line.StartsWith($"{movies[4].Id},3.0,", StringComparison.Ordinal)
        );
        string wrong = workspace.Write("wrong.csv", "film,movieId\nratings.csv:5,99999999\n");
        (await Import(file, "--choices", wrong)).FailedWith(1, "no movie 99999999");
        string gone = workspace.Write("gone.csv", $"film,movieId\nratings.csv:77,{movies[0].Id}\n");
        (await Import(file, "--choices", gone)).FailedWith(1, "ratings.csv:77");
    }

    [Fact]
    public async Task Import_LaterExport_FindsWhatWasDecidedByTitle()
    {
        string review = workspace.Path("review.csv");
        string ratings = workspace.Path("mine.csv");
        string file = Letterboxd();
        (await Import(file, "--review", review)).Succeeded();
        // As a spreadsheet saves it.
        string[] lines = File.ReadAllLines(review);
        workspace.Write(
            "review.csv",
            "\uFEFF" + lines[0].Replace(',', ';') + "\n" + $"ratings.csv:5;No Such Film At All;2021;{movies[4].Id};\n"
        );
        string[] rows = File.ReadAllLines(file);
        string newer = workspace.Write(
            "newer.csv",
            string.Join('\n', [rows[0], "2022-01-01,A Film Above,2022,https://boxd.it/n,1", .. rows[1..]])
        );

        (await Import(newer, "--choices", review, "--review", review, "--output", ratings)).Succeeded();

        string[] written = File.ReadAllLines(ratings);
        Assert.Contains(written, line => line.StartsWith($"{movies[4].Id},3.0,", StringComparison.Ordinal));
        Assert.Equal(4, written.Length);
        // Decided lines stay.
        Assert.Contains(
            $"newer.csv:6,No Such Film At All,2021,{movies[4].Id},",
            File.ReadAllText(review),
            StringComparison.Ordinal
        );
        string gone = workspace.Write("gone.csv", "film,title,year,movieId\nratings.csv:5,Another Film,1999,1\n");
        (await Import(file, "--choices", gone)).FailedWith(1, "gone.csv, line 2: the file has no film 'Another Film'");
    }

    [Fact]
    public async Task Import_All_ShowsWhatWasRecognisedAsWhat()
    {
        CliResult result = (await Import(Letterboxd(), "--all")).Succeeded();

        Assert.Contains($"ratings.csv:2: title-and-year {movies[0].Title}", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_Library_KeepsTheListToIt()
    {
        string items = string.Join(
            ',',
            movies.Select(movie =>
                $$"""{ "Name": {{JsonSerializer.Serialize(Spoken(movie))}}, "ProductionYear": {{movie.Year}}, "Type": "Movie" }"""
            )
        );
        string file = workspace.Write("items.json", $$"""{ "Items": [{{items}}] }""");
        string library = workspace.Path("library.csv");

        (await Import(file, "--library-output", library)).Succeeded();

        int[] list = Ids((await Recommend("--user-id", "1", "--only-file", library, "--include-watched")).Out);
        Assert.Equal(movies.Select(movie => movie.Id.Value).Order(), list.Order());
    }

    [Fact]
    public async Task Import_OtherFormats_AreReadAgain()
    {
        string letterboxd = workspace.Path("for-letterboxd.csv");
        string json = workspace.Path("all.json");
        string file = Letterboxd();
        (await Import(file, "--output", letterboxd, "--output-format", "letterboxd")).Succeeded();
        (await Import(file, "--output", json, "--output-format", "json")).Succeeded();

        string[] first = await RatingsOf(file);
        Assert.Equal(first, await RatingsOf(letterboxd));
        Assert.Equal(first, await RatingsOf(json));
    }

    [Fact]
    public async Task Import_Json_IsThePreviewOfTheApi()
    {
        CliResult result = (await Import(Letterboxd(), "--format", "json")).Succeeded();

        JsonElement preview = JsonDocument.Parse(result.Out).RootElement;
        Assert.Equal("letterboxd", preview.GetProperty("source").GetString());
        Assert.Equal(4, preview.GetProperty("rows").GetProperty("total").GetInt32());
        Assert.Equal(4, preview.GetProperty("films").GetArrayLength());
    }

    [Fact]
    public async Task Recommend_ForLetterboxd_WritesItsImport()
    {
        CliResult result = (
            await Workspace.RunAsync(
                "recommend",
                "--model-path",
                trained.Model,
                "--user-id",
                "1",
                "--format",
                "letterboxd"
            )
        ).Succeeded();

        string[] lines = result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("Title,Year", lines[0], StringComparison.Ordinal);
        Assert.Equal(11, lines.Length);
    }

    [Fact]
    public async Task Import_WrongInput_SaysWhatAndWhereAndWritesNothing()
    {
        (await Import(workspace.Path("missing.zip"))).FailedWith(1, "There is no file");
        string html = workspace.Write("page.csv", "<html>Sign in</html>");
        string output = workspace.Path("out.csv");
        (await Import(html, "--output", output)).FailedWith(1, "page.csv is not an export that Matinee knows");
        Assert.False(File.Exists(output));
        string ratings = workspace.Write("ratings.csv", "movieId,rating\n1,4\n");
        (await Import(ratings, "--model-path", workspace.Path("nothing"))).FailedWith(1, "nothing is not a model");
        (await Workspace.RunAsync("import")).FailedWith(2, "Give a file or folder");
        (await Import(html, "--only-library")).FailedWith(2, "go with --server");
        (await Import(html, "--server", "localhost")).FailedWith(2, "--server takes an address");
        (await Import(html, "--server", "http://127.0.0.1:9", "--output", output)).FailedWith(2, "--output");
        (await Import(html, "--output", html)).FailedWith(2, "is the file that is imported and --output at once");
        (await Import(Letterboxd(), "--output", output, "--review", output)).FailedWith(2, "choose another place");
        string none = workspace.Write("none.csv", "Date,Name,Year,Letterboxd URI,Rating\n");
        (await Import(none, "--output", output)).FailedWith(1, "none.csv has no rows");
        (await Workspace.RunAsync("import", "--jellyfin", "http://localhost:1")).FailedWith(2, "go together");
        (await Import(Letterboxd(), "--server", "http://127.0.0.1:9")).FailedWith(1, "does not answer");
    }

    private string Letterboxd() =>
        workspace.Write(
            "ratings.csv",
            "Date,Name,Year,Letterboxd URI,Rating\n"
                + $"2021-01-01,{Quoted(movies[0])},{movies[0].Year},https://boxd.it/a,4.5\n"
                + $"2021-01-01,{Quoted(movies[1])},{movies[1].Year},https://boxd.it/b,2\n"
                + $"2021-01-01,{Quoted(movies[2])},{movies[2].Year},https://boxd.it/c,\n"
                + "2021-01-01,No Such Film At All,2021,https://boxd.it/d,3\n"
        );

    private async Task<string[]> RatingsOf(string file)
    {
        string ratings = workspace.Path("read-again.csv");
        (await Import(file, "--output", ratings)).Succeeded();
        return File.ReadAllLines(ratings);
    }

    private Task<CliResult> Import(params string[] arguments) =>
        Workspace.RunAsync(
            arguments.Contains("--model-path")
                ? ["import", .. arguments]
                : ["import", "--model-path", trained.Model, .. arguments]
        );

    private async Task<CliResult> Recommend(params string[] arguments) =>
        (
            await Workspace.RunAsync(["recommend", "--model-path", trained.Model, "--format", "csv", .. arguments])
        ).Succeeded();

    private static int[] Ids(string csv) =>
        [
            .. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(line => int.Parse(line.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture)),
        ];

    private static string Cell(Movie movie) => Data.CsvCell.Of(movie.Title);

    private static string Quoted(Movie movie) => $"\"{Spoken(movie).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // As other sites write it.
    private static string Spoken(Movie movie)
    {
        string title = ReadingTitle.Of(movie);
        int bracket = title.IndexOf(" (", StringComparison.Ordinal);
        return bracket < 0 ? title : title[..bracket];
    }
}
