namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>The ratings to learn from, and what is known about each by way of its row in every block.</summary>
/// <param name="Ratings">Stars, one per rating.</param>
internal sealed record Design(float[] Ratings, DesignBlock[] Blocks)
{
    public int Count => Ratings.Length;

    /// <summary>The distinct stars, ascending.</summary>
    public float[] Levels { get; } = [.. Ratings.Distinct().Order()];
}
