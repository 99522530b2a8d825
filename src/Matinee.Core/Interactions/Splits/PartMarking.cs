namespace Matinee.Core.Interactions.Splits;

internal static class PartMarking
{
    public static void Mark(this SplitPart[] parts, ReadOnlySpan<int> positions, SplitPart part)
    {
        foreach (int position in positions)
        {
            parts[position] = part;
        }
    }
}
