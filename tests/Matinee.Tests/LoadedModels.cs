using Matinee.Core.Artifacts;

namespace Matinee.Tests;

/// <summary>A small model, loaded once.</summary>
public sealed class LoadedModels(ServedBundles bundles)
{
    private readonly Lazy<MovieRecommender> ease = new(() => MovieRecommender.Load(bundles.Ease));
    private readonly Lazy<ModelBundle> bundle = new(() => bundles.Load());

    public string EasePath => bundles.Ease;
    public MovieRecommender Ease => ease.Value;
    public ModelBundle Bundle => bundle.Value;

    public MovieRecommender this[string kind] => MovieRecommender.Load(bundles[kind]);
}
