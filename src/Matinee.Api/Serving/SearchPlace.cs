using Matinee.Api.Search;
using Matinee.Api.Search.Semantic;

namespace Matinee.Api.Serving;

/// <summary>Search over the live catalogue. What takes time is made behind the first requests, not before them.</summary>
internal sealed class SearchPlace(LiveModel live, bool byMeaning) : IDisposable
{
    private SemanticIndex? semantic;

    public MovieSearch Search { get; private set; } = new(null);

    /// <summary>Begins to read the catalogue; called once the server listens.</summary>
    public void Start()
    {
        Task.Run(() => live.Current.Index);
        if (byMeaning)
        {
            semantic = new SemanticIndex(live.Current.Catalog.Movies, new SemanticIndexOptions());
            Search = new MovieSearch(semantic);
            live.Changed += Extend;
        }
    }

    public void Dispose()
    {
        live.Changed -= Extend;
        semantic?.Dispose();
    }

    private void Extend(ServedModel model) => semantic?.Extend(model.Catalog.Movies);
}
