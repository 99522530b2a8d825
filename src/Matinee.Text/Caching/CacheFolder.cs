namespace Matinee.Text.Caching;

/// <summary>Where a person's caches lie.</summary>
public static class CacheFolder
{
    public const string Variable = "MATINEE_CACHE";

    /// <summary>
    /// What MATINEE_CACHE names, else <c>matinee</c> in $XDG_CACHE_HOME, else in <c>~/.cache</c> (without a home: in the folder
    /// for temporary files).
    /// </summary>
    public static string Default => Of(Environment.GetEnvironmentVariable);

    internal static string Of(Func<string, string?> environment)
    {
        if (environment(Variable) is { Length: > 0 } given)
        {
            return given;
        }

        // The XDG specification has relative paths ignored.
        if (environment("XDG_CACHE_HOME") is { } xdg && Path.IsPathRooted(xdg))
        {
            return Path.Combine(xdg, "matinee");
        }

        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length > 0 ? Path.Combine(home, ".cache", "matinee") : Path.Combine(Path.GetTempPath(), "matinee");
    }
}
