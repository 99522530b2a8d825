using System.Diagnostics;
using Matinee.Api.Hosting;
using Matinee.Core;

namespace Matinee.Api.Retraining;

/// <summary>The program that retrains, for it takes libraries that a server lacks.</summary>
/// <param name="Words">The executable and its arguments.</param>
internal sealed record RetrainProgram(IReadOnlyList<string> Words, string ModelPath, string Store)
{
    /// <returns>Null where none is known.</returns>
    /// <exception cref="MatineeException">There is a schedule, and none is known.</exception>
    public static RetrainProgram? Of(ServerOptions options)
    {
        if (options.RetrainCommand is { } command)
        {
            return new RetrainProgram(Split(command), options.ModelPath, options.Store);
        }

        return options.RetrainSchedule is null
            ? null
            : throw new MatineeException(
                "--retrain-schedule needs a program that can train, and this one serves only. Add --retrain-command "
                    + "'/path/to/matinee retrain', or start 'matinee serve', which knows its own."
            );
    }

    public ProcessStartInfo Start(bool force)
    {
        var start = new ProcessStartInfo(Words[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string word in Words.Skip(1).Append("--no-color"))
        {
            start.ArgumentList.Add(word);
        }

        if (force)
        {
            start.ArgumentList.Add("--force");
        }

        // Not as arguments, which everyone on the machine can read.
        start.Environment["MATINEE_MODEL_PATH"] = ModelPath;
        start.Environment["MATINEE_STORE"] = Store;
        return start;
    }

    // At spaces, but for what stands in quotation marks.
    private static List<string> Split(string command) =>
        [
            .. command
                .Split('"')
                .SelectMany(
                    (part, n) =>
                        n % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries).AsEnumerable()
                ),
        ];
}
