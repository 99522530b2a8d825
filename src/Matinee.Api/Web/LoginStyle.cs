using System.Security.Cryptography;
using System.Text;

namespace Matinee.Api.Web;

/// <summary>How the sign-in page looks: the web interface's colours, in the dark and in daylight.</summary>
internal static class LoginStyle
{
    public const string Text = """
        :root{--ground:#120d0c;--surface:#211918;--line:#8d7a70;--ink:#f6ecdf;--soft:#c3b2a3;--accent:#f6b73c;--on-accent:#1d1303;--danger:#ff9d8a;color-scheme:dark light}
        @media(prefers-color-scheme:light){:root{--ground:#f4ecdd;--surface:#fdf9f0;--line:#8c7a63;--ink:#231813;--soft:#65544a;--accent:#f0a826;--on-accent:#231503;--danger:#a12415}}
        *{box-sizing:border-box}
        body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
        main{width:min(26rem,100% - 2rem);padding:2rem;background:var(--surface);border-radius:10px}
        h1{margin:0 0 .5rem;font-size:1.75rem;line-height:1.2}
        p{margin:0 0 1.25rem;color:var(--soft)}
        label{display:block;margin-bottom:.25rem}
        input{width:100%;padding:.65rem .75rem;font:inherit;color:inherit;background:var(--ground);border:1px solid var(--line);border-radius:6px}
        button{margin-top:1rem;padding:.65rem 1.5rem;font:inherit;font-weight:600;color:var(--on-accent);background:var(--accent);border:0;border-radius:6px;cursor:pointer}
        a{margin-left:1rem;color:inherit}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        #wrong{margin:.5rem 0 0;color:var(--danger)}
        """;

    /// <summary>For the content policy, which lets this style in and no other.</summary>
    public static string Hash { get; } = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}
