using System.CommandLine;
using Matinee.Cli.Importing;
using Matinee.Cli.Terminal;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Data;
using Matinee.Imports;
using Matinee.Imports.Matching;
using Matinee.Imports.Preview;

namespace Matinee.Cli.Commands;

/// <summary><c>import</c>: ratings and libraries of other sites and servers, as movies of a model's catalogue.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("file")
        {
            Description =
                "A Letterboxd ZIP, an IMDb CSV, Trakt's JSON or ZIP, a TMDB or MovieLens CSV, Jellyfin's JSON, Plex's CSV or XML, or a folder of "
                + "such files or of NFO files. It is recognised by what is in it.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string> modelPath = CommonOptions.ModelPath();
        modelPath.Description = "Model folder, whose catalogue the films are looked up in.";
        Option<string?> output = Output(
            "--output",
            "Write the ratings here, for 'recommend --ratings'. Without it nothing is written."
        );
        var outputFormat = new Option<string>("--output-format")
        {
            Description = "ratings, letterboxd, imdb-ids or json.",
            DefaultValueFactory = _ => ImportOutputs.RatingsFormat,
        };
        outputFormat.AcceptOnlyFromAmong(ImportOutputs.RatingsFormat, "letterboxd", "imdb-ids", "json");
        Option<string?> seen = Output(
            "--seen-output",
            "Write the films that were watched or liked without a rating here, for 'recommend --exclude-file'."
        );
        Option<string?> watchlist = Output(
            "--watchlist-output",
            "Write the watchlist here, for 'recommend --exclude-file', too."
        );
        Option<string?> library = Output(
            "--library-output",
            "Write the films of the library here, for 'recommend --only-file'."
        );
        Option<string?> review = Output("--review", "Write the films to decide about here, with a column to fill in.");
        var choices = new Option<string?>("--choices")
        {
            Description = "What was decided: the file that --review wrote, filled in.",
            HelpName = "file",
        };
        var format = new Option<string>("--format")
        {
            Description = "How the preview is shown: table or json.",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong("table", "json");
        var jellyfin = new JellyfinOptions();
        var upload = new UploadOptions();
        var command = new Command(
            "import",
            "Bring ratings and libraries from Letterboxd, IMDb, Trakt, TMDB, MovieLens, Jellyfin and Plex."
        )
        {
            file,
            modelPath,
            output,
            outputFormat,
            seen,
            watchlist,
            library,
            review,
            choices,
            format,
        };
        jellyfin.AddTo(command);
        upload.AddTo(command);
        command.Validators.Add(result =>
        {
            if ((result.GetValue(file) is null) == (result.GetValue(jellyfin.Address) is null))
            {
                result.AddError("Give a file or folder, or a server with --jellyfin; one of them.");
            }
        });
        Session.SetAction(
            command,
            async (session, parsed, cancellation) =>
            {
                ImportSubject subject = parsed.GetValue(file) is { } path
                    ? ImportSubject.At(path)
                    : await jellyfin.ReadAsync(parsed, session, cancellation);
                if (upload.IsWanted(parsed))
                {
                    return await upload.SendAsync(session, parsed, subject, cancellation);
                }

                MovieCatalog catalog = ModelBundle.ReadCatalog(parsed.GetRequiredValue(modelPath));
                ImportedFile read = subject.Read(cancellation);
                var matcher = new FilmMatcher(catalog);
                Dictionary<string, int?>? chosen = parsed.GetValue(choices) is { } decided
                    ? ChoicesFile.Read(decided, catalog)
                    : null;
                IReadOnlyList<ImportedFilm> films = FilmGrouping.Group(read);
                ImportPlan plan = ImportPlan.Make(read.Source, read.Notes, films, read.Skipped, matcher, chosen);
                if (parsed.GetRequiredValue(format) == "json")
                {
                    session.RawOut.WriteLine(ImportJson.Text(ImportPreview.Of(plan, plan.Digest, catalog)));
                }
                else
                {
                    ImportView.Write(session, subject.Name, plan, catalog);
                }

                Written(session, parsed, plan, catalog);
                return 0;
            }
        );
        return command;

        void Written(Session session, ParseResult parsed, ImportPlan plan, MovieCatalog catalog)
        {
            var written = new WrittenFiles(session);
            if (parsed.GetValue(output) is { } ratings)
            {
                string shape = parsed.GetRequiredValue(outputFormat);
                int leftOut = ImportOutputs.WriteRatings(ratings, shape, plan, catalog);
                written.Add(ratings, plan.Ratings.Count - leftOut, "ratings");
                if (leftOut > 0)
                {
                    session.Warn($"{Numbers.Count(leftOut)} films have no id of this kind and are left out.");
                }
            }

            var rated = plan.Ratings.Select(rating => rating.Item).ToHashSet();
            Movies(seen, plan.Watched.Concat(plan.Liked).Where(fact => !rated.Contains(fact.Item)), written.AddSeen);
            Movies(watchlist, plan.Wanted, (path, count) => written.Add(path, count, "movies"));
            Movies(library, plan.Owned, (path, count) => written.Add(path, count, "movies"));
            if (parsed.GetValue(review) is { } undecided)
            {
                ReviewFile.Write(undecided, plan, catalog);
                written.Add(undecided, plan.Films.Count(ReviewFile.IsOpen), "films to decide about");
            }

            written.Show(parsed.GetValue(output), parsed.GetRequiredValue(modelPath));

            void Movies(Option<string?> option, IEnumerable<PlannedFact> facts, Action<string, int> added)
            {
                if (parsed.GetValue(option) is { } path)
                {
                    added(path, ImportOutputs.WriteMovies(path, facts.Select(fact => fact.Item), catalog));
                }
            }
        }
    }

    private static Option<string?> Output(string name, string description) =>
        new(name) { Description = description, HelpName = "file" };
}
