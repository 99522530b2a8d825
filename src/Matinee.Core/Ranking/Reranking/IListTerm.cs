namespace Matinee.Core.Ranking.Reranking;

/// <summary>A quality of whole lists, as what each candidate would add to the list so far.</summary>
internal interface IListTerm
{
    /// <param name="gains">One per candidate, higher is better; overwritten. Those of picked candidates mean nothing.</param>
    void Gains(Span<float> gains);

    /// <summary>The candidate joins the list.</summary>
    void Pick(int candidate);
}
