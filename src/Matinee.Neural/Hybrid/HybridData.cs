using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>What training looks at besides the batch: ratings, how often each movie was rated, what movies say.</summary>
internal sealed class HybridData : IDisposable
{
    /// <summary>Sentence vectors have length 1 over some hundred numbers; the projection behind expects entries near 1.</summary>
    public const double TextScale = 8;

    private HybridData(
        InteractionMatrix ratings,
        int items,
        MovieFeatures features,
        FacetTable? facets,
        HybridOptions options,
        Device device
    )
    {
        Ratings = ratings;
        FeatureWidth = features.Width;
        Facets = facets;
        ItemFacets = facets is null ? null : new BatchFacets(facets);
        CandidateFacets = facets is null ? null : new BatchFacets(facets);
        ItemCount = items;
        RatingCounts = [.. ratings.ColumnCounts(), .. new int[items - ratings.ColumnCount]];
        RatedItems = [.. Enumerable.Range(0, items).Where(item => RatingCounts[item] > 0)];
        Mean = ratings.EntryCount > 0 ? ratings.Values.ToArray().Average() : 0;
        Features = tensor(features.Values, device: device).reshape(items, features.Width).DetachFromDisposeScope();
        Counts = tensor(RatingCounts.Select(count => (float)count).ToArray(), device: device).DetachFromDisposeScope();
        if (facets is not null)
        {
            using var scope = NewDisposeScope();
            TextVectors = (
                tensor(facets.Vectors.Values, device: device).reshape(facets.TextCount, facets.Vectors.Dimensions)
                * TextScale
            ).DetachFromDisposeScope();
            MovieTexts = options.DiversityWeight > 0 ? Unit(facets, items).DetachFromDisposeScope() : null;
        }
    }

    /// <summary>Users × ranked items.</summary>
    public InteractionMatrix Ratings { get; }

    /// <summary>Every movie of the catalogue, those nobody rated included.</summary>
    public int ItemCount { get; }

    /// <summary>Who is asked for in training: the unrated would only be taught as not wanted.</summary>
    public int[] RatedItems { get; }

    public int[] RatingCounts { get; }
    public float Mean { get; }
    public int FeatureWidth { get; }
    public FacetTable? Facets { get; }

    /// <summary>The facets by batch; null without text.</summary>
    public BatchFacets? ItemFacets { get; }

    /// <summary>The same for the candidates, which may be fewer.</summary>
    public BatchFacets? CandidateFacets { get; }

    /// <summary>Movies × features.</summary>
    public Tensor Features { get; }

    /// <summary>Ratings per movie.</summary>
    public Tensor Counts { get; }

    /// <summary>Movies × embedding dimensions, each of length 1; null where no loss compares movies.</summary>
    public Tensor? MovieTexts { get; }

    /// <summary>Distinct texts × embedding dimensions; null without text.</summary>
    public Tensor? TextVectors { get; }

    /// <param name="known">The facets, where they are not to be encoded.</param>
    public static HybridData Of(
        TrainingData data,
        HybridOptions options,
        TrainingContext context,
        Device device,
        FacetTable? known = null
    )
    {
        int items = data.Catalog.Count;
        bool text = options.UseText || options.UseCrossAttention || options.DiversityWeight > 0;
        return new HybridData(
            data.Ratings,
            items,
            MovieFeatures.Of(data.Catalog, items, options.UseTagBag),
            text ? known ?? FacetTable.Of(data.Catalog, items, options, context) : null,
            options,
            device
        );
    }

    public void Dispose()
    {
        Features.Dispose();
        Counts.Dispose();
        TextVectors?.Dispose();
        MovieTexts?.Dispose();
    }

    // The sum of the facets, as they are pooled everywhere.
    private Tensor Unit(FacetTable facets, int items)
    {
        Device device = Features.device;
        var movie = new long[facets.Texts.Length];
        for (int item = 0; item < items; item++)
        {
            movie.AsSpan(facets.Starts[item], facets.Starts[item + 1] - facets.Starts[item]).Fill(item);
        }

        Tensor texts = tensor(facets.Texts.Select(text => (long)text).ToArray(), device: device);
        Tensor shares = tensor(facets.Shares, device: device).unsqueeze(1);
        Tensor sums = zeros([items, facets.Vectors.Dimensions], device: device)
            .index_add(0, tensor(movie, device: device), TextVectors!.index_select(0, texts) * shares, 1);
        return sums / sums.square().sum(1L, keepdim: true).sqrt().clamp_min(1e-6);
    }
}
