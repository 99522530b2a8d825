using Matinee.Core.Interactions;
using Matinee.Core.Numerics;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>
/// Item embeddings to start from: the closed-form linear autoencoder (EASE, Steck 2019) in the basis of the interaction
/// matrix' singular vectors. With X = U Σ Vᵀ and f = σ²/(σ² + λ), EASE's score of item j for a history x is
/// (x V f Vᵀ)ⱼ / (1 − (V f Vᵀ)ⱼⱼ), so V √f is what a rated movie says and V √f / (1 − diagonal) what a candidate answers.
/// Kept to the strongest directions.
/// </summary>
internal static class SpectralStart
{
    /// <summary>Up to here the smaller Gram matrix is decomposed whole; beyond, its strongest part is iterated for.</summary>
    public const int LargestExact = 4096;

    private const int Oversampling = 64;
    private const int Iterations = 8;

    /// <param name="items">Rows of the result; those beyond the ratings' are 0.</param>
    /// <param name="largestExact">Users or movies, the fewer of both, up to which the decomposition is exact.</param>
    /// <returns>History and candidate vectors, both items × <paramref name="factors"/>.</returns>
    public static (Tensor History, Tensor Ranking) Of(
        InteractionMatrix ratings,
        int items,
        int factors,
        double regularization,
        int largestExact = LargestExact
    )
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        int directions = Math.Min(ratings.RowCount, ratings.ColumnCount);
        bool exact = directions <= largestExact;
        (Tensor vectors, Tensor squares) = exact ? Decompose(ratings) : Iterate(ratings, factors);
        Tensor shrinkage = squares / (squares + regularization);
        Tensor history = zeros(items, factors);
        Tensor ranking = zeros(items, factors);
        Tensor diagonal = (vectors * vectors * shrinkage.unsqueeze(0)).sum(1L, keepdim: true);
        if (!exact)
        {
            diagonal += Rest(vectors, squares, ratings, regularization);
        }

        int kept = (int)Math.Min(factors, vectors.shape[1]);
        Tensor strongest = vectors.narrow(1, 0, kept) * shrinkage.narrow(0, 0, kept).sqrt();
        history.narrow(0, 0, ratings.ColumnCount).narrow(1, 0, kept).copy_(strongest);
        ranking.narrow(0, 0, ratings.ColumnCount).narrow(1, 0, kept).copy_(strongest / (1 - diagonal));
        return (history.MoveToOuterDisposeScope(), ranking.MoveToOuterDisposeScope());
    }

    private static Tensor Dense(InteractionMatrix ratings)
    {
        var entries = new float[(long)ratings.RowCount * ratings.ColumnCount];
        for (int row = 0; row < ratings.RowCount; row++)
        {
            foreach (int column in ratings.RowColumns(row))
            {
                entries[(long)row * ratings.ColumnCount + column] = 1;
            }
        }

        return tensor(entries).reshape(ratings.RowCount, ratings.ColumnCount);
    }

    /// <returns>Right singular vectors, strongest first, and squared singular values.</returns>
    private static (Tensor Vectors, Tensor Squares) Decompose(InteractionMatrix ratings)
    {
        // Only where people are the fewer ones are there few enough of them for all of X.
        Tensor? dense = ratings.RowCount <= ratings.ColumnCount ? Dense(ratings) : null;
        (Tensor squares, Tensor basis) = linalg.eigh(dense is null ? ItemsGram(ratings) : dense.mm(dense.t()));
        squares = squares.flip(0).clamp_min(0);
        basis = basis.flip(1);
        // What is numerically zero has no direction.
        long rank = (squares > squares[0] * 1e-6).sum().item<long>();
        squares = squares.narrow(0, 0, rank);
        basis = basis.narrow(1, 0, rank);
        return (dense is null ? basis : dense.t().mm(basis) / squares.sqrt(), squares);
    }

    private static Tensor ItemsGram(InteractionMatrix ratings)
    {
        var ones = new float[ratings.EntryCount];
        ones.AsSpan().Fill(1);
        float[] gram = SparseGram.Compute(ratings, ones, GramSide.Columns, new ParallelOptions());
        return tensor(gram).reshape(ratings.ColumnCount, ratings.ColumnCount);
    }

    // Halko, Martinsson and Tropp 2011, algorithm 4.4, made orthogonal on the side of the movies alone: people are many.
    private static (Tensor Vectors, Tensor Squares) Iterate(InteractionMatrix ratings, int factors)
    {
        var products = new InteractionProducts(ratings);
        Tensor basis = randn(ratings.RowCount, factors + Oversampling);
        for (int n = 0; n < Iterations; n++)
        {
            using var scope = NewDisposeScope();
            Tensor people = n == 0 ? basis : products.OfItems(basis);
            (Tensor orthogonal, _) = linalg.qr(products.OfPeople(people));
            basis = orthogonal.MoveToOuterDisposeScope();
        }

        Tensor image = products.OfItems(basis);
        (Tensor squares, Tensor rotation) = linalg.eigh(image.t().mm(image));
        return (basis.mm(rotation.flip(1)), squares.flip(0).clamp_min(1e-6));
    }

    // What the directions that were not iterated for add to the diagonal. They hold the rest of a movie's ratings, Σ σ² v², and of its
    // share of all directions, Σ v² = 1: with one σ² for all of them, this much, which stays below 1 whatever their number. By Jensen's
    // inequality it is no less than the truth.
    private static Tensor Rest(Tensor vectors, Tensor squares, InteractionMatrix ratings, double regularization)
    {
        Tensor shares = vectors * vectors;
        Tensor counts = tensor(ratings.ColumnCounts().Select(count => (float)count).ToArray()).unsqueeze(1);
        Tensor rest = (counts - (shares * squares.unsqueeze(0)).sum(1L, keepdim: true)).clamp_min(0);
        Tensor share = (1 - shares.sum(1L, keepdim: true)).clamp_min(1e-6);
        return rest / ((rest / share) + regularization);
    }
}
