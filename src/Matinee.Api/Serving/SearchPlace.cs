using Matinee.Api.Search.Semantic;

namespace Matinee.Api.Serving;

/// <summary>Search by meaning over the live catalogue. What takes time is made behind the first requests, not before them.</summary>
internal sealed class SearchPlace : IDisposable
{
    private readonly LiveModel live;
    private readonly SemanticIndexOptions? options;

    /// <param name="options">Null: search goes by words only.</param>
    public SearchPlace(LiveModel live, SemanticIndexOptions? options)
    {
        this.live = live;
        this.options = options;
        live.Changed += Extend;
    }

    /// <summary>Begins to read the catalogue; called once the server listens.</summary>
    public void Start()
    {
        Task.Run(() => live.Current.Index);
        if (options is not null && live.Current.Facts.Semantic is null)
        {
            ServedModel model = live.Current;
            model.Facts.SearchByMeaning(new SemanticIndex(model.Catalog.Movies, options));
        }
    }

    /// <summary>Reads what another bundle's movies say that has not been read yet.</summary>
    public void Prepare(ServedModel next)
    {
        if (live.Current.Facts.Semantic is { } semantic)
        {
            next.Facts.SearchByMeaning(semantic.Next(next.Catalog.Movies));
        }
    }

    public void Dispose()
    {
        live.Changed -= Extend;
        live.Current.Facts.Semantic?.Dispose();
    }

    private static void Extend(ServedModel model) => model.Facts.Semantic?.Extend(model.Catalog.Movies);
}
