namespace Matinee.Text.Int8;

/// <summary>
/// What an encoder is measured with before it is computed in 8 bits: titles, genres, tags, plots and questions. Another list makes another
/// model of the same file, so <see cref="EncoderFingerprint"/> has to change with it.
/// </summary>
internal static class CalibrationTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "The Matrix (1999)",
        "Singin' in the Rain (1952)",
        "The City of Lost Children (La Cité des enfants perdus) (1995)",
        "Seven Samurai (Shichinin no samurai) (1954)",
        "2001: A Space Odyssey (1968)",
        "Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb (1964)",
        "M (1931)",
        "Movie 12345 (2007)",
        "Léon: The Professional (1994)",
        "Mission: Impossible III (2006)",
        "Drama",
        "Adventure, Animation, Children, Comedy, Fantasy",
        "Crime, Film-Noir, Mystery, Thriller",
        "Documentary, War",
        "Horror, Sci-Fi",
        "(no genres listed)",
        "funny",
        "based on a book",
        "twist ending",
        "Oscar (Best Picture)",
        "time travel",
        "Quentin Tarantino",
        "zombies",
        "coming of age",
        "1980s",
        "boring!!!",
        "https://example.org/film?id=42",
        "anime",
        "A clerk who hates his job finds that his city is a stage, and that everyone in it but himself has read the script.",
        "Two brothers cross a desert in wartime with a stolen truck and a goat. One of them wants to go home; the other has none. "
            + "When soldiers stop them at a well, they learn who has followed them, and why.",
        "something light to watch with the children on a rainy Sunday",
        "slow films about grief, like Three Colors: Blue",
    ];
}
