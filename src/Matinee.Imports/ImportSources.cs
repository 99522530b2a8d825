namespace Matinee.Imports;

public static class ImportSources
{
    /// <summary>As its makers write it.</summary>
    public static string NameOf(ImportSource source) =>
        source switch
        {
            ImportSource.Imdb => "IMDb",
            ImportSource.Tmdb => "TMDB",
            ImportSource.Nfo => "NFO files",
            _ => source.ToString(),
        };
}
