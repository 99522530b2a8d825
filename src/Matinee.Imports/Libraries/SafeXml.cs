using System.Xml;

namespace Matinee.Imports.Libraries;

/// <summary>XML from people one doesn't know: no DTD, and so no entity; nothing is fetched; bounded depth.</summary>
internal static class SafeXml
{
    private const int MostDepth = 32;

    public static XmlReader Open(string text) =>
        XmlReader.Create(
            new StringReader(text),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = text.Length + 1L,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                // An odd character in a plot is no reason to refuse a film.
                CheckCharacters = false,
                // Kodi's files may go on behind the end of the root.
                ConformanceLevel = ConformanceLevel.Fragment,
            }
        );

    /// <summary>Goes to the next node.</summary>
    /// <exception cref="XmlException">It isn't well-formed, or nested as nobody nests.</exception>
    public static bool Next(XmlReader reader)
    {
        bool read = reader.Read();
        if (reader.Depth > MostDepth)
        {
            throw new XmlException($"elements are nested more than {MostDepth} deep");
        }

        return read;
    }
}
