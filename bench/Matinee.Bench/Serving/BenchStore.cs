namespace Matinee.Bench.Serving;

/// <summary>The store of a server that is measured.</summary>
internal static class BenchStore
{
    public const string Variable = "MATINEE_BENCH_STORE";

    /// <summary>What <see cref="Variable"/> says, such as a PostgreSQL database; else a file in the folder.</summary>
    public static string In(string folder) =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
            ? given
            : Path.Combine(folder, "store.db");
}
