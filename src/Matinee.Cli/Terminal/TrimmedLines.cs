using System.Text;

namespace Matinee.Cli.Terminal;

/// <summary>Lines without spaces at their ends, such as pad a table's cells: a space is passed on when a letter follows it.</summary>
internal sealed class TrimmedLines(TextWriter writer) : TextWriter
{
    private int spaces;

    public override Encoding Encoding => writer.Encoding;

    // All other ways to write end here.
    public override void Write(char value)
    {
        if (value == ' ')
        {
            spaces++;
            return;
        }

        if (value is not ('\r' or '\n'))
        {
            writer.Write(new string(' ', spaces));
        }

        spaces = 0;
        writer.Write(value);
    }

    public override void Flush() => writer.Flush();
}
