using Matinee.Core.Interactions;
using Matinee.Core.Models.Hybrid;

namespace Matinee.Core.Tests.Models.Hybrid;

/// <summary>The network's formulas as they stand, in double precision: the slow twin of the model.</summary>
internal sealed class SlowHybrid(HybridOptions options, HybridTensors tensors)
{
    private readonly int d = options.RankingFactors;
    private readonly int r = options.NFactors;
    private readonly int h = options.HistoryHeads;
    private readonly int a = options.AttentionHeads;
    private readonly int k = options.KeyDimension;
    private readonly int m = options.HiddenUnits;
    private readonly HybridTensors t = tensors;

    public double[] Weights(UserHistory history, int entry)
    {
        var weights = new double[h];
        int item = history.Items[entry];
        int level = (int)Math.Clamp(Math.Round(2.0 * history.Ratings[entry]), 0, 10);
        double days = Math.Max(0, history.AsOf - history.Timestamps[entry]) / 86400.0;
        int bucket = days < 0.02 ? 0 : (int)Math.Min(23, 1 + Math.Floor(Math.Log2(days / 0.02)));
        for (int p = 0; p < h; p++)
        {
            double logit = t.RatingGate[level * h + p] + (double)t.RecencyGate[bucket * h + p];
            for (int n = 0; n < d; n++)
            {
                logit += (double)t.HistoryItems[item * d + n] * t.HistoryQuery[n * h + p];
            }

            weights[p] = Math.Exp(Math.Clamp(logit, -5, 5));
        }

        return weights;
    }

    public double[] Pool(UserHistory history)
    {
        var sums = new double[h];
        var pool = new double[d];
        for (int entry = 0; entry < history.Count; entry++)
        {
            double[] weights = Weights(history, entry);
            for (int p = 0; p < h; p++)
            {
                sums[p] += weights[p];
            }

            for (int n = 0; n < d; n++)
            {
                pool[n] += weights[n / (d / h)] * t.HistoryItems[history.Items[entry] * d + n];
            }
        }

        return [.. pool.Select((value, n) => value / Math.Sqrt(sums[n / (d / h)] + 1))];
    }

    /// <summary>[head][facet]</summary>
    public double[][] Attention(double[] pool, int item)
    {
        HybridTextTensors text = t.Text!;
        int start = text.FacetStarts[item];
        int count = text.FacetStarts[item + 1] - start;
        var attention = new double[a][];
        for (int head = 0; head < a; head++)
        {
            var logits = new double[count];
            for (int facet = 0; facet < count; facet++)
            {
                double product = 0;
                for (int key = 0; key < k; key++)
                {
                    double query = 0;
                    for (int n = 0; n < d; n++)
                    {
                        query += pool[n] * text.AttentionQuery[n * a * k + head * k + key];
                    }

                    product += query * text.Keys[text.FacetTexts[start + facet] * a * k + head * k + key];
                }

                logits[facet] =
                    Math.Clamp(product / Math.Sqrt(k), -8, 8)
                    + text.KindBias[text.FacetKinds[start + facet] * a + head];
            }

            double total = logits.Sum(Math.Exp);
            attention[head] = [.. logits.Select(logit => Math.Exp(logit) / total)];
        }

        return attention;
    }

    public double Score(UserHistory history, int item)
    {
        double[] pool = Pool(history);
        double[] z = [.. pool.Select(value => value * t.Temperature)];
        double score = t.RankingBias[item];
        for (int n = 0; n < d; n++)
        {
            score += z[n] * t.RankingItems[item * d + n];
        }

        return t.Text is { } text ? score + text.Gate[item] * Term(pool, z, text.RankingValues, item) : score;
    }

    public double Predict(UserHistory history, int item)
    {
        double[] pool = Pool(history);
        double[] deviations =
        [
            .. history.Items.ToArray().Select((j, n) => history.Ratings[n] - (double)t.Scale.Mean - t.RatingBias[j]),
        ];
        double level = deviations.Sum() / (history.Count + t.Scale.MeanDamping);
        var person = new double[r];
        for (int n = 0; n < r; n++)
        {
            for (int entry = 0; entry < history.Count; entry++)
            {
                person[n] += (deviations[entry] - level) * t.RatingHistory[history.Items[entry] * r + n];
            }

            person[n] = person[n] / Math.Sqrt(history.Count + t.Scale.StateDamping) + t.HistoryToRatingBias[n];
            for (int from = 0; from < d; from++)
            {
                person[n] += t.HistoryToRating[n * d + from] * pool[from];
            }

            person[n] += history.Row is { } row ? t.UserFactors[row.Value * r + n] : 0;
        }

        double rating = t.Scale.Mean + level + t.RatingBias[item];
        rating += history.Row is { } known ? t.UserBias[known.Value] : 0;
        rating += person.Select((value, n) => value * t.RatingItems[item * r + n]).Sum();
        rating += t.Text is { } text ? Term(pool, person, text.RatingValues, item) : 0;
        return Math.Clamp(rating + HiddenLayer(person, item), t.Scale.Lowest, t.Scale.Highest);
    }

    private double HiddenLayer(double[] person, int item)
    {
        double output = t.RatingOutputBias;
        for (int unit = 0; unit < m; unit++)
        {
            double value = t.RatingHiddenBias[unit];
            for (int n = 0; n < r; n++)
            {
                value += t.RatingHidden[unit * 2 * r + n] * person[n];
                value += (double)t.RatingHidden[unit * 2 * r + r + n] * t.RatingItems[item * r + n];
            }

            output += t.RatingOutput[unit] * Math.Max(0, value);
        }

        return output;
    }

    private double Term(double[] pool, double[] vector, float[] values, int item)
    {
        int width = vector.Length / a;
        double term = 0;
        double[][] attention = Attention(pool, item);
        for (int head = 0; head < a; head++)
        {
            for (int facet = 0; facet < attention[head].Length; facet++)
            {
                int place = t.Text!.FacetTexts[t.Text.FacetStarts[item] + facet] * vector.Length;
                for (int n = head * width; n < (head + 1) * width; n++)
                {
                    term += attention[head][facet] * vector[n] * values[place + n];
                }
            }
        }

        return term;
    }
}
