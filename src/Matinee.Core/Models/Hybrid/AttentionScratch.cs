using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Hybrid;

/// <summary>
/// Room for one history's attention. Weights and values stand at their text's place; after a selective read only those of
/// the selected movies' texts are of this history.
/// </summary>
internal sealed class AttentionScratch(int heads, int keyDimension, int texts)
{
    private readonly int[] lastRead = new int[texts];
    private int reads;

    /// <summary>heads × key dimension.</summary>
    public FactorMatrix Queries { get; } = new(heads, keyDimension);

    /// <summary>heads × texts: exp of the clamped logits.</summary>
    public FactorMatrix Weights { get; } = new(heads, texts);

    /// <summary>heads × texts.</summary>
    public FactorMatrix Values { get; } = new(heads, texts);

    /// <summary>Forgets which texts have been read.</summary>
    public void StartRead()
    {
        if (++reads == int.MaxValue)
        {
            lastRead.AsSpan().Clear();
            reads = 1;
        }
    }

    /// <returns>Whether it is new since <see cref="StartRead"/>.</returns>
    public bool Add(int text)
    {
        bool isNew = lastRead[text] != reads;
        lastRead[text] = reads;
        return isNew;
    }
}
