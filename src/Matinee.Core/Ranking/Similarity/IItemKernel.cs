namespace Matinee.Core.Ranking.Similarity;

/// <summary>
/// One way in which movies are alike: by genre, by year, by tags, by the meaning of their texts. A kernel is positive
/// semidefinite, and a movie that it knows has likeness 1 to itself, so kernels can be summed and fed to determinants.
/// </summary>
public interface IItemKernel
{
    /// <summary>Whether the movie has what this kernel compares.</summary>
    bool Knows(int item);

    /// <summary>Adds weight × likeness, 0 to 1, to each sum; nothing where either movie is unknown.</summary>
    /// <param name="others">Item indices; an item may be among its own others.</param>
    /// <param name="sums">As long as <paramref name="others"/>.</param>
    void Add(int item, ReadOnlySpan<int> others, float weight, Span<float> sums);
}
