using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Matinee.Api.Hosting;
using Matinee.Cli.Configuration;
using Matinee.Cli.Terminal;
using Matinee.Core;
using Matinee.Core.Artifacts;
using Matinee.Core.Evaluation;
using Matinee.Core.Interactions;
using Matinee.Core.Models.Selection;
using Matinee.Core.Ranking;
using Matinee.Data;
using Matinee.Data.Demo;
using Matinee.Data.Download;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary><c>quickstart</c>: from data to recommendations in one go.</summary>
internal static class QuickstartCommand
{
    private const string Dataset = "ml-latest-small";
    private const string Configuration = "configs/quickstart.yaml";
    private const string ProcessedDir = "data/quickstart";
    private const string ModelDir = "models/quickstart";
    private const string StoreFile = "data/quickstart.db";
    private const string ReportDir = "reports/quickstart";
    private static readonly string RawDir = Path.Combine("data", "raw");

    // Being offline must not hold a newcomer up.
    private static readonly TimeSpan DownloadPatience = TimeSpan.FromSeconds(8);

    public static Command Create()
    {
        var dataDir = new Option<string?>("--data-dir")
        {
            Description =
                $"Raw data to use (folder or zip). Default: {RawDir}/{Dataset}, else a download, else demo data.",
            HelpName = "folder",
        };
        Option<Uri> baseUrl = CommonOptions.BaseUrl();
        Option<int> count = CommonOptions.Whole("--n-recommendations", 10, 1, "Length of the list shown at the end.");
        Option<int?> userId = CommonOptions.UserId("Whom to recommend to at the end. Default: the first user.");
        var noServe = new Option<bool>("--no-serve")
        {
            Description = "End after the recommendations instead of serving them over HTTP.",
        };
        Option<int> port = CommonOptions.Whole("--port", new ServerOptions().Port, 0, "Port to serve on at the end.");
        var command = new Command(
            "quickstart",
            "One go from data to recommendations: preprocess, train, evaluate, recommend, serve."
        )
        {
            dataDir,
            baseUrl,
            userId,
            count,
            noServe,
            port,
        };
        Session.SetAction(
            command,
            async (session, parsed, cancellation) =>
            {
                await RunAsync(
                    session,
                    new Request(
                        parsed.GetValue(dataDir),
                        parsed.GetRequiredValue(baseUrl),
                        parsed.GetValue(userId),
                        parsed.GetValue(count)
                    ),
                    cancellation
                );
                if (!parsed.GetValue(noServe))
                {
                    await ServeAsync(session, parsed.GetValue(port), cancellation);
                }

                return 0;
            }
        );
        return command;
    }

    private static async Task RunAsync(Session session, Request request, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        Heading(session, "1/5 data");
        string raw = request.DataDir ?? await FindDataAsync(session, request.BaseUrl, cancellation);
        session.Out.MarkupLineInterpolated($"Using {raw}");
        Heading(session, "2/5 preprocess");
        await PreprocessCommand.RunAsync(
            session,
            new PreprocessOptions { DataDirectory = raw },
            ProcessedDir,
            cancellation
        );
        Heading(session, "3/5 train");
        int threads = Environment.ProcessorCount;
        var training = new TrainRequest(ProcessedDir, Configuration, ModelDir, FitOn.TrainValidation, threads);
        await TrainCommand.RunAsync(session, training, cancellation);
        Heading(session, "4/5 evaluate");
        await EvaluateCommand.RunAsync(
            session,
            ProcessedDir,
            ModelDir,
            ReportDir,
            new EvaluationOptions(),
            cancellation
        );
        Heading(session, "5/5 recommend");
        Recommend(session, request.UserId, request.Count);
        session.Out.WriteLine();
        session.Out.MarkupLineInterpolated($"Done in {Numbers.Seconds(Stopwatch.GetElapsedTime(start))}. Next:");
        session.Out.MarkupLine($"  {ProgramName.Typed} serve --model-path {ModelDir}");
        session.Out.MarkupLine($"  {ProgramName.Typed} recommend --model-path {ModelDir} --user-id <id>");
        session.Out.MarkupLine(
            $"  {ProgramName.Typed} recommend --model-path {ModelDir} --ratings <a CSV with movieId,rating>"
        );
    }

