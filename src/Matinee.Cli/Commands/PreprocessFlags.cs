using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Matinee.Core;
using Matinee.Core.Interactions.Splits;
using Matinee.Data;

namespace Matinee.Cli.Commands;

/// <summary>The options of <c>preprocess</c>: what they are, what goes together, and what they mean.</summary>
internal static class PreprocessFlags
{
    private static readonly PreprocessOptions Defaults = new() { DataDirectory = "data/raw/ml-latest-small" };

    private static readonly Option<string> DataDir = new("--data-dir")
    {
        Description =
            "Folder or zip file with MovieLens files, or a folder that holds one: 100K (u.data, u.item), "
            + "1M and 10M (ratings.dat, movies.dat), or any later set (ratings.csv, movies.csv).",
        DefaultValueFactory = _ => Defaults.DataDirectory,
        HelpName = "path",
    };

    public static readonly Option<string> OutputDir = new("--output-dir")
    {
        Description = "Where the dataset goes; a dataset that is there is replaced.",
        DefaultValueFactory = _ => "data/processed",
        HelpName = "folder",
    };

    private static readonly Option<string?> Preset = CreatePreset();
    private static readonly Option<int?> MinUserRatings = Minimum(
        "--min-user-ratings",
        $"Ratings a user needs; default {Thresholds.Large.MinUserRatings}."
    );
    private static readonly Option<int?> MinMovieRatings = Minimum(
        "--min-movie-ratings",
        $"Ratings a movie needs to be ranked; default {Thresholds.Large.MinMovieRatings}."
    );
    private static readonly Option<int?> MinTagsPerItem = Minimum(
        "--min-tags-per-item",
        $"Tag applications a movie needs for its tags to be kept; default {Thresholds.Large.MinTagsPerItem}."
    );

    private static readonly Option<bool> RequireTags = new("--require-tags")
    {
        Description = "Drop movies that have fewer tags than that.",
    };

    private static readonly Option<string?> Split = CreateSplit();

    private static readonly Option<double?> TestFraction = CommonOptions.OptionalFraction(
        "--test-fraction",
        "Share of all ratings to test on; default 0.2."
    );

    private static readonly Option<double?> ValidationFraction = CommonOptions.OptionalFraction(
        "--validation-fraction",
        "Share of all ratings to choose models on; default 0.1."
    );

    private static readonly Option<long> Seed = CommonOptions.Seed(Defaults.Seed, "Seed of the splits that shuffle.");

    private static readonly Option<string?> TrainFile = SplitFile(
        "--train-file",
        "Given training ratings: CSV with a header, or lines as in u1.base (tabs) or ra.train (::). Without "
            + "--test-file there is no test part."
    );
    private static readonly Option<string?> ValidFile = SplitFile(
        "--valid-file",
        "Given validation ratings, a part of the training file."
    );
    private static readonly Option<string?> TestFile = SplitFile("--test-file", "Given test ratings.");

    private static readonly Option<bool> SkipBadRows = new("--skip-bad-rows")
    {
        Description = "Drop malformed rows and list them instead of stopping at the first.",
    };

    public static void AddTo(Command command)
    {
        command.Options.Add(DataDir);
        command.Options.Add(OutputDir);
        command.Options.Add(Preset);
        command.Options.Add(MinUserRatings);
        command.Options.Add(MinMovieRatings);
        command.Options.Add(MinTagsPerItem);
        command.Options.Add(RequireTags);
        command.Options.Add(Split);
        command.Options.Add(TestFraction);
        command.Options.Add(ValidationFraction);
        command.Options.Add(Seed);
        command.Options.Add(TrainFile);
        command.Options.Add(ValidFile);
        command.Options.Add(TestFile);
        command.Options.Add(SkipBadRows);
        command.Validators.Add(CheckCombination);
    }

