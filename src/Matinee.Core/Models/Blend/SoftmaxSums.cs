namespace Matinee.Core.Models.Blend;

/// <summary>
/// The listwise likelihood at some weights with its gradient and curvature, summed over users: Σ mean over relevant candidates
/// of log softmax(w·x).
/// </summary>
internal sealed class SoftmaxSums(int features)
{
    private double[] chances = [];
    private readonly double[] mean = new double[features];
    private readonly double[] secondMoment = new double[features * features];

    public double Value { get; private set; }

    public double[] Gradient { get; } = new double[features];

    /// <summary>The negative Hessian, features × features, of which the lower triangle is filled.</summary>
    public double[] Curvature { get; } = new double[features * features];

    public void Add(SoftmaxSums other)
    {
        Value += other.Value;
        for (int n = 0; n < Gradient.Length; n++)
        {
            Gradient[n] += other.Gradient[n];
        }

        for (int n = 0; n < Curvature.Length; n++)
        {
            Curvature[n] += other.Curvature[n];
        }
    }

    /// <summary>Adds −(strength/2) |w|².</summary>
    public void AddPenalty(ReadOnlySpan<double> weights, double strength)
    {
        for (int n = 0; n < features; n++)
        {
            Value -= strength / 2 * weights[n] * weights[n];
            Gradient[n] -= strength * weights[n];
            Curvature[n * features + n] += strength;
        }
    }

    /// <param name="query">Has a relevant candidate.</param>
    public void Add(BlendQuery query, ReadOnlySpan<double> weights)
    {
        if (chances.Length < query.Count)
        {
            chances = new double[query.Count];
        }

        AddLikelihood(query, weights);
        TakeMoments(query);
        for (int row = 0; row < features; row++)
        {
            Gradient[row] -= mean[row];
            for (int column = 0; column <= row; column++)
            {
                int cell = row * features + column;
                Curvature[cell] += secondMoment[cell] - mean[row] * mean[column];
            }
        }
    }

    // Leaves the chances of the candidates: softmax(w·x).
    private void AddLikelihood(BlendQuery query, ReadOnlySpan<double> weights)
    {
        double share = 1.0 / query.IsRelevant.AsSpan().Count(true);
        double highest = double.NegativeInfinity;
        for (int candidate = 0; candidate < query.Count; candidate++)
        {
            ReadOnlySpan<float> row = query.Features.AsSpan(candidate * features, features);
            double score = 0;
            for (int n = 0; n < features; n++)
            {
                score += weights[n] * row[n];
            }

            chances[candidate] = score;
            highest = Math.Max(highest, score);
            if (query.IsRelevant[candidate])
            {
                Value += share * score;
                for (int n = 0; n < features; n++)
                {
                    Gradient[n] += share * row[n];
                }
            }
        }

        double total = 0;
        foreach (ref double chance in chances.AsSpan(0, query.Count))
        {
            chance = Math.Exp(chance - highest);
            total += chance;
        }

        foreach (ref double chance in chances.AsSpan(0, query.Count))
        {
            chance /= total;
        }

        Value -= highest + Math.Log(total);
    }

    private void TakeMoments(BlendQuery query)
    {
        Array.Clear(mean);
        Array.Clear(secondMoment);
        for (int candidate = 0; candidate < query.Count; candidate++)
        {
            ReadOnlySpan<float> values = query.Features.AsSpan(candidate * features, features);
            for (int row = 0; row < features; row++)
            {
                double part = chances[candidate] * values[row];
                mean[row] += part;
                for (int column = 0; column <= row; column++)
                {
                    secondMoment[row * features + column] += part * values[column];
                }
            }
        }
    }
}
