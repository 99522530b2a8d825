using FastBertTokenizer;
using Matinee.Core;
using Matinee.Core.Texts;

namespace Matinee.Text.Tokens;

/// <summary>Texts as the numbers of their WordPiece tokens, [CLS] first and [SEP] last.</summary>
internal sealed class WordPieces
{
    private static readonly string[] Required = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"];

    private readonly BertTokenizer tokenizer = new();
    private readonly bool uncased;

    /// <exception cref="MatineeException">The file is no vocabulary.</exception>
    public WordPieces(string vocabPath, bool uncased)
    {
        this.uncased = uncased;
        // Whatever the file's line ends, a token has none.
        string[] tokens = File.ReadAllText(vocabPath).Split('\n', StringSplitOptions.TrimEntries);
        if (Required.Except(tokens).FirstOrDefault() is { } missing)
        {
            throw new MatineeException(
                $"{vocabPath} is no WordPiece vocabulary: it lacks the token {missing}. "
                    + "Pass the vocab.txt that the model was published with."
            );
        }

        int count = tokens[^1].Length == 0 ? tokens.Length - 1 : tokens.Length;
        tokenizer.LoadVocabulary(new StringReader(string.Join('\n', tokens.Take(count))), uncased);
    }

    /// <param name="maxTokens">A longer text is cut; [SEP] still ends it.</param>
    public long[] Encode(string text, int maxTokens)
    {
        text = uncased ? Decompositions.StripAccents(text) : text;
        var tokens = new long[maxTokens];
        int count = tokenizer.Encode(text, tokens, new long[maxTokens], null);
        return tokens[..count];
    }
}
