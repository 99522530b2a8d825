using System.CommandLine;
using System.Globalization;
using Matinee.Cli.Configuration;
using Matinee.Cli.Terminal;
using Matinee.Core;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Ranking;
using Matinee.Data;
using Matinee.Data.Folders;

namespace Matinee.Cli.Commands;

/// <summary><c>recommend</c>: a list for a known user, or for anyone who brings ratings.</summary>
internal static class RecommendCommand
{
    public static Command Create()
    {
        Option<string> modelPath = CommonOptions.ModelPath();
        Option<int?> userId = CommonOptions.UserId(
            "A user of the dataset; all of their ratings are known and none is recommended again."
        );
        var ratings = new Option<string?>("--ratings")
        {
            Description = "CSV of a new person's ratings: movieId,rating (stars 0.5 to 5), optionally timestamp.",
            HelpName = "file",
        };
        var dataDir = new Option<string?>("--data-dir")
        {
            Description = "Take the user's history from this dataset instead of from the model.",
            HelpName = "folder",
        };
        Option<int> count = CommonOptions.Whole("--n-recommendations", 10, 1, "Length of the list.");
        var controls = new ControlOptions();
        var filter = new FilterOptions();
        var include = new Option<bool>("--include-watched") { Description = "Movies already rated may appear." };
        var exclude = new Option<bool>("--exclude-watched")
        {
            Description = "Only movies not rated yet (the default).",
        };
        var explain = new Option<bool?>("--explain")
        {
            Description = "Say why: which ratings speak for each movie. 'false' leaves it out (the default for csv).",
        };
        var format = new Option<string>("--format")
        {
            Description = "table, json or csv; letterboxd or imdb-ids for other sites.",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong(
            "table",
            "json",
            "csv",
            RecommendationExport.Letterboxd,
            RecommendationExport.ImdbIds
        );
        Option<string?> device = ScoringDevice.Option();
        var command = new Command("recommend", "Recommend movies to a user.")
        {
            modelPath,
            userId,
            ratings,
            dataDir,
            count,
            include,
            exclude,
            explain,
            format,
            device,
        };
        controls.AddTo(command);
        filter.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(userId) is null == result.GetResult(ratings) is null)
            {
                result.AddError(
                    "Give one of --user-id (a user of the training data) and --ratings (a file of your own)."
                );
            }

            if (result.GetValue(include) && result.GetValue(exclude))
            {
                result.AddError("--include-watched and --exclude-watched contradict each other; give one.");
            }

            if (result.GetResult(ratings) is not null && result.GetResult(dataDir) is not null)
            {
                result.AddError("--data-dir is where a known user's history comes from; it has no use with --ratings.");
            }
        });
        Session.SetAction(
            command,
            (session, parsed, _) =>
            {
                ModelBundle bundle = ScoringDevice.Place(
                    ModelBundle.Load(parsed.GetRequiredValue(modelPath), KnownModels.Kinds),
                    parsed.GetValue(device)
                );
                using var onDevice = bundle.Model as IDisposable;
                UserHistory history = parsed.GetValue(ratings) is { } file
                    ? RatingsFile.ReadHistory(file, bundle.Catalog, session.Warn)
                    : KnownHistory(bundle, new UserId(parsed.GetValue(userId)!.Value), parsed.GetValue(dataDir));
                int[]? only = filter.Only(parsed, bundle.Catalog);
                var request = new RecommendationRequest
                {
                    Only = only is null ? default(ReadOnlyMemory<int>?) : only,
                    Count = parsed.GetValue(count),
                    Seen = parsed.GetValue(include) ? SeenChoice.Any : SeenChoice.Unseen,
                    Controls = controls.Read(parsed) with
                    {
                        Filter = filter.Read(parsed, bundle.Catalog, session.Warn),
                    },
                };
                Recommendation[] list = bundle.Recommender().Recommend(history, request);
                if (list.Length < request.Count)
                {
                    session.Warn(Shortage(list.Length, request));
                }

                string shown = parsed.GetRequiredValue(format);
                if (RecommendationExport.IsFormat(shown))
                {
                    RecommendationExport.Write(session, shown, bundle.Catalog, list);
                    return Task.FromResult(0);
                }

                Explainer explainer = bundle.Explainer();
                Explanation[]? explanations =
                    parsed.GetValue(explain) ?? (shown != "csv" && explainer.HasReasons(history))
                        ? explainer.Explain(history, [.. list.Select(movie => movie.Item)])
                        : null;
                RecommendationView.Write(session, shown, bundle, history, list, explanations, parsed.GetValue(userId));
                return Task.FromResult(0);
            }
        );
        return command;
    }

    private static string Shortage(int found, RecommendationRequest request) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(found == 0 ? "No movie" : $"Only {Numbers.Count(found)} of {Numbers.Count(request.Count)} movies")} can be listed: "
        )
        + (
            request.Controls.Filter is { IsEmpty: false } || request.Only is not null
                ? "no others pass the filters. Relax one of them for a longer list."
                : "no others are left."
        );

    private static UserHistory KnownHistory(ModelBundle bundle, UserId user, string? dataDir)
    {
        BundleHistories? histories = dataDir is null
            ? bundle.Histories
            : HistoriesOf(DatasetFolder.Read(dataDir), bundle, dataDir);
        if (histories is null)
        {
            throw new MatineeException(
                "This model was published without its users' histories. Pass --ratings file.csv with your own ratings, "
                    + "or --data-dir with the dataset it was trained on."
            );
        }

        return histories.TryGet(user, out UserHistory? history)
            ? history
            : throw new MatineeException(
                $"There is no user {user} in the training data ({Numbers.Count(histories.Users.Count)} users, "
                    + $"ids {histories.Users.IdByIndex[0]} to {histories.Users.IdByIndex[^1]}). For a new person, pass "
                    + "their ratings instead: --ratings file.csv, with lines of movieId,rating."
            );
    }

    private static BundleHistories HistoriesOf(Dataset dataset, ModelBundle bundle, string dataDir)
    {
        if (dataset.Manifest.Hash != bundle.Manifest.Dataset.Hash)
        {
            throw new MatineeException(
                $"{dataDir} is not the dataset that the model was trained on (their hashes differ), so its movie "
                    + "numbers would not fit. Pass the right --data-dir, or leave it out."
            );
        }

        return BundleHistories.FromDataset(dataset, []);
    }
}
