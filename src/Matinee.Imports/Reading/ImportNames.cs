namespace Matinee.Imports.Reading;

/// <summary>Names of files inside an export.</summary>
internal static class ImportNames
{
    private static readonly HashSet<string> MediaEndings = new(
        ".mkv .mp4 .m4v .avi .mov .wmv .mpg .mpeg .ts .m2ts .vob .webm .iso .jpg .jpeg .png .webp .gif .tbn .srt .sub .idx .ass .ssa .vtt .sup .mp3 .flac .bif".Split(
            ' '
        ),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Films, pictures and subtitles, of which a media server's folders are full.</summary>
    public static bool IsMedia(string name) => MediaEndings.Contains(Path.GetExtension(name));

    /// <summary>What systems leave beside people's files.</summary>
    public static bool IsNoise(string name)
    {
        string bare = name[(name.LastIndexOf('/') + 1)..];
        return name.StartsWith("__MACOSX/", StringComparison.OrdinalIgnoreCase)
            || name.Contains("/__MACOSX/", StringComparison.OrdinalIgnoreCase)
            || bare.StartsWith("._", StringComparison.Ordinal)
            || bare is ".DS_Store" or "Thumbs.db" or "desktop.ini";
    }

    /// <summary>Nothing is ever written by these names, but who packs such ones is up to something.</summary>
    public static bool IsSafe(string name) =>
        !name.StartsWith('/')
        && !name.Contains('\\', StringComparison.Ordinal)
        && !(name.Length > 1 && name[1] == ':' && char.IsAsciiLetter(name[0]))
        && !name.Any(char.IsControl)
        && !name.Split('/').Any(part => part is ".." or "." or "");
}
