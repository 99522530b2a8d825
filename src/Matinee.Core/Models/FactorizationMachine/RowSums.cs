using System.Runtime.InteropServices;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>
/// What a block's row knows about its ratings while one factor of the block's features is sampled: enough that a feature
/// needs no look at the ratings themselves. Exactly a cache line.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct RowSums
{
    /// <summary>Σⱼ xⱼ vⱼ over the block's features, as it is now, and as it was before the block's turn.</summary>
    public double Own;
    public double OwnBefore;

    /// <summary>How many ratings the row has.</summary>
    public double Count;

    /// <summary>Σ o and Σ o² over the row's ratings, o being what the other blocks sum to.</summary>
    public double Others;
    public double OthersSquared;

    /// <summary>Σ e and Σ o e, e being a rating's error.</summary>
    public double Errors;
    public double OthersErrors;

    /// <summary>What the errors of all ratings of the row have fallen by, beside the part in proportion to o.</summary>
    public double Shift;
}
