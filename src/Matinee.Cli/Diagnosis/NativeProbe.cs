using System.Runtime.InteropServices;
using Matinee.Api.Store.Sqlite;
using Matinee.Cli.Terminal;
using Matinee.Core;
using Matinee.Data.Folders;
using Matinee.Neural;
using Matinee.Text;

namespace Matinee.Cli.Diagnosis;

/// <summary>
/// A native library that is loaded and used a little. To be run in a process of its own, since a library for another processor or
/// system can end the process that loads it.
/// </summary>
/// <param name="Name">What people call it.</param>
/// <param name="Try">Uses it; gives facts about it, a line each, or throws.</param>
/// <param name="Fix">What to do where it fails.</param>
internal sealed record NativeProbe(string Name, Func<string> Try, string Fix)
{
    private const string BuildAgain =
        "Its file is missing, damaged or for another system: build again from the sources on this machine (rm -rf .build), "
        + "which takes Linux with glibc, macOS or Windows.";

    public static NativeProbe Torch { get; } =
        new(
            "libtorch",
            () =>
            {
                TorchFacts facts = TorchRuntime.Try();
                return $"{facts.Version}: networks train\n{facts.Gpus}";
            },
            "Only training networks needs it. " + BuildAgain
        );

    public static NativeProbe Onnx { get; } =
        new(
            "ONNX Runtime",
            () =>
            {
                using var encoder = new OnnxTextEncoder(new TextEncoderOptions { Threads = 1 });
                TextVectors vectors = encoder.Encode(["A film about friendship."], TextRole.Document);
                return $"reads texts: {vectors.Dimensions} numbers each";
            },
            "Search by meaning and models that read texts need it; 'serve --semantic-search off' goes without. "
                + BuildAgain
        );

    public static NativeProbe Duck { get; } =
        new("DuckDB", () => $"{ParquetLibrary.Version()}: reads and writes datasets", BuildAgain);

    public static NativeProbe Sqlite { get; } =
        new("SQLite", () => $"{SqliteLibrary.Version()}: keeps users and ratings", BuildAgain);

    public static IReadOnlyList<NativeProbe> All { get; } = [Torch, Onnx, Duck, Sqlite];

    /// <summary>Prints what there is to know, and says by the exit code whether all is well: the process that is started for it.</summary>
    /// <exception cref="MatineeException">There is no such probe.</exception>
    public static int Run(string name, TextWriter output) =>
        All.FirstOrDefault(probe => probe.Name == name)?.Run(output)
        ?? throw new MatineeException(
            $"There is nothing to probe of the name '{name}', only {string.Join(", ", All.Select(probe => probe.Name))}."
        );

    internal int Run(TextWriter output)
    {
        try
        {
            output.WriteLine(Try());
            return 0;
        }
        catch (Exception exception)
            when (exception
                    is MatineeException
                        or TypeInitializationException
                        or DllNotFoundException
                        or BadImageFormatException
                        or EntryPointNotFoundException
                        or FileNotFoundException
                        or ExternalException
            )
        {
            Exception reason = exception is MatineeException ? exception : exception.GetBaseException();
            output.WriteLine(reason.Message.ReplaceLineEndings(" ").Trim());
            return Session.Failure;
        }
    }
}
