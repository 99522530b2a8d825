using System.Globalization;
using System.Numerics.Tensors;
using Matinee.Core.Catalog;
using Matinee.Core.Catalog.Facets;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Hybrid;

/// <summary>
/// Gives movies the vectors that the trained network would have given them, had it known them without a rating: from their
/// features and pooled texts alone, with the texts that histories choose between.
/// </summary>
internal sealed class ContentPlacement
{
    private readonly HybridOptions options;
    private readonly HybridShape shape;
    private readonly HybridContentTensors content;
    private readonly MovieFeatureSpace features;

    /// <exception cref="MatineeException">The catalogue is not the one that the network was trained with.</exception>
    public ContentPlacement(
        HybridOptions options,
        HybridShape shape,
        HybridContentTensors content,
        MovieCatalog catalog
    )
    {
        this.options = options;
        this.shape = shape;
        this.content = content;
        features = new MovieFeatureSpace(catalog, catalog.AddedFrom, options.UseTagBag);
        if (features.Width != shape.Features)
        {
            throw new MatineeException(
                $"The network knows movies by {shape.Features} features, and its catalogue has {features.Width}. Train the "
                    + "model again, or restore its folder."
            );
        }
    }

    /// <summary>The network with more movies behind its own.</summary>
    /// <param name="vectors">Sentence vectors by text; of every facet where the network reads texts.</param>
    public HybridTensors Place(
        HybridTensors network,
        IReadOnlyList<Movie> movies,
        IReadOnlyDictionary<string, float[]> vectors
    )
    {
        MovieFacet[][] facets =
        [
            .. movies.Select(movie => MovieFacets.Of(movie, HybridModel.FacetsOf(options)).ToArray()),
        ];
        float[][] described = [.. movies.Select((movie, n) => Describe(movie, facets[n], vectors))];
        HybridTensors placed = network with
        {
            HistoryItems = [.. network.HistoryItems, .. Rows(content.ToHistory, shape.RankingFactors, 1)],
            RankingItems =
            [
                .. network.RankingItems,
                .. Rows(content.ToRanking, shape.RankingFactors, content.UnratedScale),
            ],
            RankingBias =
            [
                .. network.RankingBias,
                .. Rows(content.ToRankingBias, 1, content.UnratedScale).Select(bias => bias + content.UnratedBias),
            ],
            RatingItems = [.. network.RatingItems, .. Rows(content.ToRating, shape.RatingFactors, 1)],
            // What its ratings say about who gave them nobody knows.
            RatingHistory = [.. network.RatingHistory, .. new float[movies.Count * shape.RatingFactors]],
            RatingBias = [.. network.RatingBias, .. Rows(content.ToRatingBias, 1, 1)],
        };
        return placed with { Text = network.Text is { } text ? WithFacets(text, facets, vectors) : null };

        IEnumerable<float> Rows(float[] projection, int width, float scale) =>
            described.SelectMany(row => Project(row, projection, width, scale));
    }

    private float[] Describe(Movie movie, MovieFacet[] facets, IReadOnlyDictionary<string, float[]> vectors)
    {
        var row = new float[shape.Features + shape.Pooled];
        features.Describe(movie, row.AsSpan(0, shape.Features));
        if (shape.Pooled == 0)
        {
            return row;
        }

        Span<float> pooled = row.AsSpan(shape.Features);
        content.PoolingShift.CopyTo(pooled);
        foreach (MovieFacet facet in facets)
        {
            float share = 1 / MathF.Sqrt(facets.Count(other => other.Kind == facet.Kind));
            int length = shape.Embedding * shape.Pooled;
            ReadOnlySpan<float> kind = content.Pooling.AsSpan((int)facet.Kind * length, length);
            AddProduct(vectors[facet.Text], kind, share, pooled);
        }

        TensorPrimitives.Tanh(pooled, pooled);
        return row;
    }

    // Texts that the network knows from other movies are stored once more: what is added is little.
    private HybridTextTensors WithFacets(
        HybridTextTensors text,
        MovieFacet[][] facets,
        IReadOnlyDictionary<string, float[]> vectors
    )
    {
        MovieFacet[] all = [.. facets.SelectMany(own => own)];
        int texts = text.Keys.Length / shape.Keys;
        var starts = new int[facets.Length];
        int end = text.FacetStarts[^1];
        for (int n = 0; n < facets.Length; n++)
        {
            end += facets[n].Length;
            starts[n] = end;
        }

        return text with
        {
            Gate = [.. text.Gate, .. Enumerable.Repeat(content.UnratedScale, facets.Length)],
            Keys = [.. text.Keys, .. Projected(content.AttentionKeys, shape.Keys)],
            RankingValues = [.. text.RankingValues, .. Projected(content.RankingValues, shape.RankingFactors)],
            RatingValues = [.. text.RatingValues, .. Projected(content.RatingValues, shape.RatingFactors)],
            FacetStarts = [.. text.FacetStarts, .. starts],
            FacetTexts = [.. text.FacetTexts, .. Enumerable.Range(texts, all.Length)],
            FacetKinds = [.. text.FacetKinds, .. all.Select(facet => (int)facet.Kind)],
        };

        IEnumerable<float> Projected(float[] projection, int width) =>
            all.SelectMany(facet => Project(vectors[facet.Text], projection, width, 1));
    }

    private static float[] Project(float[] row, float[] projection, int width, float scale)
    {
        var product = new float[width];
        AddProduct(row, projection, scale, product);
        return product;
    }

    private static void AddProduct(float[] row, ReadOnlySpan<float> matrix, float scale, Span<float> sum)
    {
        for (int n = 0; n < row.Length; n++)
        {
            Vectors.Axpy(scale * row[n], matrix.Slice(n * sum.Length, sum.Length), sum);
        }
    }

    /// <summary>The vectors of every text that the movies say.</summary>
    /// <exception cref="MatineeException">There is no encoder, or it is another than the network was trained with.</exception>
    public static Dictionary<string, float[]> Encode(
        HybridOptions options,
        IEnumerable<Movie> movies,
        TextEncoding? encode
    )
    {
        if (encode is null)
        {
            throw new MatineeException(
                $"The network reads texts by the encoder '{options.ModelName}', which is not there, so it can't place new "
                    + "movies. Install it, or serve a model that reads no texts."
            );
        }

        string[] texts =
        [
            .. movies
                .SelectMany(movie => MovieFacets.Of(movie, HybridModel.FacetsOf(options)))
                .Select(facet => facet.Text)
                .Distinct(StringComparer.Ordinal),
        ];
        IReadOnlyList<float[]> vectors = encode(texts);
        if (vectors.Count != texts.Length || vectors.Any(vector => vector.Length != options.EmbeddingDim))
        {
            throw new MatineeException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The network was trained with {options.EmbeddingDim} numbers per text by the encoder '{options.ModelName}', and got others. Serve it with that encoder."
                )
            );
        }

        return texts.Zip(vectors).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }
}
