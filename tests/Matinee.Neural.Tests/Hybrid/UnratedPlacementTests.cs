using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using Matinee.Neural.Hybrid;
using static TorchSharp.torch;

namespace Matinee.Neural.Tests.Hybrid;

[Collection(OneAfterAnother.Name)]
public class UnratedPlacementTests
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
    public void Likeliest_ContentIsSurerThanItMayBe_IsWhereItsChoicesAreLikeliest()
    {
        using var scope = NewDisposeScope();
        // Three of four choose the movie whose score is higher by log 9: sure by log 3, half of that.
        Tensor scores = tensor(new[] { MathF.Log(9), 0f }).repeat(4, 1);

        Assert.Equal(0.5f, UnratedPlacement.Likeliest(scores, [0, 0, 0, 1]), 1e-4f);
    }

    [Fact]
    public void Likeliest_ContentIsNeverWrong_IsOne()
    {
        using var scope = NewDisposeScope();

        Assert.Equal(1, UnratedPlacement.Likeliest(tensor(new[] { 1f, 0f }).repeat(3, 1), [0, 0, 0]));
    }

    [Fact]
    public void Likeliest_ContentIsWorseThanNothing_IsNothing()
    {
        using var scope = NewDisposeScope();

        Assert.Equal(0, UnratedPlacement.Likeliest(tensor(new[] { 1f, 0f }).repeat(3, 1), [1, 1, 0]), 1e-6f);
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
        float bias = UnratedPlacement.Of(data, network, parameters, device, seed: 1).Bias;
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
