using System.Globalization;
using Matinee.Tests.Fuzzing;

namespace Matinee.Data.Tests.Fuzzing;

/// <summary>
/// Raw data of any kind of wrong. MATINEE_FUZZ_SEED and MATINEE_FUZZ_CASES look further than the build does;
/// MATINEE_FUZZ_CASE replays one case.
/// </summary>
[Collection(nameof(Alone))]
public class RawDataFuzzTests
{
    private const int Cases = 500;
    private const int Shown = 10;

    // What hundreds of cases leave to be collected is not what one of them needs.
    private const int CasesBetweenCollections = 100;
    private const long AllowedGrowthBytes = 256_000_000;

    public static TheoryData<string> Layouts => [.. Corpora.All.Select(corpus => corpus.Name)];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Prepare_MutatedInput_IsADatasetOrAMessage(string layout)
    {
        RawInput corpus = Corpora.All.Single(corpus => corpus.Name == layout);
        byte[] bomb = ZipMutations.Bomb(corpus);
        long seed = Variable("MATINEE_FUZZ_SEED") ?? 1;
        IReadOnlyList<int> numbers = Variable("MATINEE_FUZZ_CASE") is { } only
            ? [only]
            : [.. Enumerable.Range(0, Variable("MATINEE_FUZZ_CASES") ?? Cases)];
        using var memory = new MemoryWatch();
        var failures = new List<string>();
        int datasets = 0;
        foreach (int number in numbers)
        {
            var one = new FuzzCase(corpus, bomb, seed, number);
            if (one.Failure(out bool prepared, TestContext.Current.CancellationToken) is { } failure)
            {
                failures.Add(failure);
            }

            datasets += prepared ? 1 : 0;
            if (number % CasesBetweenCollections == 0)
            {
                MemoryWatch.Collect();
            }

            if (memory.GrowthBytes > AllowedGrowthBytes)
            {
                failures.Add($"{one}: memory had grown by {memory.GrowthBytes} bytes");
                break;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{layout}: {datasets} datasets, memory grew by {memory.GrowthBytes / 1_000_000} MB"
        );
        Assert.True(failures.Count == 0, $"{failures.Count} cases failed.\n{string.Join('\n', failures.Take(Shown))}");

        // Or the mutations are so harsh that nothing behind the first check is ever reached.
        Assert.True(numbers.Count < Cases || datasets >= Cases / 10, $"Only {datasets} became datasets.");
    }

    private static int? Variable(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int value)
            ? value
            : null;

    /// <summary>Not beside other tests, whose memory would be taken for these tests' own.</summary>
    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public class Alone;
}
