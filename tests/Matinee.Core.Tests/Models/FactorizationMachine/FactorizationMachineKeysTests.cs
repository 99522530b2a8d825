using System.Reflection;
using Matinee.Core.Models;
using Matinee.Core.Models.FactorizationMachine;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

/// <summary>That no key is for show: with another value something comes out differently.</summary>
public class FactorizationMachineKeysTests
{
    private static readonly FactorizationMachineOptions s_usual = RichDesign.Options;
    private static readonly TrainingData s_data = RichDesign.FullData();
    private static readonly Lazy<byte[]> s_trained = new(() => Train(s_usual));

    private static readonly Dictionary<string, FactorizationMachineOptions> s_changed = new()
    {
        [nameof(FactorizationMachineOptions.Rank)] = s_usual with { Rank = 1 },
        [nameof(FactorizationMachineOptions.Sweeps)] = s_usual with { Sweeps = 39 },
        [nameof(FactorizationMachineOptions.BurnIn)] = s_usual with { BurnIn = 0.5 },
        [nameof(FactorizationMachineOptions.Chains)] = s_usual with { Chains = 1 },
        [nameof(FactorizationMachineOptions.KeptSamples)] = s_usual with { KeptSamples = 8 },
        [nameof(FactorizationMachineOptions.Likelihood)] = s_usual with { Likelihood = RatingLikelihood.Gaussian },
        [nameof(FactorizationMachineOptions.UseRatedMovies)] = s_usual with { UseRatedMovies = false },
        [nameof(FactorizationMachineOptions.UseRatingUsers)] = s_usual with { UseRatingUsers = false },
        [nameof(FactorizationMachineOptions.UseDay)] = s_usual with { UseDay = false },
        [nameof(FactorizationMachineOptions.UseYear)] = s_usual with { UseYear = false },
        [nameof(FactorizationMachineOptions.UseGenres)] = s_usual with { UseGenres = false },
        [nameof(FactorizationMachineOptions.UseTags)] = s_usual with { UseTags = false },
        [nameof(FactorizationMachineOptions.UseUserAttributes)] = s_usual with { UseUserAttributes = false },
    };

    public static TheoryData<string> Keys => [.. s_changed.Keys];

    [Fact]
    public void EveryKey_HasACaseHere() =>
        Assert.Equal(
            typeof(FactorizationMachineOptions)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.SetMethod is { IsPublic: true })
                .Select(property => property.Name)
                .Order(),
            s_changed.Keys.Order()
        );

    // Or else the differences below would say nothing.
    [Fact]
    public void Train_SameValues_GivesTheSameModel() => Assert.Equal(s_trained.Value, Train(s_usual));

    [Theory]
    [MemberData(nameof(Keys))]
    public void Train_OneKeyAtAnotherValue_GivesAnotherModel(string key)
    {
        FactorizationMachineOptions changed = s_changed[key];
        Assert.Equal([key], Differing(s_usual, changed));

        Assert.NotEqual(s_trained.Value, Train(changed));
    }

    private static byte[] Train(FactorizationMachineOptions options) =>
        SampleBytes.Of(FactorizationMachineTrainer.Train(s_data, options, new TrainingContext()));

    private static IEnumerable<string> Differing(
        FactorizationMachineOptions first,
        FactorizationMachineOptions second
    ) =>
        typeof(FactorizationMachineOptions)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => !Equals(property.GetValue(first), property.GetValue(second)))
            .Select(property => property.Name);
}
