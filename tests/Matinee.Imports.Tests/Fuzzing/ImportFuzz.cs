using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Matinee.Core;
using Matinee.Imports.Reading;
using Matinee.Tests.Fuzzing;

namespace Matinee.Imports.Tests.Fuzzing;

/// <summary>
/// An export with any kind of wrong: it becomes rows that hold what rows promise, or a message, and soon. MATINEE_FUZZ_SEED and
/// MATINEE_FUZZ_CASES look further than the build does; MATINEE_FUZZ_CASE replays one case.
/// </summary>
internal sealed class ImportFuzz(RawInput input)
{
    private const int Cases = 500;
    private const int Shown = 10;
    private const int CasesBetweenCollections = 500;
    private const long AllowedGrowthBytes = 256_000_000;

    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(2);
    private static readonly ImportLimits Limits = new()
    {
        FileBytes = 4 << 20,
        UnpackedBytes = 8 << 20,
        FieldLetters = 100_000,
    };

    private readonly RawInput corpus = input with { AbsurdLength = 200_000 };
    private readonly byte[] bomb = ZipMutations.Bomb(input, 20_000_000);
    private readonly long seed = Variable("MATINEE_FUZZ_SEED") ?? 1;

    public void Run()
    {
        IReadOnlyList<int> numbers = Variable("MATINEE_FUZZ_CASE") is { } only
            ? [only]
            : [.. Enumerable.Range(0, Variable("MATINEE_FUZZ_CASES") ?? Cases)];
        using var memory = new MemoryWatch();
        var failures = new List<string>();
        int read = 0;
        foreach (int number in numbers)
        {
            try
            {
                read += Try(number) ? 1 : 0;
            }
            catch (Exception exception)
            {
                failures.Add($"{corpus.Name}, MATINEE_FUZZ_SEED={seed} MATINEE_FUZZ_CASE={number}: {exception}");
            }

            if (number % CasesBetweenCollections == 0)
            {
                MemoryWatch.Collect();
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{corpus.Name}: {read} were read, memory grew by {memory.GrowthBytes / 1_000_000} MB"
        );
        Assert.True(failures.Count == 0, $"{failures.Count} cases failed.\n{string.Join('\n', failures.Take(Shown))}");
        Assert.InRange(memory.GrowthBytes, long.MinValue, AllowedGrowthBytes);

        // Or the mutations are so harsh that nothing behind the first check is ever reached.
        Assert.True(numbers.Count < Cases || read >= Cases / 10, $"Only {read} were read.");
    }

    private bool Try(int number)
    {
        var dice = new Dice(seed, number);
        (string name, byte[] content) = Input(dice);
        var clock = Stopwatch.StartNew();
        ImportedFile? file = Read(name, content);
        if (clock.Elapsed > Allowed)
        {
            // Once more: the machine may have been busy, and a slow input is slow again.
            clock.Restart();
            file = Read(name, content);
            Assert.InRange(clock.Elapsed, TimeSpan.Zero, Allowed);
        }

        if (file is not null)
        {
            ImportProperties.AssertSound(file, name, content);
        }

        return file is not null;
    }

    private static ImportedFile? Read(string name, byte[] content)
    {
        try
        {
            return ImportReader.Read(name, content, Limits);
        }
        catch (MatineeException exception)
        {
            Assert.InRange(exception.Message.Length, 10, 2000);
            Assert.DoesNotContain(exception.Message, char.IsControl);
            return null;
        }
    }

    private (string Name, byte[] Content) Input(Dice dice)
    {
        if (dice.OneIn(100))
        {
            byte[] zip = [.. bomb];
            for (int n = dice.Below(3); n > 0; n--)
            {
                ZipMutations.Claim(zip, dice);
            }

            return ("export.zip", zip);
        }

        List<RawText> files = Mutated(dice);
        if (files.Count > 0 && dice.OneIn(2))
        {
            RawText file = dice.Of([.. files]);
            return (file.Name[(file.Name.LastIndexOf('/') + 1)..], file.Bytes);
        }

        string prefix = dice.Of("", "", "export/", "a/b/", "../", "/", @"..\", "C:/", "\0/", "//", "__MACOSX/");
        byte[] packed = ZipMutations.Pack(
            files,
            prefix,
            dice.Of(CompressionLevel.Fastest, CompressionLevel.NoCompression)
        );
        return ("export.zip", dice.OneIn(2) ? ZipMutations.Damage(packed, dice) : packed);
    }

    private List<RawText> Mutated(Dice dice)
    {
        List<RawText> files = [.. corpus.Files];
        for (int n = dice.Below(4); n >= 0 && files.Count > 0; n--)
        {
            int file = dice.Below(files.Count);
            switch (dice.Below(25))
            {
                case 0:
                    files.RemoveAt(file);
                    break;
                case 1:
                    files[file] = files[file] with { Text = dice.Of([.. corpus.Files]).Text };
                    break;
                case 2:
                    files.Add(files[file] with { Name = files[file].Name.ToUpperInvariant() });
                    break;
                default:
                    files[file] = TextMutations.Apply(files[file], corpus, dice);
                    break;
            }
        }

        return files;
    }

    private static int? Variable(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int value)
            ? value
            : null;
}
