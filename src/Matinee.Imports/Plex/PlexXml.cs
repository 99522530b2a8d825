using System.Xml;
using Matinee.Core;
using Matinee.Imports.Libraries;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Plex;

/// <summary>
/// A saved answer of a Plex server to <c>/library/sections/N/all</c>. Every film is owned; viewed ones are watched, a person's rating
/// of 0 to 10 becomes stars.
/// </summary>
internal static class PlexXml
{
    public static bool Fits(ImportFile file) => file.Opening.Contains("<MediaContainer", StringComparison.Ordinal);

    /// <exception cref="MatineeException">It is no well-formed XML, or no such answer.</exception>
    public static void Read(ImportFile file, LibraryRows rows)
    {
        try
        {
            using XmlReader reader = SafeXml.Open(file.Text().TrimStart());
            Read(file, reader, rows);
        }
        catch (XmlException exception)
        {
            throw BrokenFile.Xml(file, exception);
        }
    }

    private static void Read(ImportFile file, XmlReader reader, LibraryRows rows)
    {
        if (!FindRoot(reader))
        {
            throw new MatineeException(
                $"{Excerpt.Of(file.Name)} is no list of Plex's: it does not begin with <MediaContainer>. Save the answer to /library/sections/N/all, where N is the number of a library of films."
            );
        }

        bool ends = reader.IsEmptyElement;
        int number = 0;
        while (!ends && SafeXml.Next(reader))
        {
            ends = reader.NodeType == XmlNodeType.EndElement && reader.Depth == 0;
            if (reader.NodeType == XmlNodeType.Element && reader.Depth == 1)
            {
                AddEntry(rows, new ImportPlace(file.Name, ++number), reader);
            }
        }

        if (!ends)
        {
            throw new XmlException("it ends within <MediaContainer>");
        }
    }

    private static bool FindRoot(XmlReader reader)
    {
        while (SafeXml.Next(reader))
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                return reader.Name == "MediaContainer";
            }
        }

        return false;
    }

    private static void AddEntry(LibraryRows rows, ImportPlace place, XmlReader reader)
    {
        string title = reader.GetAttribute("title") ?? "";
        string type = reader.GetAttribute("type") ?? "";
        if (Unfit(reader.Name, type) is { } reason)
        {
            SkipChildren(reader, _ => { });
            rows.Skip(place, title, reason);
            return;
        }

        bool isViewed = LibraryCount.IsAny(reader.GetAttribute("viewCount"));
        string? rating = reader.GetAttribute("userRating");
        var row = new ImportedRow(place)
        {
            Title = title,
            OtherTitles = reader.GetAttribute("originalTitle") is { } original ? [original] : [],
            Year = LibraryYear.Of(reader.GetAttribute("year"), reader.GetAttribute("originallyAvailableAt")),
            Time =
                (isViewed ? LibraryTime.Of(reader.GetAttribute("lastViewedAt")) : null)
                ?? (rating is null ? null : LibraryTime.Of(reader.GetAttribute("lastRatedAt"))),
            Facts = isViewed ? FilmFacts.Watched : FilmFacts.None,
        };
        FilmNumbers numbers = FilmAddresses.In(reader.GetAttribute("guid"));
        SkipChildren(reader, guid => numbers = numbers.Or(FilmAddresses.In(guid)));
        rows.Add(row with { Numbers = numbers }, rating);
    }

    private static void SkipChildren(XmlReader reader, Action<string?> onGuid)
    {
        if (reader.IsEmptyElement)
        {
            return;
        }

        int top = reader.Depth;
        while (SafeXml.Next(reader) && reader.Depth > top)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Name == "Guid")
            {
                onGuid(reader.GetAttribute("id"));
            }
        }
    }

    private static string? Unfit(string element, string type) =>
        (element, type) switch
        {
            ("Video", "movie" or "") => null,
            (_, "show" or "season") => "A television series, not a film.",
            (_, "episode") => "An episode of a series, not a film.",
            (_, "collection") => "A collection of films, not a film.",
            (_, "artist" or "album" or "track") => "Music, not a film.",
            ("Directory", "movie") => "A library, not a film: save the answer to /library/sections/N/all.",
            _ => $"Not a film, but <{Excerpt.Of(element)}> of type '{Excerpt.Of(type)}'.",
        };
}
