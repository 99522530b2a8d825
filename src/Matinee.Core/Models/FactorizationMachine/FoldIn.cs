using System.Numerics.Tensors;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>
/// Gives a history its user: in every kept sample, the user's own weight and vector are drawn given the sample's everything
/// else. Given that, a rating is linear in them, so they are drawn all at once from a normal distribution; under a probit in
/// turn with the latent ratings (Albert and Chib 1993).
/// </summary>
internal sealed class FoldIn
{
    // Latent ratings start at their means, for a start in the middle, and are then drawn as often.
    private const int MeanRounds = 2;
    private const int DrawnRounds = 3;

    private readonly PosteriorSamples posterior;
    private readonly HistoryDays days;
    private readonly UserHistory history;
    private readonly bool probit;
    private readonly int samples;
    private readonly int rank;
    private readonly float[] movies;
    private readonly float[] shared;
    private readonly int[] levelOf;

    private FoldIn(PosteriorSamples posterior, HistoryDays days, UserHistory history, bool probit)
    {
        this.posterior = posterior;
        this.days = days;
        this.history = history;
        this.probit = probit;
        samples = posterior.Shape.Samples;
        rank = posterior.Shape.Rank;
        movies = new float[history.Count * RowLength];
        for (int n = 0; n < history.Count; n++)
        {
            posterior.Movies.Read(history.Items[n], movies.AsSpan(n * RowLength, RowLength));
        }

        shared = ReadShared();
        levelOf = [.. history.Ratings.ToArray().Select(LevelOf)];
    }

    private int RowLength => (1 + rank) * samples;

    /// <returns>The user's row as <see cref="SampledRows"/> lay it out: (1 + rank) × samples.</returns>
    public static float[] Of(PosteriorSamples posterior, HistoryDays days, UserHistory history, bool probit) =>
        new FoldIn(posterior, days, history, probit).Draw();

    // The features of a user that the history itself is: Σ over its movies, divided by √n, of what each adds. Its bias
    // already holds their interactions with each other.
    private float[] ReadShared()
    {
        var sum = new float[RowLength];
        if (posterior.RatedMovies.RowCount == 0 || history.Count == 0)
        {
            return sum;
        }

        var row = new float[RowLength];
        var squares = new float[RowLength];
        float value = 1 / MathF.Sqrt(history.Count);
        foreach (int item in history.Items)
        {
            // Unrated when the model was trained: it has no parameters as a feature.
            if (item >= posterior.RatedMovies.RowCount)
            {
                continue;
            }

            posterior.RatedMovies.Read(item, row);
            TensorPrimitives.Multiply(row, value, row);
            TensorPrimitives.Add(sum, row, sum);
            TensorPrimitives.MultiplyAdd(row, row, squares, squares);
        }

        for (int factor = 0; factor < rank; factor++)
        {
            int start = (1 + factor) * samples;
            for (int s = 0; s < samples; s++)
            {
                sum[s] += (sum[start + s] * sum[start + s] - squares[start + s]) / 2;
            }
        }

        return sum;
    }

    private int LevelOf(float stars)
    {
        ReadOnlySpan<float> levels = posterior.Shape.Levels;
        int above = 0;
        while (above < levels.Length - 1 && (levels[above] + levels[above + 1]) / 2 < stars)
        {
            above++;
        }

        return above;
    }

    private float[] Draw()
    {
        var row = new float[RowLength];
        int size = 1 + rank;
        var work = new FoldInWork(size, history.Count);
        for (int s = 0; s < samples; s++)
        {
            Prepare(s, work);
            var random = new SequentialRandom(new CounterRandom(history.Count, s));
            work.Factor();
            if (probit)
            {
                DrawLatent(s, work, random);
            }

            work.SolveMean();
            work.Scatter(random);
            // The weight's own interactions with what the history adds are part of the bias.
            float bias = shared[s] + (float)work.Solution[0];
            for (int factor = 0; factor < rank; factor++)
            {
                float common = shared[(1 + factor) * samples + s];
                bias += (float)work.Solution[1 + factor] * common;
                row[(1 + factor) * samples + s] = common + (float)work.Solution[1 + factor];
            }

            row[s] = bias;
        }

        return row;
    }

    // Every rating as (1, x) θ + offset, θ being the user's weight and vector.
    private void Prepare(int s, FoldInWork work)
    {
        double noise = posterior.Noises[s];
        for (int part = 0; part < 1 + rank; part++)
        {
            work.PriorMean[part] = posterior.UserPriors[part * samples + s];
            work.PriorPrecision[part] = posterior.UserPriors[(1 + rank + part) * samples + s];
        }

        work.Begin(noise);
        Span<double> x = work.Features;
        x[0] = 1;
        for (int n = 0; n < history.Count; n++)
        {
            ReadOnlySpan<float> movie = movies.AsSpan(n * RowLength, RowLength);
            ReadOnlySpan<float> day = days.Row(n);
            double offset = posterior.Intercepts[s] + movie[s] + day[s] + shared[s];
            for (int factor = 0; factor < rank; factor++)
            {
                int at = (1 + factor) * samples + s;
                offset += movie[at] * day[at] + shared[at] * (movie[at] + day[at]);
                x[1 + factor] = movie[at] + day[at] + shared[at];
            }

            work.Add(n, offset, history.Ratings[n]);
        }
    }

    private void DrawLatent(int s, FoldInWork work, SequentialRandom random)
    {
        work.PriorMean.CopyTo(work.Solution);
        for (int round = 0; round < MeanRounds + DrawnRounds; round++)
        {
            bool mean = round < MeanRounds;
            for (int n = 0; n < history.Count; n++)
            {
                double predicted = work.Predict(n);
                int level = levelOf[n];
                double low = level == 0 ? double.NegativeInfinity : Cut(level - 1, s) - predicted;
                double high =
                    level == posterior.Shape.Levels.Length - 1 ? double.PositiveInfinity : Cut(level, s) - predicted;
                work.Targets[n] =
                    predicted
                    + (mean ? TruncatedNormal.Mean(low, high) : TruncatedNormal.Sample(low, high, random.Uniform()));
            }

            // The last round's θ is drawn by whoever asked for the latent ratings.
            if (round < MeanRounds + DrawnRounds - 1)
            {
                work.SolveMean();
                if (!mean)
                {
                    work.Scatter(random);
                }
            }
        }
    }

    private double Cut(int k, int s) => posterior.CutPoints[k * samples + s];
}
