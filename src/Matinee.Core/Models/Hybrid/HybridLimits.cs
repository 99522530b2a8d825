namespace Matinee.Core.Models.Hybrid;

/// <summary>Bounds that whoever computes the network, training included, must keep alike.</summary>
public static class HybridLimits
{
    /// <summary>Logits of a history's weights stay within ± this: no rating silences the others.</summary>
    public const float LargestHistoryLogit = 5;

    /// <summary>Logits of attention to texts stay within ± this, before the kinds' biases.</summary>
    public const float LargestTextLogit = 8;

    /// <summary>
    /// Kinds' biases, measured from the head's largest, are at least this: a movie's weights stay normal numbers, and a kind that
    /// far behind the others has no share anyway.
    /// </summary>
    public const float LeastKindLogit = -60;
}
