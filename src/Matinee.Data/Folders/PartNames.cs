namespace Matinee.Data.Folders;

/// <summary>Split parts as <c>ratings.parquet</c> spells them; the position is the value of <see cref="SplitPart"/>.</summary>
internal static class PartNames
{
    public static IReadOnlyList<string> All { get; } = ["train", "validation", "test", "support"];
}
