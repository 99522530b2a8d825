using System.Collections.Frozen;

namespace Matinee.Api.Web;

/// <summary>The built web interface. It is small: all of it stays in memory, and no request's path ever meets the disk.</summary>
internal sealed class WebFiles
{
    private readonly FrozenDictionary<string, WebFile> files;

    private WebFiles(FrozenDictionary<string, WebFile> files)
    {
        this.files = files;
        Index = files.GetValueOrDefault("/index.html");
    }

    /// <summary>The page that all pages are; null where the web interface was not built.</summary>
    public WebFile? Index { get; }

    public IEnumerable<string> Paths => files.Keys;

    /// <summary>Files by their paths, beside them their <c>.br</c> and <c>.gz</c>; none where the folder is missing.</summary>
    public static WebFiles Read(string folder)
    {
        var files = new Dictionary<string, WebFile>(StringComparer.Ordinal);
        if (Directory.Exists(folder))
        {
            foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                if (Path.GetExtension(file) is not (".br" or ".gz"))
                {
                    string path = "/" + Path.GetRelativePath(folder, file).Replace('\\', '/');
                    files[path] = new WebFile(path, File.ReadAllBytes(file), Beside(file, ".gz"), Beside(file, ".br"));
                }
            }
        }

        return new WebFiles(files.ToFrozenDictionary(StringComparer.Ordinal));
    }

    public WebFile? Find(string path) => files.GetValueOrDefault(path);

    private static byte[]? Beside(string file, string extension) =>
        File.Exists(file + extension) ? File.ReadAllBytes(file + extension) : null;
}
