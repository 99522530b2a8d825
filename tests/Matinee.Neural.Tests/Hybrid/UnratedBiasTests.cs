using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using Matinee.Neural.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Tests.Hybrid;

[Collection(OneAfterAnother.Name)]
public class UnratedBiasTests
{
    [Fact]
    public void Of_SingletonsRarerThanContentExpects_GivesTheUnratedTheirShare()
    {
        // One singleton at least: movie 0 keeps its first rating only.
        int first = Enumerable.Range(0, SmallWorld.Users).First(user => SmallWorld.Ratings.RowColumns(user)[0] == 0);
        InteractionMatrix ratings = SmallWorld.Ratings.Where((row, column, _) => column != 0 || row == first);
        TrainingData training = new(ratings, SmallWorld.Catalog);

        (float bias, double[] masses, double share) = Masses(training, fromContent: 1);

        Assert.InRange(bias, -29, -0.01);
        Assert.Equal(share, masses.Average(), 1e-3 * share);
    }

    [Fact]
    public void Of_SingletonsMoreFrequentThanContentExpects_AddsNothing()
    {
        // Each rated movie by one person: every next one is new.
        var starts = Enumerable.Range(0, SmallWorld.Rated + 1).ToArray();
        var ratings = new InteractionMatrix(
            starts,
            [.. Enumerable.Range(0, SmallWorld.Rated)],
            [.. Enumerable.Range(0, SmallWorld.Rated).Select(item => 1 + item % 5f)],
            new long[SmallWorld.Rated],
            SmallWorld.Items
        );

        (float bias, double[] masses, double share) = Masses(new(ratings, SmallWorld.Catalog), fromContent: 0);

        Assert.Equal(0, bias, 1e-6);
        Assert.Equal(1, share);
        Assert.InRange(masses.Average(), 0, 0.999);
    }

    [Fact]
    public void Of_EverythingRated_IsNothing()
    {
        MovieCatalog catalog = new([.. SmallWorld.Catalog.Movies.Take(SmallWorld.Rated)], SmallWorld.Rated);
        InteractionMatrix whole = SmallWorld.Ratings;
        var ratings = new InteractionMatrix(
            whole.RowStarts.ToArray(),
            whole.Columns.ToArray(),
            whole.Values.ToArray(),
            whole.Timestamps.ToArray(),
            SmallWorld.Rated
        );

        Assert.Equal(0, Masses(new(ratings, catalog), fromContent: 1).Bias);
    }

    /// <param name="fromContent">What each feature adds to a movie's score, most for those without ratings.</param>
    /// <returns>The bias, the softmax' mass of movies without ratings for everyone, and the singletons' share.</returns>
    private static (float Bias, double[] Masses, double Share) Masses(TrainingData training, float fromContent)
    {
        HybridOptions options = SmallWorld.Options;
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        Device device = TorchRuntime.Choose(DeviceChoice.Cpu);
        random.manual_seed(1);
        using HybridData data = HybridData.Of(training, options, SmallWorld.Context, device);
        using var parameters = new HybridParameters(data, options, device);
        parameters[Names.ContentToRankingBias].Value.fill_(fromContent);
        var network = new HybridNetwork(data, options);
        float bias = UnratedBias.Of(data, network, parameters, options, device, seed: 1);
        HybridModel model = HybridExport.Model(data, parameters, network, options, device, seed: 1);
        int[] counts = training.Ratings.ColumnCounts();
        var masses = new double[training.Ratings.RowCount];
        var scores = new float[training.Catalog.Count];
        for (int user = 0; user < masses.Length; user++)
        {
            UserHistory history = training.Ratings.History(new UserIndex(user));
            model.Score(history, scores);
            double all = 0;
            for (int item = 0; item < scores.Length; item++)
            {
                double weight = history.Contains(new ItemIndex(item)) ? 0 : Math.Exp(scores[item]);
                all += weight;
                masses[user] += counts[item] == 0 ? weight : 0;
            }

            masses[user] /= all;
        }

        return (bias, masses, (double)counts.Count(count => count == 1) / training.Ratings.EntryCount);
    }
}
