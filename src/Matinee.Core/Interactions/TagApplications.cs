namespace Matinee.Core.Interactions;

/// <summary>
/// Who applied which tag to what, as parallel columns. Only tags that the catalogue shows are here, in its spelling;
/// taggers are user ids because many of them rated nothing that was kept.
/// </summary>
public sealed record TagApplications(int[] UserIds, int[] Items, string[] Tags, long[] Timestamps)
{
    public static TagApplications None { get; } = new([], [], [], []);

    public int Count => Items.Length;

    /// <summary>Which of these users tagged what.</summary>
    public TagPairs Pairs(UserMap users)
    {
        var pairs = new List<(int User, int Item)>();
        for (int n = 0; n < Count; n++)
        {
            if (users.TryGetIndex(new UserId(UserIds[n]), out UserIndex user))
            {
                pairs.Add((user.Value, Items[n]));
            }
        }

        return new TagPairs(pairs);
    }
}
