using System.Text;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Tests.Libraries;

/// <summary>Files of one's own hand through the reader that people's files go through.</summary>
internal static class Texts
{
    public static ImportedFile Read(string name, string text) => ImportReader.Read(name, Encoding.UTF8.GetBytes(text));

    public static ImportedRow Only(ImportedFile file)
    {
        Assert.Empty(file.Skipped);
        return Assert.Single(file.Rows);
    }
}
