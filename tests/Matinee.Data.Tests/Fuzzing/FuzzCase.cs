using System.Diagnostics;
using Matinee.Core.Interactions.Splits;
using Matinee.Tests.Fuzzing;

namespace Matinee.Data.Tests.Fuzzing;

/// <summary>One mutated input through the preprocessor: it becomes a sound dataset or a message, and soon.</summary>
/// <param name="Bomb">A zip of the corpus that unpacks to hundreds of megabytes.</param>
internal sealed record FuzzCase(RawInput Corpus, byte[] Bomb, long Seed, int Number)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    public override string ToString() =>
        $"{Corpus.Name}, seed {Seed}, case {Number} (replay it with MATINEE_FUZZ_SEED={Seed} MATINEE_FUZZ_CASE={Number})";

    /// <summary>What is wrong with the outcome, or null.</summary>
    /// <param name="prepared">Whether the input became a dataset.</param>
    public string? Failure(out bool prepared, CancellationToken cancellation)
    {
        prepared = false;
        try
        {
            prepared = Timed(cancellation, out TimeSpan taken);
            // Once more: the machine may have been busy, and a slow input is slow again.
            if (taken > Limit)
            {
                Timed(cancellation, out taken);
            }

            return taken <= Limit ? null : $"{this}: took {taken.TotalSeconds:0.0} s";
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return $"{this}: {exception}";
        }
    }

    private bool Timed(CancellationToken cancellation, out TimeSpan taken)
    {
        var dice = new Dice(Seed, Number);
        using FuzzPlace place = FuzzPlace.Make(Corpus, Bomb, dice);
        var options = new PreprocessOptions
        {
            DataDirectory = place.DataDirectory,
            SkipBadRows = Number % 2 == 1,
            Thresholds = dice.Of(RawFolder.KeepAll, new Thresholds()) with { RequireTags = dice.OneIn(8) },
            Split = dice.Of(Enum.GetValues<SplitProtocol>()),
        };
        bool writes = dice.OneIn(16);
        var clock = Stopwatch.StartNew();
        try
        {
            PreparedDataset prepared = writes
                ? Preprocessor.Run(options, place.Output, cancellation: cancellation)
                : Preprocessor.Prepare(options, cancellation: cancellation);
            taken = clock.Elapsed;
            DatasetProperties.AssertSound(prepared);
            if (writes)
            {
                DatasetProperties.AssertReadsBack(prepared, place.Output, cancellation);
                Assert.Equal([place.Output], Directory.EnumerateFileSystemEntries(place.OutputParent));
            }

            return true;
        }
        catch (MatineeException exception)
        {
            taken = clock.Elapsed;
            Assert.InRange(exception.Message.Length, 10, 2000);
            Assert.DoesNotContain(exception.Message, char.IsControl);
            Assert.False(
                Directory.Exists(place.OutputParent) && Directory.EnumerateFileSystemEntries(place.OutputParent).Any()
            );
            return false;
        }
    }
}
