using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>The facets of one kind. Titles come one per movie, so their rows need no sorting out; genres are shared.</summary>
/// <param name="Texts">Rows of the text vectors: per facet where each has its own text, else per distinct text.</param>
/// <param name="Rows">Per facet, its place in <paramref name="Texts"/>; null where that is its own.</param>
/// <param name="Items">Per facet, its movie within the batch; null where facet n is movie n's.</param>
/// <param name="Shares">Per facet, its part of its movie's pooled text.</param>
internal sealed record KindFacets(int Kind, long[] Texts, long[]? Rows, long[]? Items, float[] Shares)
{
    /// <summary>What each text gives, summed by movie.</summary>
    /// <param name="sums">Movies × ...</param>
    /// <param name="values">Texts × ..., the same widths.</param>
    public Tensor AddTo(Tensor sums, Tensor values, StepTensors step) => Add(sums, PerFacet(values, step), step);

    /// <summary>As <see cref="AddTo"/>, each facet with its share.</summary>
    /// <param name="values">Texts × width.</param>
    public Tensor AddSharesTo(Tensor sums, Tensor values, StepTensors step) =>
        Add(sums, PerFacet(values, step) * step.Floats(Shares).unsqueeze(1), step);

    private Tensor PerFacet(Tensor values, StepTensors step) =>
        Rows is null ? values : values.index_select(0, step.Indices(Rows));

    private Tensor Add(Tensor sums, Tensor perFacet, StepTensors step) =>
        Items is null ? sums + perFacet : sums.index_add(0, step.Indices(Items), perFacet, 1);
}
