using System.Text.RegularExpressions;
using System.Xml;
using Matinee.Imports.Libraries;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Nfo;

/// <summary>
/// One <c>.nfo</c> of Kodi, Jellyfin or Emby: XML, XML with an address behind it, or text with an address in it.
/// </summary>
internal static partial class NfoFilm
{
    // What Kodi writes has some ten thousand, with all its actors.
    private const int MostLetters = 1_000_000;

    /// <summary>A row where the file is about a film; else it is skipped. Nothing of one film's file stops the others.</summary>
    public static void Add(LibraryRows rows, ImportFile file)
    {
        string text = file.Text().TrimStart();
        var place = new ImportPlace(file.Name, 1);
        if (text.Length > MostLetters)
        {
            rows.Skip(place, What(text), "It is too long for what describes one film.");
            return;
        }

        if (!text.StartsWith('<'))
        {
            AddAddress(rows, place, text);
            return;
        }

        try
        {
            AddXml(rows, place, text);
        }
        catch (XmlException exception)
        {
            rows.Skip(
                place,
                What(text),
                FormattableString.Invariant(
                    $"It is no well-formed XML without a DTD (line {Math.Max(1, exception.LineNumber)})."
                )
            );
        }
    }

    private static void AddXml(LibraryRows rows, ImportPlace place, string text)
    {
        using XmlReader reader = SafeXml.Open(text);
        while (SafeXml.Next(reader))
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            string root = reader.Name;
            if (root != "movie")
            {
                rows.Skip(place, What(text), Unfit(root));
                return;
            }

            NfoFields fields = NfoFields.Read(reader);
            int end = text.LastIndexOf("</movie>", StringComparison.Ordinal);
            rows.Add(fields.ToRow(place, FilmAddresses.In(end < 0 ? null : text[end..])), fields.Rating);
            return;
        }

        rows.Skip(place, What(text), "It says nothing.");
    }

    private static void AddAddress(LibraryRows rows, ImportPlace place, string text)
    {
        FilmNumbers numbers = FilmAddresses.In(text);
        if (numbers.IsEmpty)
        {
            bool isSeries = SeriesAddress().IsMatch(text);
            rows.Skip(
                place,
                text,
                isSeries ? Unfit("tvshow") : "It is no XML, and has no film's address at IMDb or TMDB."
            );
            return;
        }

        rows.Add(new ImportedRow(place) { Numbers = numbers });
    }

    private static string Unfit(string root) =>
        root switch
        {
            "tvshow" or "season" => "A television series, not a film.",
            "episodedetails" => "An episode of a series, not a film.",
            "musicvideo" or "album" or "artist" => "Music, not a film.",
            "set" => "A collection of films, not a film.",
            _ => $"No film: the file speaks of <{Excerpt.Of(root)}>.",
        };

    // A file that is broken elsewhere may still say its title.
    private static string What(string text) =>
        Title().Match(text) is { Success: true } title ? title.Groups["title"].Value.Trim() : text;

    [GeneratedRegex("<title>(?<title>[^<]{1,200})")]
    private static partial Regex Title();

    [GeneratedRegex(@"themoviedb\.org/tv/[0-9]|thetvdb\.com/", RegexOptions.IgnoreCase)]
    private static partial Regex SeriesAddress();
}
