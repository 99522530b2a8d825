using System.Text;

namespace Matinee.Core.Texts;

/// <summary>Texts as search compares them: lower case, without accents and apostrophes, in the letters people type.</summary>
public static class FoldedText
{
    /// <summary>A reused buffer of the caller's; grown when needed.</summary>
    /// <returns>The folded text, valid until the buffer is used again.</returns>
    public static ReadOnlySpan<char> Fold(string text, ref char[] buffer)
    {
        if (!Ascii.IsValid(text))
        {
            text = Decompositions.StripAccents(text);
        }

        // One letter may become two.
        if (buffer.Length < 2 * text.Length)
        {
            buffer = new char[2 * text.Length];
        }

        int length = 0;
        foreach (char letter in text)
        {
            if (char.IsAscii(letter))
            {
                if (letter is not ('\'' or '`'))
                {
                    buffer[length++] = char.ToLowerInvariant(letter);
                }
            }
            else
            {
                FoldRare(letter, buffer, ref length);
            }
        }

        return buffer.AsSpan(0, length);
    }

    public static string Fold(string text)
    {
        char[] buffer = [];
        return new string(Fold(text, ref buffer));
    }

    // Letters that Unicode doesn't decompose.
    private static void FoldRare(char letter, char[] buffer, ref int length)
    {
        string? letters = letter switch
        {
            'ß' or 'ẞ' => "ss",
            'æ' or 'Æ' => "ae",
            'œ' or 'Œ' => "oe",
            'þ' or 'Þ' => "th",
            'ø' or 'Ø' => "o",
            'ł' or 'Ł' => "l",
            'đ' or 'Đ' or 'ð' or 'Ð' => "d",
            'ı' => "i",
            '’' or '‘' or 'ʼ' or 'ʻ' or '´' => "",
            _ => null,
        };
        if (letters is null)
        {
            buffer[length++] = char.ToLowerInvariant(letter);
            return;
        }

        letters.CopyTo(buffer.AsSpan(length));
        length += letters.Length;
    }
}
