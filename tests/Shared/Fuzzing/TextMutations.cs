using System.Text;

namespace Matinee.Tests.Fuzzing;

/// <summary>Ways in which one raw file goes wrong.</summary>
internal static class TextMutations
{
    private static readonly string[] Values =
    [
        "",
        " ",
        "0",
        "-1",
        "00001",
        "2147483647",
        "2147483648",
        "16777215",
        "99999999999999999999999999",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "NaN",
        "Infinity",
        "-Infinity",
        "1e308",
        "1e-320",
        "1e999",
        "-4",
        "0.4999999999",
        "5.0000001",
        "5.1",
        "4,5",
        "0x10",
        "٣",
        "1\0",
        "a\0b",
        "\0",
        "\"",
        "\"\"",
        "\"open",
        "a\nb",
        "\"a\nb\"",
        "\"a\r\n\r\nb\"",
        "|",
        "||||",
        "::",
        "null",
        @"\N",
        "(2006-",
        "(((((",
        "T (1999)",
        "\u001b[31mred",
        "\u0001\u0002\u007f",
        "Ã\u0080",
        "\u00ff\u00fe",
        "\u00ed\u00a0\u0080",
        "\u00f0\u009f\u008e\u00ac",
        "'); DROP TABLE movies; --",
    ];

    private static readonly Func<RawText, RawInput, Dice, string>[] All =
    [
        (file, _, dice) => file.Text[..Position(file, dice)],
        (file, _, dice) => file.Text[Position(file, dice)..],
        (file, _, dice) => file.Text.Insert(Position(file, dice), dice.Of(Values)),
        (file, _, dice) => file.Text.Insert(Position(file, dice), Noise(dice)),
        (file, input, dice) => Splice(file.Text, dice.Of([.. input.Files]).Text, dice),
        (file, _, dice) => Flipped(file.Text, dice),
        (file, _, dice) => InAnotherEncoding(file.Text, dice),
        (file, input, dice) =>
            file.Text.Replace(dice.Of([.. input.Separators]), Separator(dice), StringComparison.Ordinal),
        (file, _, dice) =>
            file.Text.Replace("\n", dice.Of("\r", "\r\n", "\n\n", "\n\r", "\0", ""), StringComparison.Ordinal),
        (file, _, dice) => dice.Of("", "\n", "\0", "\u00ef\u00bb\u00bf", "\u00ff\u00fe", " \n \n"),
        (file, input, dice) => Field(file.Text, input, dice, _ => dice.Of(Values)),
        (file, input, dice) => Field(file.Text, input, dice, _ => dice.Of(Values)),
        (file, input, dice) => Field(file.Text, input, dice, field => field + dice.Of(Values)),
        (file, input, dice) => Field(file.Text, input, dice, field => $"\"{field}{dice.Of(Values)}\""),
        (file, input, dice) => Columns(file.Text, input, dice),
        Lines,
        Lines,
    ];

    public static RawText Apply(RawText file, RawInput input, Dice dice) =>
        file with
        {
            // A megabyte costs time, so it comes seldom.
            Text = dice.OneIn(12)
                ? Field(file.Text, input, dice, _ => Absurd(input, dice))
                : dice.Of(All)(file, input, dice),
        };

    private static int Position(RawText file, Dice dice) => dice.Below(file.Text.Length + 1);

    private static string Noise(Dice dice) =>
        string.Concat(Enumerable.Range(0, 1 + dice.Below(12)).Select(_ => (char)dice.Byte()));

    private static string Splice(string text, string other, Dice dice)
    {
        int start = dice.Below(other.Length + 1);
        return text.Insert(dice.Below(text.Length + 1), other.Substring(start, dice.Below(other.Length - start + 1)));
    }

    private static string Flipped(string text, Dice dice)
    {
        char[] letters = text.ToCharArray();
        for (int n = dice.Below(8); n >= 0 && letters.Length > 0; n--)
        {
            letters[dice.Below(letters.Length)] ^= (char)(1 << dice.Below(8));
        }

        return new string(letters);
    }

    private static string InAnotherEncoding(string text, Dice dice)
    {
        Encoding from = dice.Of(Encoding.UTF8, Encoding.Latin1);
        Encoding to = dice.Of(
            Encoding.UTF8,
            Encoding.Latin1,
            Encoding.Unicode,
            Encoding.BigEndianUnicode,
            Encoding.UTF32
        );
        byte[] mark = dice.OneIn(2) ? to.GetPreamble() : [];
        byte[] bytes = Encoding.Convert(from, to, Encoding.Latin1.GetBytes(text));
        return Encoding.Latin1.GetString([.. mark, .. bytes]);
    }

    private static string Separator(Dice dice) => dice.Of(",", ";", "\t", "|", "::", ":", "", " ", "\0", ",,", "\"");

    private static string Field(string text, RawInput input, Dice dice, Func<string, string> change)
    {
        string[] lines = text.Split('\n');
        int line = dice.Below(lines.Length);
        string separator = dice.Of([.. input.Separators]);
        string[] fields = lines[line].Split(separator);
        int field = dice.Below(fields.Length);
        fields[field] = change(fields[field]);
        lines[line] = string.Join(separator, fields);
        return string.Join('\n', lines);
    }

    private static string Absurd(RawInput input, Dice dice)
    {
        string one = dice.Of("x", "9", " ", "\"", ",", "|", ":", "(", "\0", "é", "\r", "( ", "\n", " 1999 ");
        string many = string.Concat(Enumerable.Repeat(one, input.AbsurdLength / one.Length >> dice.Below(8)));
        return dice.Below(4) switch
        {
            0 => $"\"{many}\"",
            1 => $"\"a{many}b\nc\"",
            2 => $"a{many}b (1999{many})",
            _ => many,
        };
    }

    /// <summary>Columns missing, twice or in another order, in every line.</summary>
    private static string Columns(string text, RawInput input, Dice dice)
    {
        string separator = dice.Of([.. input.Separators]);
        int first = dice.Below(5);
        int second = dice.Below(5);
        int way = dice.Below(3);
        return string.Join('\n', text.Split('\n').Select(Changed));

        string Changed(string line)
        {
            List<string> fields = [.. line.Split(separator)];
            if (fields.Count <= Math.Max(first, second))
            {
                return line;
            }

            switch (way)
            {
                case 0:
                    fields.RemoveAt(first);
                    break;
                case 1:
                    fields.Insert(second, fields[first]);
                    break;
                default:
                    (fields[first], fields[second]) = (fields[second], fields[first]);
                    break;
            }

            return string.Join(separator, fields);
        }
    }

    private static string Lines(RawText file, RawInput input, Dice dice)
    {
        List<string> lines = [.. file.Text.Split('\n')];
        int line = dice.Below(lines.Count);
        switch (dice.Below(5))
        {
            case 0:
                lines.RemoveAt(line);
                break;
            case 1:
                lines.Insert(dice.Below(lines.Count + 1), lines[line]);
                break;
            case 2:
                lines.InsertRange(
                    line,
                    Enumerable.Repeat(lines[line], Math.Min(500, input.AbsurdLength / (lines[line].Length + 1)))
                );
                break;
            case 3:
                lines.Insert(line, dice.Of("", " ", "\0", "\"", Noise(dice)));
                break;
            default:
                lines.RemoveRange(line, dice.Below(lines.Count - line + 1));
                break;
        }

        return string.Join('\n', lines);
    }
}
