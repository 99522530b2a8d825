namespace Matinee.Cli.Training;

/// <summary>
/// Where the models of blends are kept by what they were trained from, <c>.parts</c> beside the blends: another blend of the same
/// ones, or one that was interrupted, need not train them again. May be deleted at any time.
/// </summary>
internal static class PartsFolder
{
    public static string Beside(string outputDir) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Path.TrimEndingDirectorySeparator(outputDir)))!, ".parts");
}
