using System.Net;
using Matinee.Api.Hosting;

namespace Matinee.Api.Access;

/// <summary>
/// Which names the server answers to. A page of another site can make its own name point to this machine (DNS rebinding), and
/// would be taken for a page of this server; its requests carry its name.
/// </summary>
internal sealed class HostCheck(ServerOptions options)
{
    private readonly bool any = options.AllowedHosts.Contains("*");

    /// <summary>Numbers are no names that could point elsewhere, and so always good.</summary>
    public bool Allows(HostString host)
    {
        string name = host.Host;
        return any
            || IPAddress.TryParse(name.Trim('[', ']'), out _)
            || Same(name, "localhost")
            || Same(name, Environment.MachineName)
            || Same(name, options.Host)
            || options.AllowedHosts.Any(allowed => Matches(name, allowed));
    }

    private static bool Matches(string name, string allowed) =>
        allowed.StartsWith("*.", StringComparison.Ordinal)
            ? name.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase) && name.Length > allowed.Length - 1
            : Same(name, allowed);

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
