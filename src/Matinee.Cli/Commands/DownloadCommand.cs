using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using Matinee.Cli.Terminal;
using Matinee.Data.Download;
using Spectre.Console;

namespace Matinee.Cli.Commands;

internal static class DownloadCommand
{
    private static readonly Argument<MovieLensDataset> Dataset = CreateDataset();

    private static readonly Option<string> OutputDirectory = new("--output-dir", "-o")
    {
        Description = "Where the dataset's folder is put.",
        HelpName = "folder",
        DefaultValueFactory = _ => new DownloadOptions().OutputDirectory,
    };

    private static readonly Option<bool> Force = new("--force")
    {
        Description = "Download again and replace a folder that is already there.",
    };

    private static readonly Option<Checksum?> ExpectedChecksum = CreateChecksum();

    private static readonly Option<Uri> BaseUrl = CommonOptions.BaseUrl();

    public static Command Create()
    {
        var command = new Command("download", "Download a MovieLens dataset from GroupLens, check it and unpack it.")
        {
            Dataset,
            OutputDirectory,
            Force,
            ExpectedChecksum,
            BaseUrl,
        };
        Session.SetAction(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(Session session, ParseResult parsed, CancellationToken cancellation)
    {
        MovieLensDataset dataset = parsed.GetRequiredValue(Dataset);
        var options = new DownloadOptions
        {
            BaseUrl = parsed.GetRequiredValue(BaseUrl),
            OutputDirectory = parsed.GetRequiredValue(OutputDirectory),
            Force = parsed.GetValue(Force),
            Checksum = parsed.GetValue(ExpectedChecksum),
        };
        try
        {
            DownloadResult result = await DownloadDisplay.RunAsync(
                session,
                dataset.Name,
                dataset.ZipBytes,
                progress => MovieLensDownload.FetchAsync(dataset, options with { Progress = progress }, cancellation)
            );
            Print(session.Out, dataset, result);
            return 0;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            session.Error.MarkupLine(
                "[yellow]cancelled:[/] what has arrived is kept; run the same command again to resume there."
            );
            return Session.Cancelled;
        }
    }

    private static void Print(IAnsiConsole console, MovieLensDataset dataset, DownloadResult result)
    {
        if (result.AlreadyThere)
        {
            console.MarkupLineInterpolated(
                $"{dataset.Name} is already in [bold]{result.Folder}[/]; pass --force to download it again."
            );
            return;
        }

        console.MarkupLineInterpolated(
            $"{dataset.Name} is in [bold]{result.Folder}[/] ({result.Files} files, {ByteSize.Format(result.Bytes)})."
        );
        console.WriteLine(Verification(result));
        if (dataset.ContentsChange)
        {
            console.WriteLine(
                $"GroupLens updates {dataset.Name} from time to time: note the date beside your results."
            );
        }

        console.WriteLine();
        console.WriteLine(MovieLensDataset.Licence);
    }

    private static string Verification(DownloadResult result) =>
        (result.Verified, result.ChecksumOrigin) switch
        {
            ({ } sum, ChecksumOrigin.Caller) => $"Verified: {sum.Algorithm} {sum.Hex}, as given with --checksum.",
            ({ } sum, _) => $"Verified: {sum.Algorithm} {sum.Hex}, as published by the server.",
            (null, ChecksumOrigin.NotAvailable) =>
                "Not verified: the server did not hand out its checksum. Sizes and CRCs inside the zip are right.",
            _ => "Not verified: the server offers no checksum. Sizes and CRCs inside the zip are right.",
        };

    private static Argument<MovieLensDataset> CreateDataset()
    {
        var argument = new Argument<MovieLensDataset>("dataset")
        {
            HelpName = "dataset",
            Description =
                "One of:\n"
                + string.Join(
                    '\n',
                    MovieLensDataset.All.Select(known =>
                        $"{known.Name, -15} {ByteSize.Format(known.ZipBytes), 7}  {known.Description}"
                    )
                ),
            CustomParser = Parse,
        };
        argument.CompletionSources.Add(_ => MovieLensDataset.All.Select(known => new CompletionItem(known.Name)));
        return argument;

        static MovieLensDataset? Parse(ArgumentResult result)
        {
            string name = result.Tokens[0].Value;
            if (!MovieLensDataset.TryGet(name, out MovieLensDataset? dataset))
            {
                string known = string.Join(", ", MovieLensDataset.All.Select(each => each.Name));
                result.AddError($"There is no dataset '{name}'. Known are: {known}.");
            }

            return dataset;
        }
    }

    private static Option<Checksum?> CreateChecksum() =>
        new("--checksum")
        {
            Description = "What the zip must hash to: 32 hexadecimal digits for md5, 64 for SHA-256.",
            HelpName = "hex",
            DefaultValueFactory = _ => null,
            CustomParser = result =>
            {
                if (!Checksum.TryParse(result.Tokens[0].Value, out Checksum? checksum))
                {
                    result.AddError("--checksum takes 32 hexadecimal digits (md5) or 64 (SHA-256).");
                }

                return checksum;
            },
        };
}
