using System.Globalization;
using Matinee.Core.Catalog;
using Matinee.Imports.Matching;
using Matinee.Imports.Tests.Matching.Disguises;

namespace Matinee.Imports.Tests.Matching;

/// <summary>Titles as Letterboxd, IMDb, TMDB, Trakt and people write them, with the IMDb number of the film.</summary>
public class OtherSitesTests
{
    private static readonly (string Title, int Year, int Imdb)[] Spellings =
    [
        ("Star Wars", 1977, 76759),
        ("The Empire Strikes Back", 1980, 80684),
        ("Star Wars: Episode V - The Empire Strikes Back", 1980, 80684),
        ("Return of the Jedi", 1983, 86190),
        ("Star Wars: The Force Awakens", 2015, 2488496),
        ("Star Wars: Episode I – The Phantom Menace", 1999, 120915),
        ("Léon: The Professional", 1994, 110413),
        ("Leon", 1994, 110413),
        ("Se7en", 1995, 114369),
        ("Amélie", 2001, 211915),
        ("Le Fabuleux Destin d'Amélie Poulain", 2001, 211915),
        ("Birdman or (The Unexpected Virtue of Ignorance)", 2014, 2562232),
        ("Birdman", 2014, 2562232),
        ("The Lord of the Rings: The Fellowship of the Ring", 2001, 120737),
        ("The Lord of the Rings - The Two Towers", 2002, 167261),
        ("Crouching Tiger, Hidden Dragon", 2000, 190332),
        ("8½", 1963, 56801),
        ("WALL·E", 2008, 910970),
        ("Wall-E", 2008, 910970),
        ("Mission: Impossible - Fallout", 2018, 4912910),
        ("Mission: Impossible – Ghost Protocol", 2011, 1229238),
        ("Mission: Impossible II", 2000, 120755),
        ("Mission: Impossible 2", 2000, 120755),
        ("Borat: Cultural Learnings of America for Make Benefit Glorious Nation of Kazakhstan", 2006, 443453),
        ("Borat", 2006, 443453),
        ("Harry Potter and the Philosopher's Stone", 2001, 241527),
        ("Harry Potter and the Sorcerer’s Stone", 2001, 241527),
        ("12 Monkeys", 1995, 114746),
        ("Twelve Monkeys", 1995, 114746),
        ("The Good, the Bad and the Ugly", 1966, 60196),
        ("Il buono, il brutto, il cattivo", 1966, 60196),
        ("The Shawshank Redemption", 1994, 111161),
        ("Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb", 1964, 57012),
        ("Dr. Strangelove", 1964, 57012),
        ("Spirited Away", 2001, 245429),
        ("千と千尋の神隠し / Spirited Away", 2001, 245429),
        ("Sen to Chihiro no kamikakushi", 2001, 245429),
        ("La Haine", 1995, 113247),
        ("Hate", 1995, 113247),
        ("Life Is Beautiful", 1997, 118799),
        ("La vita è bella", 1997, 118799),
        ("Downfall", 2004, 363163),
        ("Der Untergang", 2004, 363163),
        ("The Lives of Others", 2006, 405094),
        ("Das Leben der Anderen", 2006, 405094),
        ("Pan's Labyrinth", 2006, 457430),
        ("El laberinto del fauno", 2006, 457430),
        ("City of God", 2002, 317248),
        ("Cidade de Deus", 2002, 317248),
        ("Bicycle Thieves", 1948, 40522),
        ("Ladri di biciclette", 1948, 40522),
        ("The Bicycle Thief", 1948, 40522),
        ("Seven Samurai", 1954, 47478),
        ("Shichinin no samurai", 1954, 47478),
        ("M*A*S*H", 1970, 66026),
        ("MASH", 1970, 66026),
        ("E.T. the Extra-Terrestrial", 1982, 83866),
        ("Raiders of the Lost Ark", 1981, 82971),
        ("Indiana Jones and the Raiders of the Lost Ark", 1981, 82971),
        ("Indiana Jones and the Temple of Doom", 1984, 87469),
        ("Alien³", 1992, 103644),
        ("Alien 3", 1992, 103644),
        ("Face/Off", 1997, 119094),
        ("Romeo + Juliet", 1996, 117509),
        ("Bram Stoker's Dracula", 1992, 103874),
        ("Dracula", 1992, 103874),
        ("The Avengers", 2012, 848228),
        ("Marvel's The Avengers", 2012, 848228),
        ("Batman v Superman: Dawn of Justice", 2016, 2975590),
        ("Batman vs. Superman: Dawn of Justice", 2016, 2975590),
        ("Kill Bill: Vol. 1", 2003, 266697),
        ("Kill Bill Volume 2", 2004, 378194),
        ("Ocean's Eleven", 2001, 240772),
        ("Ocean's 11", 1960, 54135),
        ("Ocean's Twelve", 2004, 349903),
        ("I, Robot", 2004, 343818),
        ("The Godfather Part II", 1974, 71562),
        ("The Godfather: Part III", 1990, 99674),
        ("Back to the Future Part III", 1990, 99088),
        ("Rocky IV", 1985, 89927),
        ("(500) Days of Summer", 2009, 1022603),
        ("500 Days of Summer", 2009, 1022603),
        ("Monsters, Inc.", 2001, 198781),
        ("Monsters Inc", 2001, 198781),
        ("The Girl with the Dragon Tattoo", 2009, 1132620),
        ("The Girl with the Dragon Tattoo", 2011, 1568346),
        ("Män som hatar kvinnor", 2009, 1132620),
        ("Sunset Boulevard", 1950, 43014),
        ("Ghostbusters", 1984, 87332),
        ("Ghostbusters", 2016, 1289401),
        ("Bonnie & Clyde", 1967, 61418),
        ("Fast & Furious", 2009, 1013752),
        ("Fast and Furious", 2009, 1013752),
        ("The Fast and the Furious", 2001, 232500),
        ("2 Fast 2 Furious", 2003, 322259),
        ("Fast Five", 2011, 1596343),
        ("Fast & Furious 6", 2013, 1905041),
        ("Precious", 2009, 929632),
        ("Precious: Based on the Novel 'Push' by Sapphire", 2009, 929632),
        ("The Curious Case of Benjamin Button", 2008, 421715),
        ("The Assassination of Jesse James by the Coward Robert Ford", 2007, 443680),
        ("Rogue One", 2016, 3748528),
        ("Rogue One: A Star Wars Story", 2016, 3748528),
        ("Pirates of the Caribbean: Dead Man’s Chest", 2006, 383574),
        ("X2", 2003, 290334),
        ("X2: X-Men United", 2003, 290334),
        ("Aguirre, the Wrath of God", 1972, 68182),
        ("Aguirre, der Zorn Gottes", 1972, 68182),
        ("Three Colours: Blue", 1993, 108394),
        ("Three Colors: Red", 1994, 111495),
        ("Trois couleurs: Bleu", 1993, 108394),
        ("The 400 Blows", 1959, 53198),
        ("Les Quatre Cents Coups", 1959, 53198),
        ("Breathless", 1960, 53472),
        ("À bout de souffle", 1960, 53472),
        ("Nausicaä of the Valley of the Wind", 1984, 87544),
        ("Princess Mononoke", 1997, 119698),
        ("Monty Python and the Holy Grail", 1975, 71853),
        ("Life of Brian", 1979, 79470),
        ("Monty Python's Life of Brian", 1979, 79470),
        ("Lock, Stock and Two Smoking Barrels", 1998, 120735),
        ("Lock, Stock & Two Smoking Barrels", 1998, 120735),
        ("One Flew Over the Cuckoo's Nest", 1975, 73486),
        ("101 Dalmatians", 1996, 115433),
        ("One Hundred and One Dalmatians", 1961, 55254),
        ("20,000 Leagues Under the Sea", 1954, 46672),
        ("Friday the 13th Part 2", 1981, 82418),
    ];

    [Fact]
    public void Match_SpellingsOfOtherSites_FindsAll()
    {
        MovieCatalog catalog = RealTitles.MovieLens(Path.Combine(TestData.Folder, "ml-latest-small"));
        var matcher = new FilmMatcher(catalog);
        var missed = new List<string>();
        foreach ((string title, int year, int imdb) in Spellings)
        {
            FilmMatch match = matcher.Match(Films.Film(title, year));
            if (match.Item is not { } item || int.Parse(catalog[item].ImdbId!, CultureInfo.InvariantCulture) != imdb)
            {
                missed.Add($"{title} ({year}): {(match.Item is { } other ? catalog[other].Title : match)}");
            }
        }

        Assert.Empty(missed);
    }
}
