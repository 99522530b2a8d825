using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Popularity;

/// <summary>Popularity has nothing to choose.</summary>
public sealed record PopularityOptions : IModelOptions<PopularityOptions>
{
    public PopularityOptions Validate() => this;
}

/// <summary>Ranks by the number of training ratings: the floor that every other ranker must beat.</summary>
public sealed class PopularityModel : IRanker
{
    private readonly float[] counts;

    private PopularityModel(float[] counts) => this.counts = counts;

    public static ModelKind ModelKind { get; } =
        new ModelKind<PopularityOptions>(
            "popularity",
            () => ModelJson.Default.PopularityOptions,
            (data, _, _) => Train(data.Ratings),
            reader => new PopularityModel(reader.Tensors.Floats("counts"))
        );

    public string Kind => ModelKind.Name;
    public int ItemCount => counts.Length;
    public bool ScoresAreShared => true;

    /// <summary>Training ratings per item.</summary>
    public ReadOnlySpan<float> Counts => counts;

    public static PopularityModel Train(InteractionMatrix train) =>
        new([.. train.ColumnCounts().Select(count => (float)count)]);

    public void Score(UserHistory history, Span<float> scores) => counts.CopyTo(scores);

    public void Save(ComponentWriter writer) => writer.Tensors.Add("counts", counts);
}
