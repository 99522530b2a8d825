using Matinee.Core;
using Matinee.Text.Tokens;

namespace Matinee.Text.Tests.Tokens;

public class WordPiecesTests
{
    private const long Cls = 101;
    private const long Sep = 102;

    private readonly WordPieces pieces = new(new TextEncoderOptions().VocabPath, uncased: true);

    [Fact]
    public void Encode_ReferenceTexts_AreTheirTokens()
    {
        foreach (ReferenceText reference in ReferenceVectors.Read())
        {
            Assert.Equal(reference.TokenIds, pieces.Encode(reference.Text, 256));
        }
    }

    [Fact]
    public void Encode_AccentsAndCase_AreThePlainWord()
    {
        Assert.Equal([Cls, 6904, 8569, 2571, 5602, Sep], pieces.Encode("FABÚLEÙX", 256));
    }

    [Fact]
    public void Encode_LongText_IsCutAndStillEnds()
    {
        Assert.Equal([Cls, 7592, 7592, Sep], pieces.Encode("hello hello hello hello", 4));
    }

    [Fact]
    public void Encode_EmptyText_IsItsTwoMarks()
    {
        Assert.Equal([Cls, Sep], pieces.Encode("", 256));
    }

    [Fact]
    public void Constructor_WindowsLineEnds_GivesTheSameTokens()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "[PAD]\r\n[UNK]\r\n[CLS]\r\n[SEP]\r\nhello\r\n##s\r\n");

            Assert.Equal([2, 4, 5, 1, 3], new WordPieces(path, uncased: true).Encode("Hellos world", 8));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Constructor_NoVocabulary_SaysWhatItLacks()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "[PAD]\n[UNK]\n[CLS]\nhello\n");

            var error = Assert.Throws<MatineeException>(() => new WordPieces(path, uncased: true));

            Assert.Contains($"{path} is no WordPiece vocabulary: it lacks the token [SEP].", error.Message);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
