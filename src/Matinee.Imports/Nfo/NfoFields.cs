using System.Xml;
using Matinee.Imports.Libraries;

namespace Matinee.Imports.Nfo;

/// <summary>What stands directly below <c>&lt;movie&gt;</c>: actors and sets have names and numbers of their own.</summary>
internal sealed class NfoFields
{
    // A whole plot; nothing that is read is longer.
    private const int LongestField = 64 << 10;

    private readonly Dictionary<string, string> texts = new(StringComparer.OrdinalIgnoreCase);

    public string? Rating => this["userrating"];

    private string? this[string name] => texts.GetValueOrDefault(name);

    /// <param name="reader">On the root; afterwards at its end.</param>
    /// <exception cref="XmlException">It isn't well-formed.</exception>
    public static NfoFields Read(XmlReader reader)
    {
        var fields = new NfoFields();
        int top = reader.Depth;
        string name = "";
        bool isFirst = false;
        if (reader.IsEmptyElement)
        {
            return fields;
        }

        while (SafeXml.Next(reader))
        {
            if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == top)
            {
                return fields;
            }

            if (reader.NodeType == XmlNodeType.Element && reader.Depth == top + 1)
            {
                name = reader.Name == "uniqueid" ? $"uniqueid:{reader.GetAttribute("type")}" : reader.Name;
                isFirst = !fields.texts.ContainsKey(name);
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && reader.Depth == top + 2 && isFirst)
            {
                // A text may come in pieces.
                string before = fields.texts.GetValueOrDefault(name, "");
                fields.texts[name] = before.Length < LongestField ? before + reader.Value : before;
            }
        }

        // As a fragment, a document may end anywhere.
        throw new XmlException("it ends within <movie>");
    }

    /// <param name="behind">Numbers of the address behind the XML.</param>
    public ImportedRow ToRow(ImportPlace place, FilmNumbers behind)
    {
        bool isWatched = IsTrue("watched") || LibraryCount.IsAny(this["playcount"]);
        return new ImportedRow(place)
        {
            Title = this["title"] ?? "",
            OtherTitles = this["originaltitle"] is { } original ? [original] : [],
            Year = LibraryYear.Of(this["year"], this["premiered"], this["releasedate"]),
            Numbers = Numbers().Or(behind),
            Time = isWatched ? LibraryTime.Of(this["lastplayed"]) : null,
            Facts =
                (isWatched ? FilmFacts.Watched : FilmFacts.None)
                | (IsTrue("isuserfavorite") ? FilmFacts.Liked : FilmFacts.None),
        };
    }

    // A number alone in <id> is of whichever site the scraper asked, so it says nothing.
    private FilmNumbers Numbers()
    {
        string? id = this["id"]?.Trim();
        return new FilmNumbers(
            Imdb: FilmAddresses.Imdb(this["uniqueid:imdb"])
                ?? FilmAddresses.Imdb(this["imdbid"])
                ?? FilmAddresses.Imdb(this["imdb_id"])
                ?? (id?.StartsWith("tt", StringComparison.OrdinalIgnoreCase) == true ? FilmAddresses.Imdb(id) : null),
            Tmdb: FilmAddresses.Tmdb(this["uniqueid:tmdb"])
                ?? FilmAddresses.Tmdb(this["tmdbid"])
                ?? FilmAddresses.Tmdb(this["tmdb_id"])
        );
    }

    private bool IsTrue(string name) => this[name]?.Trim().ToLowerInvariant() is "true" or "1" or "yes";
}
