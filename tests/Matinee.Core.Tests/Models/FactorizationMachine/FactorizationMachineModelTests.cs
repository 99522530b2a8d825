using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.FactorizationMachine;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class FactorizationMachineModelTests : RecommenderContract
{
    private protected override ModelKind Kind => FactorizationMachineModel.ModelKind;

    private protected override object Options => RichDesign.Options;

    // Twenty users that the model has never seen, ten ratings of each known: what they think of the rest.
    [Theory]
    [InlineData(RatingLikelihood.Gaussian)]
    [InlineData(RatingLikelihood.Probit)]
    public void Predict_NewUser_FollowsTheHistory(RatingLikelihood likelihood)
    {
        const int known = 200;
        var world = new SimulatedRatings(known + 20, 80, rank: 1, intercept: 3, seed: 51);
        (int User, int Movie)[] pairs = world.Pairs(0.4, 51);
        FactorizationMachineModel model = FactorizationMachineTrainer.Train(
            world.Data([.. pairs.Where(pair => pair.User < known)], noise: 4, seed: 52),
            new FactorizationMachineOptions
            {
                Rank = 1,
                Sweeps = 400,
                BurnIn = 0.75,
                Chains = 1,
                KeptSamples = 50,
                Likelihood = likelihood,
                UseDay = false,
            },
            new TrainingContext { MaxThreads = 1 }
        );
        InteractionMatrix all = world.Data(pairs, noise: 4, seed: 52).Ratings;

        double foldedIn = 0;
        double unknown = 0;
        for (int user = known; user < world.Users; user++)
        {
            UserHistory whole = all.History(new UserIndex(user));
            foldedIn += Error(model, world, user, Part(whole, n => n % 3 > 0), Part(whole, n => n % 3 == 0));
            unknown += Error(model, world, user, UserHistory.Empty, Part(whole, n => n % 3 == 0));
        }

        // Of a user's weight and factor most of the scatter is gone.
        Assert.InRange(foldedIn / unknown, 0, 0.5);
    }

    [Fact]
    public void Train_NoRatings_SaysWhatToCheck()
    {
        var empty = new InteractionMatrix([0], [], [], [], TinyWorld.Items);

        var error = Assert.Throws<MatineeException>(() =>
            Kind.Train(new TrainingData(empty, TinyWorld.Catalog), Options, new TrainingContext())
        );

        Assert.Contains("thresholds", error.Message, StringComparison.Ordinal);
    }

    // One level is all that there is to predict.
    [Theory]
    [InlineData(RatingLikelihood.Gaussian)]
    [InlineData(RatingLikelihood.Probit)]
    public void Predict_OneLevelInTheData_IsThatLevel(RatingLikelihood likelihood)
    {
        InteractionMatrix ratings = Evaluation.Matrices.Of(TinyWorld.Items, [0, 1], [1, 2, 3], [0, 3]);
        FactorizationMachineModel model = FactorizationMachineTrainer.Train(
            new TrainingData(ratings, TinyWorld.Catalog),
            RichDesign.Options with
            {
                Likelihood = likelihood,
            },
            new TrainingContext()
        );
        var predictions = new RatingPrediction[2];

        model.Predict(TinyWorld.History(4), [0, 9], predictions);

        Assert.Equal([4f], model.Levels);
        Assert.All(predictions, prediction => Assert.Equal(4, prediction.Mean));
    }

    [Theory]
    [InlineData("rank", -1)]
    [InlineData("rank", 257)]
    [InlineData("sweeps", 0)]
    [InlineData("sweeps", 100_001)]
    [InlineData("burn_in", 0.96)]
    [InlineData("burn_in", -0.01)]
    [InlineData("burn_in", double.NaN)]
    [InlineData("chains", 0)]
    [InlineData("chains", 65)]
    [InlineData("kept_samples", 0)]
    [InlineData("kept_samples", 100_001)]
    public void Validate_OutOfRange_NamesTheKey(string key, double value)
    {
        var usual = new FactorizationMachineOptions();
        FactorizationMachineOptions options = key switch
        {
            "rank" => usual with { Rank = (int)value },
            "sweeps" => usual with { Sweeps = (int)value },
            "burn_in" => usual with { BurnIn = value },
            "chains" => usual with { Chains = (int)value },
            _ => usual with { KeptSamples = (int)value },
        };

        var error = Assert.Throws<MatineeException>(options.Validate);

        Assert.Contains(key, error.Message, StringComparison.Ordinal);
    }

    private static double Error(
        FactorizationMachineModel model,
        SimulatedRatings world,
        int user,
        UserHistory history,
        UserHistory asked
    )
    {
        var predictions = new RatingPrediction[asked.Count];
        model.Predict(history, asked.Items, predictions);
        return predictions
            .Select((prediction, n) => prediction.Mean - Math.Clamp(world.Taste(user, asked.Items[n]), 1, 5))
            .Sum(error => error * error);
    }

    private static UserHistory Part(UserHistory whole, Func<int, bool> isIn)
    {
        int[] kept = [.. Enumerable.Range(0, whole.Count).Where(isIn)];
        return new UserHistory(
            kept.Select(n => whole.Items[n]).ToArray(),
            kept.Select(n => whole.Ratings[n]).ToArray(),
            kept.Select(n => whole.Timestamps[n]).ToArray()
        );
    }
}
