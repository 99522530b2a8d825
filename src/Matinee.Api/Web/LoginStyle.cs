using System.Security.Cryptography;
using System.Text;

namespace Matinee.Api.Web;

/// <summary>
/// How the sign-in page looks: the web interface's colours, in the dark and in daylight, and its fonts where it was built; a ticket, since one is
/// asked for.
/// </summary>
internal sealed class LoginStyle
{
    private const string Rules = """
        :root{--ground:#120d0c;--surface:#211918;--field:#1b1413;--line:#8d7a70;--ink:#f6ecdf;--soft:#c3b2a3;--accent:#f6b73c;--amber:#f6b73c;--on-accent:#1d1303;--danger:#ff9d8a;--glow:rgb(151 42 38/.33);color-scheme:dark light}
        @media(prefers-color-scheme:light){:root{--ground:#f4ecdd;--surface:#fdf9f0;--field:#faf5ea;--line:#8c7a63;--ink:#231813;--soft:#65544a;--accent:#f0a826;--amber:#874f00;--on-accent:#231503;--danger:#a12415;--glow:rgb(246 183 60/.28)}}
        *{box-sizing:border-box}
        body{display:grid;grid-template-columns:minmax(0,30rem);place-content:center;gap:1.75rem;min-height:100vh;margin:0;padding:1rem;background:radial-gradient(90rem 34rem at 50% -14rem,var(--glow),transparent 70%) no-repeat var(--ground);color:var(--ink);font:1rem/1.5 "Instrument Sans",system-ui,sans-serif}
        header,h1{font:400 clamp(2.75rem,12vw,4rem)/.92 "League Gothic",Haettenschweiler,"Arial Narrow",sans-serif;text-transform:uppercase}
        header{color:var(--amber);letter-spacing:.04em;text-align:center}
        header::after{content:"";display:block;height:7px;margin-top:1rem;background:radial-gradient(circle,var(--accent) 1.4px,transparent 2.1px) 50% 0/15px 7px repeat-x;opacity:.75}
        main{display:grid;grid-template-columns:3.5rem minmax(0,1fr);border-radius:14px;background:var(--surface);mask:radial-gradient(circle 11px at 3.5rem 0,transparent 98%,#000) top/100% 51% no-repeat,radial-gradient(circle 11px at 3.5rem 100%,transparent 98%,#000) bottom/100% 51% no-repeat}
        .stub{display:grid;place-items:center;writing-mode:vertical-rl;rotate:180deg;border-left:2px dotted var(--ground);background:var(--accent);color:var(--on-accent);font-weight:700;letter-spacing:.04em}
        .body{padding:clamp(1.5rem,6vw,2.5rem) clamp(1.15rem,6vw,2.25rem)}
        h1{margin:0 0 .75rem;font-size:clamp(2.25rem,10vw,3rem)}
        p{margin:0 0 1.5rem;color:var(--soft)}
        label{display:block;margin-bottom:.35rem;font-size:.8125rem;font-weight:600}
        input{width:100%;min-height:2.75rem;padding:.5rem .9rem;font:inherit;color:inherit;background:var(--field);border:1px solid var(--line);border-radius:10px}
        input::placeholder{color:var(--soft);opacity:1}
        input[aria-invalid]{border-color:var(--danger)}
        #wrong{margin:.5rem 0 0;color:var(--danger)}
        .doors{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.5rem}
        .button{display:inline-grid;place-items:center;min-height:2.75rem;padding:.5rem 1.5rem;border:1px solid var(--line);border-radius:999px;background:none;color:inherit;font:600 1rem/1.5 "Instrument Sans",system-ui,sans-serif;text-decoration:none;cursor:pointer}
        .button:hover{border-color:var(--amber)}
        .primary{border-color:var(--accent);background:var(--accent);color:var(--on-accent)}
        .primary:hover{background:color-mix(in oklab,var(--accent),white 18%)}
        :focus-visible{outline:3px solid var(--amber);outline-offset:3px}
        """;

    public LoginStyle(WebFiles files)
    {
        Text =
            Font(files, "League Gothic", "400", "/assets/league-gothic-")
            + Font(files, "Instrument Sans", "400 700", "/assets/instrument-sans-")
            + Rules;
        Hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
    }

    public string Text { get; }

    /// <summary>For the content policy, which lets this style in and no other.</summary>
    public string Hash { get; }

    private static string Font(WebFiles files, string family, string weight, string start) =>
        files.Paths.FirstOrDefault(path =>
            path.StartsWith(start, StringComparison.Ordinal) && path.EndsWith(".woff2", StringComparison.Ordinal)
        )
            is { } path
            ? $$"""@font-face{font-family:"{{family}}";font-weight:{{weight}};src:url("{{path}}") format("woff2")}"""
            : "";
}
