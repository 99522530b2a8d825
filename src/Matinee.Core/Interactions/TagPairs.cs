namespace Matinee.Core.Interactions;

/// <summary>Which user tagged which item, however often and with whatever words.</summary>
public sealed class TagPairs
{
    private readonly HashSet<(int User, int Item)> pairs;

    /// <param name="pairs">User and item indices.</param>
    public TagPairs(IEnumerable<(int User, int Item)> pairs) => this.pairs = [.. pairs];

    public int Count => pairs.Count;

    public bool Contains(int user, int item) => pairs.Contains((user, item));
}
