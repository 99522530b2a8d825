using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using Matinee.Api.Hosting;
using Matinee.Core;
using Matinee.Core.Evaluation;
using Matinee.Data.Download;

namespace Matinee.Cli.Commands;

/// <summary>Options that several commands share; each call makes a fresh one.</summary>
internal static class CommonOptions
{
    public const string DefaultDataDir = "data/processed";
    public const string DefaultModelPath = "models/default";
    public const string StoreVariable = "MATINEE_STORE";
    public const string DefaultConfig = "configs/ease.yaml";

    public static Option<string> DataDir() =>
        new("--data-dir")
        {
            Description = "Dataset folder that 'preprocess' wrote.",
            HelpName = "folder",
            DefaultValueFactory = _ => DefaultDataDir,
        };

    public static Option<string> ModelPath() =>
        new("--model-path")
        {
            Description = "Model folder that 'train' wrote.",
            HelpName = "folder",
            DefaultValueFactory = _ => DefaultModelPath,
        };

    public static Option<string?> Store(string description) =>
        new("--store")
        {
            Description =
                $"{description} A file, or postgres://user@host/database; default: as for 'serve' ({StoreVariable}, .env, data/matinee.db).",
            HelpName = "place",
        };

    /// <summary>Which may hold a password: no default that help would show, and not to be printed.</summary>
    /// <exception cref="MatineeException">A setting of the server is not valid.</exception>
    public static string Store(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) ?? ServerConfiguration.OfThisProcess.Read(new Dictionary<string, string>()).Store;

    /// <summary>A number from 0 to <paramref name="maximum"/>.</summary>
    public static Option<double> Number(string name, double fallback, double maximum, string description) =>
        Number(name, fallback, 0, maximum, description);

    /// <summary>A number within bounds.</summary>
    public static Option<double> Number(
        string name,
        double fallback,
        double minimum,
        double maximum,
        string description
    ) =>
        new(name)
        {
            Description = description,
            HelpName = "number",
            DefaultValueFactory = _ => fallback,
            CustomParser = result => ParseNumber(result, name, minimum, maximum),
        };

    /// <summary>A share from 0 to 1 that may be left out.</summary>
    public static Option<double?> OptionalFraction(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "fraction",
            CustomParser = result => ParseNumber(result, name, 0, 1),
        };

    public static Option<string> ConfigPath(string description) =>
        new("--config-path")
        {
            Description = description,
            HelpName = "file",
            DefaultValueFactory = _ => DefaultConfig,
        };

    public static Option<double> MinRating() =>
        Number(
            "--min-rating",
            new EvaluationOptions().MinRating,
            5,
            "Stars from which a held-out movie counts as relevant; 0: every rated movie does."
        );

    /// <param name="what">What does not depend on it.</param>
    public static Option<int> Threads(string what) =>
        Whole("--threads", Environment.ProcessorCount, 1, $"Threads to use; {what} not depend on it.");

    /// <summary>A whole number of at least <paramref name="minimum"/>.</summary>
    public static Option<T> Whole<T>(string name, T fallback, T minimum, string description)
        where T : struct, IBinaryInteger<T> =>
        new(name)
        {
            Description = description,
            HelpName = "n",
            DefaultValueFactory = _ => fallback,
            CustomParser = result => ParseWhole(result, name, minimum),
        };

    /// <summary>A whole number that may be left out.</summary>
    public static Option<T?> OptionalWhole<T>(string name, T minimum, string description, string helpName = "n")
        where T : struct, IBinaryInteger<T> =>
        new(name)
        {
            Description = description,
            HelpName = helpName,
            CustomParser = result => ParseWhole(result, name, minimum),
        };

    /// <summary>A user of the training data; may be left out.</summary>
    public static Option<int?> UserId(string description) => OptionalWhole("--user-id", 1, description, "id");

    /// <summary>A number that fixes every draw; any will do.</summary>
    public static Option<long> Seed(long fallback, string description) =>
        Whole("--seed", fallback, long.MinValue, description);

    // Parsers of our own: the library's validators throw on a token that is no number, and its messages name types.
    private static double ParseNumber(ArgumentResult result, string name, double minimum, double maximum)
    {
        string text = result.Tokens[0].Value;
        bool right =
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && value >= minimum
            && value <= maximum;
        if (!right)
        {
            string range = string.Create(CultureInfo.InvariantCulture, $"{minimum} and {maximum}");
            result.AddError($"{name} must be between {range}, not '{text}'.");
        }

        return value;
    }

    private static T ParseWhole<T>(ArgumentResult result, string name, T minimum)
        where T : struct, IBinaryInteger<T>
    {
        string text = result.Tokens[0].Value;
        bool right =
            T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out T value)
            && value >= minimum;
        if (!right)
        {
            string range =
                minimum == T.CreateSaturating(long.MinValue) ? "a whole number" : $"at least {minimum}, a whole number";
            result.AddError($"{name} must be {range}, not '{text}'.");
        }

        return value;
    }

    public static Option<Uri> BaseUrl() =>
        new("--base-url")
        {
            Description = "The folder on the web that holds <dataset>.zip, such as a mirror of yours.",
            HelpName = "url",
            DefaultValueFactory = _ => DownloadOptions.GroupLens,
            CustomParser = result =>
            {
                bool web =
                    Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out Uri? url)
                    && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
                if (!web)
                {
                    result.AddError("--base-url takes an address that begins with https:// or http://.");
                }

                return url;
            },
        };
}
