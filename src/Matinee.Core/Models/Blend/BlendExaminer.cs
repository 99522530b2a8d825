using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Blend;

/// <summary>
/// Turns people with held-out ratings into what weights are learned from: each model's best unseen movies, their standardised features,
/// and which of them were held out.
/// </summary>
/// <param name="depth">Best movies per model.</param>
internal sealed class BlendExaminer(BlendParts parts, InteractionMatrix histories, InteractionMatrix held, int depth)
{
    private const int PeoplePerReport = 100;
    private readonly IReadOnlyList<IBlendFeature> features = parts.Features();
    private readonly StarsFeature stars = new(parts.Rater);

    /// <summary>Of the columns, in their order.</summary>
    public IReadOnlyList<string> Names => [.. features.Select(feature => feature.Name), StarsFeature.Name];

    /// <summary>One per person with held-out ratings.</summary>
    public BlendQuery[] Queries(TrainingContext context)
    {
        context.Report("scoring held-out ratings", 0);
        int[] users = [.. Enumerable.Range(0, held.RowCount).Where(user => held.RowLength(user) > 0)];
        var queries = new BlendQuery[users.Length];
        int done = 0;
        Parallel.For(
            0,
            users.Length,
            context.Parallel,
            n =>
            {
                queries[n] = Query(users[n]);
                int count = Interlocked.Increment(ref done);
                if (count % PeoplePerReport == 0)
                {
                    context.Report("scoring held-out ratings", (double)count / users.Length);
                }
            }
        );
        return queries;
    }

    private BlendQuery Query(int user)
    {
        UserHistory history = histories.History(new UserIndex(user));
        int ranked = parts.Counts.Length;
        FeatureTable values = FeatureTable.Of(features, history, parts.ItemCount, ranked, depth);
        float[][] columns = values.Columns;
        var scratch = new float[parts.ItemCount];
        for (int n = 0; n < columns.Length; n++)
        {
            values.Scales[n].Apply(columns[n], scratch);
        }

        int[] movies = [.. Enumerable.Range(0, ranked).Where(item => ItemBits.Contains(values.Candidates, item))];
        var ratings = new float[movies.Length];
        stars.Compute(history, movies, ratings);
        int width = columns.Length + 1;
        var table = new float[movies.Length * width];
        var isRelevant = new bool[movies.Length];
        ReadOnlySpan<int> relevant = held.RowColumns(user);
        for (int row = 0; row < movies.Length; row++)
        {
            for (int n = 0; n < columns.Length; n++)
            {
                table[(row * width) + n] = columns[n][movies[row]];
            }

            table[(row * width) + columns.Length] = ratings[row];
            isRelevant[row] = relevant.BinarySearch(movies[row]) >= 0;
        }

        return new BlendQuery(table, isRelevant, relevant.Length);
    }
}
