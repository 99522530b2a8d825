namespace Matinee.Cli.Terminal;

/// <summary>How this program is typed: what it says to type next can be copied.</summary>
internal static class ProgramName
{
#if MATINEE_TOOL
    public const string Typed = "matinee";
#else
    public const string Typed = "./matinee";
#endif
}
