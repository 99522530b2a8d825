using System.CommandLine;
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

    public static Option<double> Diversity()
    {
        var option = new Option<double>("--diversity")
        {
            Description = "How much different genres count against score, 0 to 1; 0.1 to 0.2 costs about 1% NDCG@10.",
            HelpName = "share",
            DefaultValueFactory = _ => 0,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and <= 1))
            {
                result.AddError("--diversity must be between 0 and 1.");
            }
        });
        return option;
    }

    public static Option<int> Whole(string name, int fallback, int minimum, string description)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => fallback };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < minimum)
            {
                result.AddError($"{name} must be at least {minimum}.");
            }
        });
        return option;
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
