using Matinee.Api.Store.Backup;

namespace Matinee.Api.Tests.Store.Backup;

/// <summary>A restore in a process of its own, to be killed.</summary>
internal static class RestoreProgram
{
    public const string Argument = "restore-until-killed";

    public static async Task<int> RunAsync(string store, string file)
    {
        await StoreRestore.RestoreAsync(store, file, CancellationToken.None);
        return 0;
    }
}
