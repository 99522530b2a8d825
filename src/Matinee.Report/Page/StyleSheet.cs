using System.Reflection;

namespace Matinee.Report.Page;

/// <summary><c>report.css</c>, which gives every ink its colour.</summary>
internal static class StyleSheet
{
    public static string Read()
    {
        using Stream style = Assembly.GetExecutingAssembly().GetManifestResourceStream("Matinee.Report.report.css")!;
        using var reader = new StreamReader(style);
        return reader.ReadToEnd();
    }
}
