using System.Globalization;
using System.Text;

namespace Matinee.Core.Texts;

/// <summary>
/// Takes accents off as BERT does: canonical decomposition (Unicode's NFD) without the marks that take no space. A table of
/// our own, because <see cref="string.Normalize()"/> does nothing where <c>InvariantGlobalization</c> is on, and Matinee runs so.
/// </summary>
public static class Decompositions
{
    // Hangul syllables are composed by rule (The Unicode Standard, 3.12).
    private const int FirstSyllable = 0xAC00;
    private const int SyllableCount = 11_172;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int FirstTail = 0x11A7;
    private const int VowelsPerLead = 21;
    private const int TailsPerVowel = 28;

    private static readonly Lazy<Dictionary<int, string>> Table = new(ReadTable);

    public static string StripAccents(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var stripped = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Table.Value.TryGetValue(rune.Value, out string? parts))
            {
                stripped.Append(parts);
            }
            else if (rune.Value - FirstSyllable is >= 0 and < SyllableCount and var syllable)
            {
                AppendJamo(stripped, syllable);
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
            {
                stripped.Append(rune);
            }
        }

        return stripped.ToString();
    }

    private static void AppendJamo(StringBuilder text, int syllable)
    {
        int tail = syllable % TailsPerVowel;
        int vowel = syllable / TailsPerVowel % VowelsPerLead;
        text.Append((char)(FirstLead + syllable / TailsPerVowel / VowelsPerLead)).Append((char)(FirstVowel + vowel));
        if (tail > 0)
        {
            text.Append((char)(FirstTail + tail));
        }
    }

    // Per line a code point and what remains of it, in hexadecimal; made from Unicode 14's UnicodeData.txt.
    private static Dictionary<int, string> ReadTable()
    {
        var table = new Dictionary<int, string>();
        using Stream stream = typeof(Decompositions).Assembly.GetManifestResourceStream(
            "Matinee.Core.decompositions.txt"
        )!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            int[] points =
            [
                .. line.Split(' ')
                    .Select(point => int.Parse(point, NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
            ];
            table.Add(points[0], string.Concat(points.Skip(1).Select(char.ConvertFromUtf32)));
        }

        return table;
    }
}
