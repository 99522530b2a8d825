namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>Samples a factorization machine (Rendle 2012, 2013) and keeps what predictions need.</summary>
public static class FactorizationMachineTrainer
{
    /// <exception cref="MatineeException">There is nothing to learn from.</exception>
    public static FactorizationMachineModel Train(
        TrainingData data,
        FactorizationMachineOptions options,
        TrainingContext context
    )
    {
        if (data.Ratings.EntryCount == 0)
        {
            throw new MatineeException(
                "There is no rating to train the factorization machine on. Check the dataset's thresholds."
            );
        }

        using var run = new GibbsRun(data, options.Validate(), context);
        return new FactorizationMachineModel(options, run.Sample());
    }
}
