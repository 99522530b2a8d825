using System.CommandLine;
using Matinee.Api.Hosting;
using Matinee.Cli.Configuration;
using Matinee.Cli.Retraining;
using Matinee.Cli.Terminal;

namespace Matinee.Cli.Commands;

/// <summary><c>retrain</c>: what people said since, learned by a new version of the model that is served.</summary>
internal static class RetrainCommand
{
    public const string Name = "retrain";
    private const double DefaultMargin = 5;

    public static Command Create()
    {
        Option<string?> modelPath = ServedPlaces.ModelPath();
        var store = new Option<string?>("--store")
        {
            Description =
                "The server's user store; the server may be running. A file, or postgres://user@host/database; default: what "
                + "'serve' would take.",
            HelpName = "place",
        };
        var config = new Option<string?>("--config-path")
        {
            Description = "Another YAML configuration. Default: the options of the model that is served.",
            HelpName = "file",
        };
        Option<double> margin = CommonOptions.Number(
            "--margin",
            DefaultMargin,
            100,
            "Percent by which the validation figure may be worse than the current model's; beyond it the new model is refused."
        );
        Option<int> keep = CommonOptions.Whole(
            "--keep",
            5,
            1,
            "Versions to keep; the current one and the one before it stay in any case."
        );
        var force = new Option<bool>("--force")
        {
            Description = "Take the new model even if it is worse, can't be compared, or learned nothing new.",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be done; change nothing." };
        var server = new Option<Uri?>("--server")
        {
            Description =
                $"Address of a server to tell and to wait for; its key is in the variable {ServerNotice.KeyVariable}. Default: "
                + "servers that watch the folder take the new model by themselves.",
            HelpName = "url",
            CustomParser = result =>
            {
                bool web =
                    Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out Uri? url)
                    && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);
                if (!web)
                {
                    result.AddError("--server takes an address that begins with https:// or http://.");
                }

                return url;
            },
        };
        Option<int> threads = CommonOptions.Threads("the model does");
        Option<string?> device = ScoringDevice.Option(
            "Where a network trains, whatever its options say: auto, cpu or cuda (an NVIDIA GPU)."
        );
        var command = new Command(
            Name,
            "Train the served model again on what people have said since, and let it answer unless it is worse."
        )
        {
            modelPath,
            store,
            config,
            margin,
            keep,
            force,
            dryRun,
            server,
            threads,
            device,
        };
        Session.SetAction(
            command,
            async (session, parsed, cancellation) =>
            {
                ServerOptions served = ServedPlaces.Read(parsed.GetValue(modelPath), parsed.GetValue(store));
                var request = new RetrainRequest(
                    served.ModelPath,
                    served.Store,
                    parsed.GetValue(config),
                    parsed.GetRequiredValue(margin) / 100,
                    parsed.GetRequiredValue(keep),
                    parsed.GetValue(force),
                    parsed.GetValue(server),
                    parsed.GetRequiredValue(threads),
                    parsed.GetValue(device)
                );
                var job = new RetrainJob(session, request);
                if (parsed.GetValue(dryRun))
                {
                    await job.ShowAsync(cancellation);
                    return 0;
                }

                return await job.RunAsync(cancellation);
            }
        );
        return command;
    }
}
