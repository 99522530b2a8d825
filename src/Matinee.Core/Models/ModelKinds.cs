using Matinee.Core.Models.Bias;
using Matinee.Core.Models.Blend;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.FactorizationMachine;
using Matinee.Core.Models.Hybrid;
using Matinee.Core.Models.ImplicitAls;
using Matinee.Core.Models.ItemKnn;
using Matinee.Core.Models.Popularity;

namespace Matinee.Core.Models;

/// <summary>The kinds of model a process knows.</summary>
public sealed class ModelKinds(IEnumerable<ModelKind> kinds)
{
    private readonly Dictionary<string, ModelKind> byName = kinds.ToDictionary(kind => kind.Name);

    /// <summary>The kinds that Core itself trains, and the network and the blend that it only runs.</summary>
    public static ModelKinds Core { get; } =
        new([
            PopularityModel.ModelKind,
            BiasModel.ModelKind,
            ItemKnnModel.ModelKind,
            EaseModel.ModelKind,
            ImplicitAlsModel.ModelKind,
            HybridModel.ModelKind,
            FactorizationMachineModel.ModelKind,
            BlendModel.ModelKind,
        ]);

    public IReadOnlyCollection<string> Names => byName.Keys;

    /// <summary>These kinds with one more, or with another in the place of the one of its name.</summary>
    public ModelKinds With(ModelKind kind) =>
        new(byName.Values.Select(known => known.Name == kind.Name ? kind : known).Union([kind]));

    public bool TryGet(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ModelKind? kind) =>
        byName.TryGetValue(name, out kind);
}
