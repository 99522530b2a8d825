using Matinee.Core.Interactions;
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
        Tensor interactions = Sparse(ratings);
        int directions = Math.Min(ratings.RowCount, ratings.ColumnCount);
        bool exact = directions <= largestExact;
        (Tensor vectors, Tensor squares) = exact ? Decompose(interactions, ratings) : Iterate(interactions, factors);
        Tensor shrinkage = squares / (squares + regularization);
        Tensor history = zeros(items, factors);
        Tensor ranking = zeros(items, factors);
        Tensor diagonal = (vectors * vectors * shrinkage.unsqueeze(0)).sum(1L, keepdim: true);
        if (!exact)
        {
            diagonal += Rest(vectors, squares, ratings, directions, regularization);
        }

        int kept = (int)Math.Min(factors, vectors.shape[1]);
        Tensor strongest = vectors.narrow(1, 0, kept) * shrinkage.narrow(0, 0, kept).sqrt();
        history.narrow(0, 0, ratings.ColumnCount).narrow(1, 0, kept).copy_(strongest);
        ranking.narrow(0, 0, ratings.ColumnCount).narrow(1, 0, kept).copy_(strongest / (1 - diagonal));
        return (history.MoveToOuterDisposeScope(), ranking.MoveToOuterDisposeScope());
    }

    private static Tensor Sparse(InteractionMatrix ratings)
    {
        var positions = new long[2 * ratings.EntryCount];
        for (int row = 0; row < ratings.RowCount; row++)
        {
            positions.AsSpan(ratings.RowStarts[row], ratings.RowLength(row)).Fill(row);
        }

        for (int n = 0; n < ratings.EntryCount; n++)
        {
            positions[ratings.EntryCount + n] = ratings.Columns[n];
        }

        return sparse_coo_tensor(
            tensor(positions).reshape(2, ratings.EntryCount),
            ones(ratings.EntryCount),
            [ratings.RowCount, ratings.ColumnCount]
        );
    }

    /// <returns>Right singular vectors, strongest first, and squared singular values.</returns>
    private static (Tensor Vectors, Tensor Squares) Decompose(Tensor x, InteractionMatrix ratings)
    {
        bool fewUsers = ratings.RowCount <= ratings.ColumnCount;
        Tensor dense = x.to_dense();
        (Tensor squares, Tensor basis) = linalg.eigh(fewUsers ? dense.mm(dense.t()) : dense.t().mm(dense));
        squares = squares.flip(0).clamp_min(0);
        basis = basis.flip(1);
        // What is numerically zero has no direction.
        long rank = (squares > squares[0] * 1e-6).sum().item<long>();
        squares = squares.narrow(0, 0, rank);
        basis = basis.narrow(1, 0, rank);
        return (fewUsers ? dense.t().mm(basis) / squares.sqrt() : basis, squares);
    }

    // Halko, Martinsson and Tropp 2011, algorithm 4.4.
    private static (Tensor Vectors, Tensor Squares) Iterate(Tensor x, int factors)
    {
        Tensor transposed = x.t();
        Tensor basis = randn(x.shape[0], factors + Oversampling);
        for (int n = 0; n < Iterations; n++)
        {
            (basis, _) = linalg.qr(transposed.mm(basis));
            if (n < Iterations - 1)
            {
                (basis, _) = linalg.qr(x.mm(basis));
            }
        }

        Tensor image = x.mm(basis);
        (Tensor squares, Tensor rotation) = linalg.eigh(image.t().mm(image));
        return (basis.mm(rotation.flip(1)), squares.flip(0).clamp_min(1e-6));
    }

    // What the directions that were not iterated for add to the diagonal. They hold the rest of a movie's ratings, Σ σ² v²,
    // and are so many and so alike that each counts as the average one.
    private static Tensor Rest(
        Tensor vectors,
        Tensor squares,
        InteractionMatrix ratings,
        int directions,
        double regularization
    )
    {
        Tensor counts = tensor(ratings.ColumnCounts().Select(count => (float)count).ToArray()).unsqueeze(1);
        Tensor rest = (counts - (vectors * vectors * squares.unsqueeze(0)).sum(1L, keepdim: true)).clamp_min(0);
        Tensor average = rest.sum() / Math.Max(1, directions - vectors.shape[1]);
        return rest / (average + regularization);
    }
}
