using Matinee.Core.Interactions;
using Matinee.Core.Models.Ease;

namespace Matinee.Core.Tests.Models;

/// <summary>EASE by its definition, dense and in double precision: the slow twin of both sides.</summary>
internal sealed class SlowEase
{
    private readonly EaseOptions options;
    private readonly double[,] inverse;

    public SlowEase(InteractionMatrix train, EaseOptions options)
    {
        this.options = options;
        int items = train.ColumnCount;
        var gram = new double[items, items];
        for (int user = 0; user < train.RowCount; user++)
        {
            double[] x = Inputs(train.History(new UserIndex(user)), items);
            for (int i = 0; i < items; i++)
            {
                for (int j = 0; j < items; j++)
                {
                    gram[i, j] += x[i] * x[j];
                }
            }
        }

        for (int i = 0; i < items; i++)
        {
            gram[i, i] += options.Regularization + (options.Dropout / (1 - options.Dropout) * gram[i, i]);
        }

        inverse = Inverse(gram);
    }

    /// <summary>Bⱼᵢ</summary>
    public double Weight(int rated, int item) => rated == item ? 0 : -inverse[rated, item] / inverse[item, item];

    public double Likeness(int item, int other) =>
        -inverse[item, other] / Math.Sqrt(inverse[item, item] * inverse[other, other]);

    public double Part(UserHistory history, int rated, int item) =>
        Inputs(history, inverse.GetLength(0))[rated] * Weight(rated, item);

    public double Score(UserHistory history, int item)
    {
        double score = 0;
        foreach (int rated in history.Items)
        {
            score += Part(history, rated, item);
        }

        return score;
    }

    private double[] Inputs(UserHistory history, int items)
    {
        var x = new double[items];
        for (int n = 0; n < history.Count; n++)
        {
            x[history.Items[n]] = 1 + (options.RatingWeight * (history.Ratings[n] - 3.5));
        }

        return x;
    }

    // Gauss and Jordan; positive definite, so without pivoting.
    private static double[,] Inverse(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        var inverse = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            inverse[i, i] = 1;
        }

        for (int pivot = 0; pivot < n; pivot++)
        {
            double scale = matrix[pivot, pivot];
            for (int j = 0; j < n; j++)
            {
                matrix[pivot, j] /= scale;
                inverse[pivot, j] /= scale;
            }

            for (int i = 0; i < n; i++)
            {
                double factor = matrix[i, pivot];
                for (int j = 0; i != pivot && j < n; j++)
                {
                    matrix[i, j] -= factor * matrix[pivot, j];
                    inverse[i, j] -= factor * inverse[pivot, j];
                }
            }
        }

        return inverse;
    }
}
