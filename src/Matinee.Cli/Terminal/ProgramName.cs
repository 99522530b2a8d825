namespace Matinee.Cli.Terminal;

/// <summary>How this program is typed: what it says to type next can be copied.</summary>
internal static class ProgramName
{
#if MATINEE_TOOL
    public const string Typed = "matinee";
#else
    public const string Typed = "./matinee";
#endif

    /// <summary>A message whose <c>'matinee train'</c> can be copied: libraries name commands, and how they are typed is known here.</summary>
    public static string In(string message) => message.Replace("'matinee ", $"'{Typed} ", StringComparison.Ordinal);
}
