using Matinee.Tests.Fuzzing;

namespace Matinee.Imports.Tests.Fuzzing;

[Collection(nameof(Alone))]
public class ImportFuzzTests
{
    public static TheoryData<string> Formats => [.. ImportCorpora.All.Select(corpus => corpus.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_MutatedExport_IsRowsOrAMessage(string format) =>
        new ImportFuzz(ImportCorpora.All.Single(corpus => corpus.Name == format)).Run();

    [Fact]
    public void Read_MutatedNfoFiles_AreRowsOrAMessage() => new ImportFuzz(LibraryCorpora.Nfo).Run();

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_CorpusAsItIs_IsReadWhole(string format)
    {
        RawInput corpus = ImportCorpora.All.Single(corpus => corpus.Name == format);
        foreach (RawText file in corpus.Files)
        {
            ImportedFile read = Matinee.Imports.Reading.ImportReader.Read(
                file.Name[(file.Name.LastIndexOf('/') + 1)..],
                file.Bytes
            );
            Assert.InRange(read.Rows.Count, 5, 7);
        }
    }

    /// <summary>Not beside other tests, whose memory would be taken for these tests' own.</summary>
    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public class Alone;
}
