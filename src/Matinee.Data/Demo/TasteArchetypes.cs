namespace Matinee.Data.Demo;

/// <summary>The moviegoers that the simulation mixes its users from.</summary>
internal static class TasteArchetypes
{
    public static IReadOnlyList<TasteArchetype> All { get; } =
    [
        new("blockbusters", Share: 3, Mainstream: 1.1, EraCentre: 2008, EraPull: 0.5)
        {
            Genres = Weights("Action 1", "Adventure 0.9", "Sci-Fi 0.5", "Documentary -1", "Musical -0.5"),
            Tags = Weights("superhero 1", "marvel 0.6", "epic 0.4", "space opera 0.7", "car chase 0.5", "spy 0.5"),
        },
        new("science fiction", Share: 2, Mainstream: 0.9, EraCentre: 1995, EraPull: 0.2)
        {
            Genres = Weights("Sci-Fi 1.6", "Fantasy 0.3", "Romance -0.4", "Western -0.5"),
            Tags = Weights("space 0.6", "dystopia 0.7", "robots 0.6", "time travel 0.7", "aliens 0.5", "cyberpunk 0.8"),
        },
        new("family evenings", Share: 2.5, Mainstream: 1.1, EraCentre: 2003, EraPull: 0.3)
        {
            Genres = Weights("Children 1.4", "Animation 1.1", "Musical 0.4", "Horror -1.2", "Crime -0.7", "War -0.6"),
            Tags = Weights("disney 0.6", "pixar 0.8", "fairy tale 0.4", "talking animals 0.6", "magic 0.4"),
        },
        new("crime and suspense", Share: 2.5, Mainstream: 0.9, EraCentre: 1998, EraPull: 0.3)
        {
            Genres = Weights("Crime 1.2", "Thriller 0.9", "Mystery 0.7", "Children -0.8", "Musical -0.7"),
            Tags = Weights("heist 0.6", "twist ending 0.6", "serial killer 0.6", "mafia 0.7", "neo-noir 0.6"),
        },
        new("laughs", Share: 2.5, Mainstream: 1.05, EraCentre: 1999, EraPull: 0.4)
        {
            Genres = Weights("Comedy 1.8", "Drama -0.5", "War -0.5", "Horror -0.3"),
            Tags = Weights("slob comedy 0.9", "parody 0.7", "friendship 0.3", "absurd humor 0.7", "mockumentary 0.6"),
        },
        new("romance", Share: 2, Mainstream: 0.95, EraCentre: 2000, EraPull: 0.2)
        {
            Genres = Weights("Romance 1.7", "Drama 0.4", "Horror -0.9", "Action -0.6", "War -0.3"),
            Tags = Weights("wedding 0.5", "relationships 0.6", "jane austen 0.8", "love triangle 0.4", "paris 0.4"),
        },
        new("horror nights", Share: 1.5, Mainstream: 0.8, EraCentre: 1990, EraPull: 0.1)
        {
            Genres = Weights("Horror 2.2", "Thriller 0.4", "Romance -0.5", "Children -0.7", "Musical -0.4"),
            Tags = Weights("slasher 0.5", "zombies 0.6", "monster 0.5", "haunted house 0.5", "vampire 0.4", "gore 0.5"),
        },
        new("golden age", Share: 1.2, Mainstream: 0.6, EraCentre: 1946, EraPull: 1.3)
        {
            Genres = Weights("Film-Noir 0.8", "Romance 0.3", "Western 0.4", "Musical 0.3", "Sci-Fi -0.5"),
            Tags = Weights("alfred hitchcock 0.7", "screwball comedy 0.8", "billy wilder 0.6", "humphrey bogart 0.6"),
        },
        new("world cinema", Share: 1.5, Mainstream: 0.3, EraCentre: 1985, EraPull: 0.1)
        {
            Genres = Weights("Drama 0.8", "Action -0.6", "Children -0.4", "Sci-Fi -0.3"),
            Tags = Weights(
                "france 0.8",
                "italy 0.8",
                "iran 1",
                "japan 0.6",
                "korea 0.7",
                "india 0.7",
                "denmark 0.8",
                "sweden 0.8",
                "brazil 0.9",
                "mexico 0.7",
                "germany 0.7",
                "poland 0.8",
                "spain 0.8",
                "argentina 0.8",
                "slow burn 0.6",
                "french new wave 0.6"
            ),
        },
        new("independents", Share: 2, Mainstream: 0.7, EraCentre: 2006, EraPull: 0.6)
        {
            Genres = Weights("Drama 0.9", "Comedy 0.4", "Action -0.7", "Adventure -0.5", "Western -0.3"),
            Tags = Weights(
                "coming of age 0.6",
                "loneliness 0.6",
                "dark comedy 0.5",
                "wes anderson 0.7",
                "low budget 0.5"
            ),
        },
        new("history and war", Share: 1.5, Mainstream: 0.85, EraCentre: 1990, EraPull: 0.1)
        {
            Genres = Weights("War 1.8", "Drama 0.5", "Western 0.6", "Fantasy -0.6", "Animation -0.6"),
            Tags = Weights("based on a true story 0.6", "biography 0.6", "epic 0.6", "politics 0.4", "courtroom 0.4"),
        },
        new("anime and animation", Share: 1.2, Mainstream: 0.6, EraCentre: 2000, EraPull: 0.2)
        {
            Genres = Weights("Animation 1.5", "Fantasy 0.7", "Sci-Fi 0.4", "War -0.2", "Western -0.5"),
            Tags = Weights("anime 1.2", "hayao miyazaki 0.5", "stop motion 0.6", "japan 0.4", "comic book 0.5"),
        },
        new("documentary and music", Share: 0.8, Mainstream: 0.5, EraCentre: 2002, EraPull: 0.2)
        {
            Genres = Weights("Documentary 2.2", "Musical 1", "Action -0.5", "Fantasy -0.4", "Horror -0.6"),
            Tags = Weights("rock music 0.7", "politics 0.5", "concert 0.6", "biography 0.5", "nature 0.5", "dance 0.5"),
        },
        new("mind-benders", Share: 1.5, Mainstream: 0.8, EraCentre: 2000, EraPull: 0.3)
        {
            Genres = Weights("Mystery 1", "Sci-Fi 0.5", "Thriller 0.4", "Children -0.5", "Western -0.4"),
            Tags = Weights("surreal 0.8", "dreams 0.6", "memory 0.6", "identity 0.5", "nonlinear 0.6", "time loop 0.7"),
        },
    ];

    /// <summary>Reads <c>"space opera 0.7"</c>: the weight is what follows the last space.</summary>
    private static Dictionary<string, double> Weights(params ReadOnlySpan<string> entries)
    {
        var weights = new Dictionary<string, double>(entries.Length, StringComparer.Ordinal);
        foreach (string entry in entries)
        {
            int space = entry.LastIndexOf(' ');
            weights.Add(
                entry[..space],
                double.Parse(entry.AsSpan(space + 1), System.Globalization.CultureInfo.InvariantCulture)
            );
        }

        return weights;
    }
}
