namespace Matinee.Api.Search;

/// <summary>What the training ratings say about movies, by item index; items past the end have no ratings.</summary>
/// <param name="Counts">Ratings per movie.</param>
/// <param name="Means">Mean stars per movie; whatever where there are no ratings.</param>
public sealed record MovieStatistics(IReadOnlyList<int> Counts, IReadOnlyList<float> Means)
{
    public static MovieStatistics None { get; } = new([], []);
}
