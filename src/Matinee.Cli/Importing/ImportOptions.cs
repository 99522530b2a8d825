using System.CommandLine;
using System.CommandLine.Parsing;
using Matinee.Cli.Commands;

namespace Matinee.Cli.Importing;

/// <summary>What an import reads, shows and writes.</summary>
internal sealed class ImportOptions
{
    private readonly Argument<string?> file = new("file")
    {
        Description =
            "A Letterboxd ZIP, an IMDb CSV, Trakt's JSON or ZIP, a TMDB or MovieLens CSV, Jellyfin's JSON, Plex's CSV or XML, or a folder of "
            + "such files or of NFO files. It is recognised by what is in it.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> modelPath = CommonOptions.ModelPath();

    private readonly Option<string?> output = File(
        "--output",
        "Write the ratings here, for 'recommend --ratings'. Without it nothing is written."
    );

    private readonly Option<string> outputFormat = new("--output-format")
    {
        Description = "ratings, letterboxd, imdb-ids or json.",
        DefaultValueFactory = _ => ImportOutputs.RatingsFormat,
    };

    private readonly Option<string?> seen = File(
        "--seen-output",
        "Write the films that were watched or liked without a rating here, for 'recommend --exclude-file'."
    );

    private readonly Option<string?> watchlist = File(
        "--watchlist-output",
        "Write the watchlist here, for 'recommend --exclude-file', too."
    );

    private readonly Option<string?> library = File(
        "--library-output",
        "Write the films of the library here, for 'recommend --only-file'."
    );

    private readonly Option<string?> review = File(
        "--review",
        "Write the films to decide about here, with a column movieId to fill in: an id, - to leave the film out, or nothing."
    );

    private readonly Option<string?> choices = File(
        "--choices",
        "What was decided: the file that --review wrote, filled in."
    );

    private readonly Option<bool> all = new("--all")
    {
        Description = "Show every film and row: what was recognised as what, too, and no list cut short.",
    };

    private readonly Option<string> format = new("--format")
    {
        Description = "How the preview is shown: table or json.",
        DefaultValueFactory = _ => "table",
    };

    public ImportOptions()
    {
        modelPath.Description = "Model folder, whose catalogue the films are looked up in.";
        outputFormat.AcceptOnlyFromAmong(ImportOutputs.RatingsFormat, "letterboxd", "imdb-ids", "json");
        format.AcceptOnlyFromAmong("table", "json");
    }

    public void AddTo(Command command)
    {
        command.Arguments.Add(file);
        command.Options.Add(modelPath);
        command.Options.Add(output);
        command.Options.Add(outputFormat);
        command.Options.Add(seen);
        command.Options.Add(watchlist);
        command.Options.Add(library);
        command.Options.Add(review);
        command.Options.Add(choices);
        command.Options.Add(all);
        command.Options.Add(format);
        command.Validators.Add(NothingTwice);
    }

    public ImportRequest Read(ParseResult parsed) =>
        new(
            parsed.GetValue(file),
            parsed.GetRequiredValue(modelPath),
            parsed.GetValue(output),
            parsed.GetRequiredValue(outputFormat),
            parsed.GetValue(seen),
            parsed.GetValue(watchlist),
            parsed.GetValue(library),
            parsed.GetValue(review),
            parsed.GetValue(choices),
            parsed.GetValue(all),
            parsed.GetRequiredValue(format) == "json"
        );

    /// <summary>Whether there is a file to import.</summary>
    public bool HasFile(CommandResult result) => result.GetValue(file) is not null;

    /// <summary>Names of the options that are given and mean nothing where a server stores the import.</summary>
    public IEnumerable<string> OnlyHere(CommandResult result) =>
        ((Option[])[output, outputFormat, seen, watchlist, library, all, format])
            .Where(option => result.GetResult(option) is { Implicit: false })
            .Select(option => option.Name);

    // What is read must not be written over, and two things not to one file. A review may take the place of its filled-in self.
    private void NothingTwice(CommandResult result)
    {
        var taken = new Dictionary<string, string>();
        Take(result.GetValue(file), "the file that is imported");
        foreach (Option<string?> option in (Option<string?>[])[choices, output, seen, watchlist, library, review])
        {
            if (!(option == review && Same(result.GetValue(review), result.GetValue(choices))))
            {
                Take(result.GetValue(option), option.Name);
            }
        }

        void Take(string? path, string what)
        {
            if (string.IsNullOrWhiteSpace(path))
            {
                return;
            }

            if (!taken.TryAdd(Path.GetFullPath(path), what))
            {
                result.AddError($"{path} is {taken[Path.GetFullPath(path)]} and {what} at once; choose another place.");
            }
        }
    }

    private static bool Same(string? left, string? right) =>
        !string.IsNullOrWhiteSpace(left)
        && !string.IsNullOrWhiteSpace(right)
        && Path.GetFullPath(left) == Path.GetFullPath(right);

    private static Option<string?> File(string name, string description) =>
        new(name) { Description = description, HelpName = "file" };
}

/// <param name="Path">Of the file or folder; null: a server is asked.</param>
/// <param name="Json">Whether the preview is to be JSON.</param>
internal sealed record ImportRequest(
    string? Path,
    string ModelPath,
    string? Output,
    string OutputFormat,
    string? Seen,
    string? Watchlist,
    string? Library,
    string? Review,
    string? Choices,
    bool All,
    bool Json
);
