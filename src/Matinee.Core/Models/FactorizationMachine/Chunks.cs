namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>Pieces of fixed length, whatever the number of threads: what is summed per piece is the same on any machine.</summary>
internal static class Chunks
{
    public const int Length = 8_192;

    public static int Count(int total) => (total + Length - 1) / Length;

    /// <param name="body">Given the first of a piece and the end.</param>
    public static void For(int total, ParallelOptions parallel, Action<int, int> body)
    {
        int count = Count(total);
        if (count < 3 || parallel.MaxDegreeOfParallelism == 1)
        {
            for (int chunk = 0; chunk < count; chunk++)
            {
                body(chunk * Length, Math.Min(total, (chunk + 1) * Length));
            }

            return;
        }

        Parallel.For(0, count, parallel, chunk => body(chunk * Length, Math.Min(total, (chunk + 1) * Length)));
    }
}
