using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Bias;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.FactorizationMachine;
using Matinee.Core.Models.ImplicitAls;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Models.Selection;
using Matinee.Data;
using Matinee.Data.Demo;

[assembly: AssemblyFixture(typeof(Matinee.Api.Tests.Server.ServedBundles))]

namespace Matinee.Api.Tests.Server;

/// <summary>Small models of demo data, made once for all tests and never changed.</summary>
public sealed class ServedBundles : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("matinee-api-").FullName;
    private readonly Lazy<Dataset> dataset;
    private readonly Dictionary<string, Lazy<string>> paths;

    public ServedBundles()
    {
        dataset = new(Prepare);
        (ModelKind Kind, object Options)[] kinds =
        [
            (EaseModel.ModelKind, new EaseOptions { Regularization = 50 }),
            (ImplicitAlsModel.ModelKind, new ImplicitAlsOptions { Factors = 16, Iterations = 4 }),
            (PopularityModel.ModelKind, PopularityModel.ModelKind.DefaultOptions),
            (BiasModel.ModelKind, BiasModel.ModelKind.DefaultOptions),
            (
                FactorizationMachineModel.ModelKind,
                new FactorizationMachineOptions
                {
                    Rank = 2,
                    Sweeps = 8,
                    Chains = 1,
                    KeptSamples = 8,
                }
            ),
        ];
        paths = kinds.ToDictionary(
            one => one.Kind.Name,
            one => new Lazy<string>(() => Train(one.Kind, one.Options)),
            StringComparer.Ordinal
        );
    }

    public string Ease => paths["ease"].Value;

    public string this[string kind] => paths[kind].Value;

    internal ModelBundle Load(string kind = "ease") => ModelBundle.Load(this[kind], ModelKinds.Core);

    /// <summary>The ids of its first movies.</summary>
    internal int[] MovieIds(int count) => [.. Load().Catalog.Movies.Take(count).Select(movie => movie.Id.Value)];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Dataset Prepare()
    {
        string raw = Path.Combine(folder, "raw");
        DemoFolder.Write(DemoGenerator.Generate(new DemoOptions { Users = 80, Ratings = 6_000 }), raw);
        return Preprocessor.Prepare(new PreprocessOptions { DataDirectory = raw }).Dataset;
    }

    private string Train(ModelKind kind, object options)
    {
        var plan = new TrainingPlan(kind, [options], SelectionMetric.Ndcg, 10, FitOn.All);
        if (kind.Name == FactorizationMachineModel.ModelKind.Name)
        {
            plan = plan with { Metric = SelectionMetric.Rmse };
        }

        var context = new TrainingContext();
        string path = Path.Combine(folder, kind.Name);
        ModelBundle.From(dataset.Value, plan, ModelSelection.Run(dataset.Value, plan, context), context).Write(path);
        return path;
    }
}
