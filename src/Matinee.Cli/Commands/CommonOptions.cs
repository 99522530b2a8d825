using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Matinee.Data.Download;

namespace Matinee.Cli.Commands;

/// <summary>Options that several commands share; each call makes a fresh one.</summary>
internal static class CommonOptions
{
    public const string DefaultDataDir = "data/processed";
    public const string DefaultModelPath = "models/default";

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
            // A parser of our own: the library's validators throw on a token that is no number.
            CustomParser = result =>
            {
                bool right =
                    double.TryParse(
                        result.Tokens[0].Value,
                        NumberStyles.Float,
                        CultureInfo.InvariantCulture,
                        out double value
                    )
                    && value >= minimum
                    && value <= maximum;
                if (!right)
                {
                    string range = string.Create(CultureInfo.InvariantCulture, $"{minimum} and {maximum}");
                    result.AddError($"{name} must be between {range}, not '{result.Tokens[0].Value}'.");
                }

                return value;
            },
        };

    /// <summary>A whole number of at least <paramref name="minimum"/>.</summary>
    public static Option<int> Whole(string name, int fallback, int minimum, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "n",
            DefaultValueFactory = _ => fallback,
            CustomParser = result => ParseWhole(result, name, minimum),
        };

    /// <summary>A user of the training data; may be left out.</summary>
    public static Option<int?> UserId(string description) =>
        new("--user-id")
        {
            Description = description,
            HelpName = "id",
            CustomParser = result => ParseWhole(result, "--user-id", 1),
        };

    private static int ParseWhole(ArgumentResult result, string name, int minimum)
    {
        string text = result.Tokens[0].Value;
        bool right =
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            && value >= minimum;
        if (!right)
        {
            result.AddError($"{name} must be at least {minimum}, a whole number, not '{text}'.");
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
