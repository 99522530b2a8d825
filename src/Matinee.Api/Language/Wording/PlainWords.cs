namespace Matinee.Api.Language.Wording;

/// <summary>
/// Words that sentences about movies are made of anyhow. A name of nothing but such words, in small letters, is no sign that a movie
/// is meant: <c>it</c>, <c>up</c>, <c>about time</c>.
/// </summary>
internal static class PlainWords
{
    private static readonly HashSet<string> Words = new(
        """
        a about above across after again against alike all almost along also although always among an and another any anything are around
        as at atmosphere audience away based be because become been before behind being best better between beyond big bit blend both
        bring brings builds but by can captures carries cast character characters choice clear close comedy come comes could cult dark
        deep deeply delight did do does done drama drawn dream each earlier easy either end ending energy enjoy enjoyed enough epic even
        ever every everything explores fan fans far fast favorite favorites favour favourite favourites feel feeling feels few film films
        find fine first fit fits for found friends from full fun funny gem gems get gives go going good great had has have hard he heart
        her here high highly him his hit hits home hope how human humor humour i idea if in instead interest into intense is it its itself
        journey just keep kind know known last laugh lead left less let life light like liked likely likes little long look lot love loved
        loves made magic makes many may maybe memorable mind mix mood more most movie movies much must mystery near never new next nice no
        not nothing now of off often old on once one only open or original other others out over own past people perfect picks place plot
        popular power quite rated rather ratings real really recommend recommended rich right same scenes see seen sense several shared
        shares she should show similar simple since slow small smart so some someone something soon spirit still stories story strong
        style such suit suits sweet take takes taste tense than that the their them theme themes then there these they thing things think
        this those through thrills time to together tone too touch toward towards true try twist twists two under unlike until up us very
        viewers vision warm was watch watched watching way we well were what when where which while who whole why wide widely will wit
        with within without wonderful words work works world would yet you young your yours
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal
    );

    // What a sentence may begin with, unless with a movie.
    private static readonly HashSet<string> Openers = new(
        "you your because since as if like with given this it its for fans having among after".Split(' '),
        StringComparer.Ordinal
    );

    // Numbers without a digit.
    private static readonly HashSet<string> Numbers = new(
        "hundred hundreds thousand thousands million millions billion billions dozen dozens percent".Split(' '),
        StringComparer.Ordinal
    );

    public static bool IsPlain(string folded) => Words.Contains(folded);

    public static bool Opens(string folded) => Openers.Contains(folded);

    public static bool IsNumber(string folded) => Numbers.Contains(folded);
}