    public static PreprocessOptions Read(ParseResult parsed)
    {
        Thresholds preset = parsed.GetValue(Preset) is { } name ? Thresholds.Presets[name] : Defaults.Thresholds;
        SplitFractions fractions = Defaults.Fractions;
        return Defaults with
        {
            DataDirectory = parsed.GetValue(DataDir)!,
            Thresholds = preset with
            {
                MinUserRatings = parsed.GetValue(MinUserRatings) ?? preset.MinUserRatings,
                MinMovieRatings = parsed.GetValue(MinMovieRatings) ?? preset.MinMovieRatings,
                MinTagsPerItem = parsed.GetValue(MinTagsPerItem) ?? preset.MinTagsPerItem,
                RequireTags = parsed.GetValue(RequireTags),
            },
            Split = SplitProtocols.TryParse(parsed.GetValue(Split) ?? "", out SplitProtocol split)
                ? split
                : Defaults.Split,
            Fractions = new SplitFractions(
                parsed.GetValue(TestFraction) ?? fractions.Test,
                parsed.GetValue(ValidationFraction) ?? fractions.Validation
            ),
            Seed = parsed.GetValue(Seed),
            SplitFiles = parsed.GetValue(TrainFile) is { } train
                ? new SplitFiles(train, parsed.GetValue(ValidFile), parsed.GetValue(TestFile))
                : null,
            SkipBadRows = parsed.GetValue(SkipBadRows),
        };
    }

    private static void CheckCombination(CommandResult result)
    {
        bool train = Given(TrainFile);
        bool valid = Given(ValidFile);
        bool test = Given(TestFile);
        bool leaveLast = result.GetValue(Split) == SplitProtocol.LeaveLast.Name();
        if (test && !train)
        {
            result.AddError("--test-file needs --train-file beside it.");
        }
        else if (valid && !train)
        {
            result.AddError("--valid-file is a part of a --train-file: give that and --test-file too.");
        }
        else if (train && Given(TestFraction))
        {
            result.AddError("--test-fraction makes no sense beside --test-file: the file is the test part.");
        }
        else if (valid && (Given(ValidationFraction) || Given(Split)))
        {
            result.AddError(
                "--split and --validation-fraction make no sense beside --valid-file: nothing is left to draw."
            );
        }
        else if (train && result.GetValue(Split) == SplitProtocol.ColdUser.Name())
        {
            result.AddError(
                "--split cold-user draws people out of all ratings; with files of your own, preprocess the train file "
                    + "alone and pass --support-file and --test-file to 'evaluate'."
            );
        }
        else if (leaveLast && Given(TestFraction))
        {
            result.AddError("--split leave-last takes one rating per user; leave out --test-fraction.");
        }
        else if (leaveLast && Given(ValidationFraction) && Fraction(result, ValidationFraction) != 0)
        {
            result.AddError(
                "--split leave-last takes one rating per user; --validation-fraction can only be 0, for none."
            );
        }
        else
        {
            CheckFractions(result);
        }

        bool Given(Option option) => result.GetResult(option) is { Implicit: false };
    }

    private static void CheckFractions(CommandResult result)
    {
        try
        {
            new SplitFractions(
                Fraction(result, TestFraction) ?? Defaults.Fractions.Test,
                Fraction(result, ValidationFraction) ?? Defaults.Fractions.Validation
            ).Validate();
        }
        catch (MatineeException exception)
        {
            result.AddError(exception.Message);
        }
    }

    // Null for what is no number, too: the parser says so itself, and asking it for the value would throw.
    private static double? Fraction(CommandResult result, Option<double?> option) =>
        result.GetResult(option)?.Tokens is [var token]
        && double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double fraction)
            ? fraction
            : null;

    private static Option<string?> CreatePreset()
    {
        var option = new Option<string?>("--preset")
        {
            Description = "Thresholds by name (users/movies/tags): tiny 500/500/3, small 500/5/3, large 5/5/3.",
            HelpName = "name",
        };
        option.AcceptOnlyFromAmong([.. Thresholds.Presets.Keys]);
        return option;
    }

    private static Option<string?> CreateSplit()
    {
        var option = new Option<string?>("--split")
        {
            Description = $"How to split: {string.Join(", ", SplitProtocols.Names)}; default {Defaults.Split.Name()}.",
            HelpName = "protocol",
        };
        option.AcceptOnlyFromAmong([.. SplitProtocols.Names]);
        return option;
    }

    private static Option<int?> Minimum(string name, string description) =>
        CommonOptions.OptionalWhole(name, 0, description, "count");

    private static Option<string?> SplitFile(string name, string description) =>
        new(name) { Description = description, HelpName = "file" };
}
