namespace Matinee.Core.Interactions;

/// <summary>
/// Who applied which tag to what, as parallel columns. Only tags that the catalogue shows are here, in its spelling;
/// taggers are user ids because many of them rated nothing that was kept.
/// </summary>
public sealed record TagApplications(int[] UserIds, int[] Items, string[] Tags, long[] Timestamps)
{
    public static TagApplications None { get; } = new([], [], [], []);

    public int Count => Items.Length;
}
