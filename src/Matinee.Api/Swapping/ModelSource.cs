using Matinee.Api.Contracts;
using Matinee.Api.Hosting;
using Matinee.Api.Serving;
using Matinee.Core;
using Matinee.Core.Artifacts;

namespace Matinee.Api.Swapping;

/// <summary>Where bundles come from: the folder that <c>--model-path</c> names, and the report about them.</summary>
internal sealed class ModelSource(ServerOptions options, TimeProvider time, ILogger log)
{
    public ModelHistory History { get; } = new(options.ModelPath);

    /// <summary>What goes with a bundle from now on.</summary>
    public BundleFacts Facts(ModelBundle bundle) => new(bundle, Evaluation(bundle.Manifest), time.GetUtcNow());

    // A report is shown, not needed.
    private EvaluationAnswer? Evaluation(BundleManifest manifest)
    {
        try
        {
            return PublishedEvaluation.Read(options.ReportPath, manifest);
        }
        catch (MatineeException exception)
        {
            log.ReportUnread(exception.Message);
            return null;
        }
    }
}
