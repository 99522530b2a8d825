using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Matinee.Api.Retraining;
using Matinee.Api.Serving;
using Matinee.Api.Swapping;
using Matinee.Core;
using Matinee.Core.Artifacts;

namespace Matinee.Api.Endpoints;

/// <summary>Which model answers, and retraining.</summary>
internal sealed class AdminEndpoints(
    ServingContext serving,
    ModelSwap swap,
    ModelSource source,
    RetrainRuns retraining,
    IHostApplicationLifetime lifetime
)
{
    private const string Tag = "Administration";
    private const string PreviousVersion = "previous";

    public void Map(IEndpointRouteBuilder app)
    {
        app.Get(
            "/api/admin/models",
            new Described("listModels", Tag, "The versions of the model folder, and the last retraining")
            {
                Answer = typeof(ModelHistoryAnswer),
                Problems = [ProblemKind.UnusableModel],
            },
            List
        );
        app.Post(
            "/api/admin/model",
            new Described("switchModel", Tag, "Let another model answer, without a break")
            {
                Description =
                    "It is loaded, checked and warmed beside the one that answers; running requests end on that. A model that can't be used is "
                    + "refused, and the old one goes on. A `version` also becomes current in the model folder, for every server that watches it.",
                Body = typeof(ModelSwitchBody),
                BodyExample = """{ "version": "previous" }""",
                Answer = typeof(ModelSwitchAnswer),
                Problems = [ProblemKind.UnusableModel],
                TakesItsTime = true,
            },
            Switch
        );
        app.Post(
            "/api/admin/retrain",
            new Described("retrain", Tag, "Train on what people have said since, in the background")
            {
                Body = typeof(RetrainBody),
                BodyIsOptional = true,
                BodyExample = """{ "force": false }""",
                Status = StatusCodes.Status202Accepted,
                Answer = typeof(RetrainAnswer),
                Problems = [ProblemKind.RetrainRunning, ProblemKind.NoRetrain],
            },
            Retrain
        );
    }

    private Task List(HttpContext http)
    {
        ModelVersionAnswer[] versions = Checked(() =>
        {
            string? current = source.History.Versions().Count == 0 ? null : source.History.Current().Name;
            return source.History.Versions().Select(version => Shown(version, current)).ToArray();
        });
        return http.WriteAsync(
            new ModelHistoryAnswer
            {
                ModelId = serving.Model.ModelId,
                Versions = versions,
                LastRetrain = retraining.Last?.Answer(),
                NextRetrain = retraining.Next?.ToUnixTimeSeconds(),
            },
            ApiJson.Readable.ModelHistoryAnswer
        );
    }

    private async Task Switch(HttpContext http)
    {
        ModelSwitchBody body = await http.ReadAsync(ApiJson.Readable.ModelSwitchBody);
        ModelVersion? chosen = body.Version is { } version ? Checked(() => Chosen(version)) : null;
        SwapResult result;
        try
        {
            // Whether the client waits for the answer or not.
            CancellationToken stopping = lifetime.ApplicationStopping;
            result = chosen is null
                ? await swap.ReloadAsync(stopping)
                : await swap.SwitchAsync(history => history.Find(chosen.Name), stopping);
        }
        catch (MatineeException exception)
        {
            throw ProblemKind.UnusableModel.Because(exception.Message);
        }

        BundleManifest manifest = result.Model.Bundle.Manifest;
        await http.WriteAsync(
            new ModelSwitchAnswer
            {
                ModelId = result.Model.ModelId,
                Before = result.Before,
                Model = manifest.Model,
                DatasetHash = manifest.Dataset.Hash,
                FittedOn = manifest.FittedOn,
                FittedRatings = manifest.Dataset.FittedRatings,
                ServedSince = result.Model.Facts.Since.ToUnixTimeSeconds(),
            },
            ApiJson.Readable.ModelSwitchAnswer
        );
    }

    private async Task Retrain(HttpContext http)
    {
        RetrainBody? body = await http.ReadOptionalAsync(ApiJson.Readable.RetrainBody);
        if (!retraining.CanRun)
        {
            throw ProblemKind.NoRetrain.Because(
                "This program serves only. Start it with --retrain-command '/path/to/matinee retrain', or run 'matinee serve' instead."
            );
        }

        RetrainRun run =
            retraining.TryStart(body?.Force ?? false)
            ?? throw ProblemKind.RetrainRunning.Because(
                "GET /api/admin/models says when it began. Wait until it has ended."
            );
        await http.WriteAsync(run.Answer(), ApiJson.Readable.RetrainAnswer, StatusCodes.Status202Accepted);
    }

    private ModelVersion Chosen(string name)
    {
        ModelHistory history = source.History;
        var errors = new Errors();
        ModelVersion? chosen =
            name == PreviousVersion
                ? history.Previous()
                : history.Versions().FirstOrDefault(version => version.Name == name);
        if (chosen is null)
        {
            errors.Add(
                "version",
                name == PreviousVersion
                    ? "version: there is none before the current one."
                    : $"version: there is no '{QueryReader.Shown(name)}'; GET /api/admin/models lists what there is."
            );
        }

        errors.ThrowIfAny();
        return chosen!;
    }

    private static ModelVersionAnswer Shown(ModelVersion version, string? current)
    {
        BundleManifest manifest = ModelBundle.ReadManifest(version);
        return new ModelVersionAnswer
        {
            Version = version.Name,
            ModelId = ModelBundle.ReadId(version.Folder),
            Current = version.Name == current,
            AddedAt = version.AddedAt.ToUnixTimeSeconds(),
            Model = manifest.Model,
            DatasetHash = manifest.Dataset.Hash,
            FittedOn = manifest.FittedOn,
            FittedRatings = manifest.Dataset.FittedRatings,
            Selection = manifest.Selection is { } selection
                ? new SelectionAnswer(selection.Metric, selection.Value, selection.Trials.Count)
                : null,
        };
    }

    private static T Checked<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is MatineeException or IOException or UnauthorizedAccessException)
        {
            throw ProblemKind.UnusableModel.Because(exception.Message);
        }
    }
}
