using System.Numerics.Tensors;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Blend;

/// <summary>
/// Linear weights for a blend's features, learnt on held-out ratings: a listwise softmax finds the neighbourhood, and
/// coordinate ascent on NDCG goes on from there over bootstrap samples of the users, whose results are averaged (bagging,
/// Breiman 1996). Results do not depend on the number of threads.
/// </summary>
internal static class BlendWeights
{
    private const int Cutoff = 10;
    private const long Stream = 0x424C454E44; // "BLEND"

    // More would take longer and teach a dozen weights nothing.
    private const int MaxUsersPerBag = 2000;

    // Learnt from the top 10 alone the weights fit chance more: their NDCG@10 on other users is lower.
    private static readonly int[] LearntCutoffs = [5, Cutoff, 20];

    /// <param name="queries">One per user.</param>
    /// <param name="features">At least 1.</param>
    /// <param name="bags">Bootstrap samples; 0 leaves the weights of the softmax.</param>
    /// <returns>
    /// One weight per feature, the mean of vectors of length 1; 1 for the first feature and 0 for the others where nothing can
    /// be learnt, as no user has a relevant candidate or no feature tells candidates apart.
    /// </returns>
    public static double[] Learn(IReadOnlyList<BlendQuery> queries, int features, int bags, TrainingContext context)
    {
        BlendQuery[] useful = [.. queries.Where(query => query.HasRelevantCandidate)];
        context.Report("learning the blend", 0);
        double[] start = OfLengthOne(ListwiseSoftmax.Fit(useful, features, context));
        if (bags == 0 || useful.Length == 0)
        {
            return start;
        }

        QueryColumns[] columns = [.. useful.Select(query => new QueryColumns(query, features, LearntCutoffs))];
        var learnt = new double[bags][];
        int done = 0;
        Parallel.For(
            0,
            bags,
            context.Parallel,
            bag =>
            {
                (QueryColumns[] drawn, int[] times) = Draw(columns, new CounterRandom(context.Seed, Stream + bag));
                learnt[bag] = OfLengthOne(NdcgAscent.Climb(drawn, times, start, context.Cancellation));
                context.Report("learning the blend", (double)Interlocked.Increment(ref done) / bags);
            }
        );
        return Mean(learnt);
    }

    /// <summary>
    /// NDCG@10 of users whose weights were learnt from other users only: what learnt weights are worth, where their figure on
    /// the users they were learnt from flatters them.
    /// </summary>
    /// <param name="folds">At least 2; user n is in fold n mod folds.</param>
    public static double NestedNdcg(
        IReadOnlyList<BlendQuery> queries,
        int features,
        int folds,
        int bags,
        TrainingContext context
    )
    {
        TrainingContext quiet = context with { Progress = null };
        double sum = 0;
        int users = 0;
        for (int fold = 0; fold < folds; fold++)
        {
            context.Report("checking the blend on users it has not seen", (double)fold / folds);
            BlendQuery[] others = [.. queries.Where((_, n) => n % folds != fold)];
            BlendQuery[] held = [.. queries.Where((query, n) => n % folds == fold && query.Relevant > 0)];
            sum += Ndcg(held, Learn(others, features, bags, quiet)) * held.Length;
            users += held.Length;
        }

        return users == 0 ? 0 : sum / users;
    }

    /// <summary>Mean NDCG@10 of the users to whom a movie is relevant; 0 where there are none.</summary>
    public static double Ndcg(IReadOnlyList<BlendQuery> queries, ReadOnlySpan<double> weights)
    {
        double sum = 0;
        int users = 0;
        foreach (BlendQuery query in queries.Where(query => query.Relevant > 0))
        {
            var columns = new QueryColumns(query, weights.Length, Cutoff);
            sum += columns.Ndcg(columns.Scores(weights));
            users++;
        }

        return users == 0 ? 0 : sum / users;
    }

    private static (QueryColumns[] Drawn, int[] Times) Draw(QueryColumns[] queries, CounterRandom random)
    {
        var times = new int[queries.Length];
        for (int n = 0; n < Math.Min(queries.Length, MaxUsersPerBag); n++)
        {
            times[random.Below(queries.Length, n)]++;
        }

        return ([.. queries.Where((_, n) => times[n] > 0)], [.. times.Where(count => count > 0)]);
    }

    private static double[] OfLengthOne(double[] weights)
    {
        var result = new double[weights.Length];
        double norm = TensorPrimitives.Norm<double>(weights);
        if (norm > 1e-9)
        {
            TensorPrimitives.Divide(weights, norm, result);
        }
        else
        {
            result[0] = 1;
        }

        return result;
    }

    private static double[] Mean(double[][] vectors)
    {
        var mean = new double[vectors[0].Length];
        foreach (double[] vector in vectors)
        {
            for (int n = 0; n < mean.Length; n++)
            {
                mean[n] += vector[n] / vectors.Length;
            }
        }

        return mean;
    }
}