    private static async Task<string> FindDataAsync(Session session, Uri baseUrl, CancellationToken cancellation)
    {
        string local = Path.Combine(RawDir, Dataset);
        if (Directory.Exists(local))
        {
            return local;
        }

        if (await TryDownloadAsync(session, baseUrl, cancellation))
        {
            return local;
        }

        string demo = Path.Combine(RawDir, "demo");
        session.Out.MarkupLine("[yellow]Going on with demo data: real films, simulated ratings.[/]");
        DemoFolder.EnsureReplaceable(demo);
        DemoFolder.Write(DemoGenerator.Generate(new DemoOptions(), cancellation), demo, cancellation);
        return demo;
    }

    private static async Task<bool> TryDownloadAsync(Session session, Uri baseUrl, CancellationToken cancellation)
    {
        if (!MovieLensDataset.TryGet(Dataset, out MovieLensDataset? dataset))
        {
            throw new UnreachableException();
        }

        session.Out.MarkupLineInterpolated($"{Dataset} is not in {RawDir}; downloading it ...");
        var options = new DownloadOptions { BaseUrl = baseUrl, OutputDirectory = RawDir };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(DownloadPatience);
        try
        {
            await DownloadDisplay.RunAsync(
                session,
                dataset.Name,
                dataset.ZipBytes,
                progress =>
                    MovieLensDownload.FetchAsync(
                        dataset,
                        options with
                        {
                            Progress = new FirstByte(patience, progress),
                        },
                        patience.Token
                    )
            );
            session.Out.WriteLine(
                "MovieLens data is for research, not for redistribution; see the README in its folder."
            );
            return true;
        }
        catch (MatineeException exception)
        {
            session.Warn(exception.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            session.Warn($"{baseUrl} did not answer within {DownloadPatience.TotalSeconds:0} s.");
        }

        return false;
    }

    private static void Recommend(Session session, int? userId, int count)
    {
        ModelBundle bundle = ModelBundle.Load(ModelDir, KnownModels.Kinds);
        BundleHistories histories = bundle.Histories ?? throw new UnreachableException();
        var user = new UserId(userId ?? histories.Users.IdByIndex[0]);
        if (!histories.TryGet(user, out UserHistory? history))
        {
            throw new MatineeException(
                $"There is no user {user} in the training data. Leave --user-id out, or pass another."
            );
        }

        Recommendation[] list = bundle.Recommender().Recommend(history, new RecommendationRequest { Count = count });
        Explanation[] explanations = bundle.Explainer().Explain(history, [.. list.Select(movie => movie.Item)]);
        RecommendationView.WriteTable(session.Out, bundle, history, list, explanations, user.Value);
    }

    private static async Task ServeAsync(Session session, int port, CancellationToken cancellation)
    {
        session.Out.WriteLine();
        var flags = new Dictionary<string, string>
        {
            ["model-path"] = ModelDir,
            ["report-path"] = ReportDir,
            // Who rates here rates demo data's or a small dataset's movies: apart from a store for real.
            ["store"] = StoreFile,
            ["port"] = port.ToString(CultureInfo.InvariantCulture),
        };
        await MatineeServer.RunAsync(ServeCommand.Options(flags), session.RawOut, cancellation: cancellation);
    }

    private static void Heading(Session session, string text)
    {
        session.Out.WriteLine();
        session.Out.MarkupLineInterpolated($"[bold]{text}[/]");
    }

    private sealed record Request(string? DataDir, Uri BaseUrl, int? UserId, int Count);

    /// <summary>Once something arrives, the download may take as long as it needs.</summary>
    private sealed class FirstByte(CancellationTokenSource patience, IProgress<DownloadEvent> inner)
        : IProgress<DownloadEvent>
    {
        public void Report(DownloadEvent value)
        {
            if (value is DownloadEvent.Received or DownloadEvent.Started)
            {
                patience.CancelAfter(Timeout.InfiniteTimeSpan);
            }

            inner.Report(value);
        }
    }
}
