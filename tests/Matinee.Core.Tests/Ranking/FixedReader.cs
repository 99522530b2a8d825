using Matinee.Core.Artifacts;
using Matinee.Core.Catalog.Facets;
using Matinee.Core.Interactions;
using Matinee.Core.Models;

namespace Matinee.Core.Tests.Ranking;

/// <summary>Reads every movie alike: the test's own readings. Each movie of a history contributes 1.</summary>
internal sealed class FixedReader(int itemCount, params FacetReading[] readings) : ITextExplainer
{
    public string Kind => "reader";
    public int ItemCount => itemCount;
    public MovieFacetOptions FacetOptions { get; init; } = new() { MaxTags = 4 };

    public void Score(UserHistory history, Span<float> scores) => scores.Fill(history.Count);

    public void Contributions(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions) =>
        contributions.Fill(1);

    public IReadOnlyList<FacetReading> ReadTexts(UserHistory history, ItemIndex item) => readings;

    public void Save(ComponentWriter writer) => throw new NotSupportedException();
}
