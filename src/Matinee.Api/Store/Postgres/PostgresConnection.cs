using System.Globalization;
using System.Text.RegularExpressions;
using Matinee.Core;
using Npgsql;

namespace Matinee.Api.Store.Postgres;

/// <summary>Where a PostgreSQL store is, from either of the two forms in which people write that.</summary>
internal static partial class PostgresConnection
{
    /// <summary>How long an answer of the database is waited for; less than a request has.</summary>
    public const int CommandSeconds = 8;

    private const int ConnectSeconds = 4;

    // Twenty connections of each of four servers fit into PostgreSQL's usual hundred.
    private const int MostConnections = 20;

    // Whoever is killed or frozen in the middle of a transaction holds others up for no longer than these say.
    // synchronous_commit: an answer comes after the commit is on disk, whatever the server's default is.
    private const string Session =
        "-c synchronous_commit=on -c idle_in_transaction_session_timeout=4s -c lock_timeout=7s"
        + " -c client_connection_check_interval=2s -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

    /// <summary>Whether a store's place is written in one of the two forms, rather than as a file's path.</summary>
    public static bool IsOne(string store) => IsUrl(store) || HostKeyword().IsMatch(store);

    /// <exception cref="MatineeException">It can't be understood; the message does not repeat it, for it may hold a password.</exception>
    public static NpgsqlConnectionStringBuilder Read(string store)
    {
        try
        {
            NpgsqlConnectionStringBuilder builder = IsUrl(store) ? OfUrl(store) : new(store);
            if (builder.Host is not { Length: > 0 } || builder.Database is not { Length: > 0 })
            {
                throw new FormatException();
            }

            return WithOurs(builder);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or UriFormatException)
        {
            // Not the exception, which may quote what stands there.
            throw new MatineeException(
                "The store's address is not understood. Write postgres://user:password@host:5432/database, or Host=...;Database=...;Username=...;Password=..."
            );
        }
    }

    /// <summary>Without any secret.</summary>
    public static string Describe(NpgsqlConnectionStringBuilder builder) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"PostgreSQL database '{builder.Database}' on {builder.Host}:{builder.Port}"
        );

    private static bool IsUrl(string store) =>
        store.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || store.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    private static NpgsqlConnectionStringBuilder OfUrl(string store)
    {
        var url = new Uri(store);
        NpgsqlConnectionStringBuilder builder = new()
        {
            Host = url.Host,
            Port = url.IsDefaultPort || url.Port < 0 ? NpgsqlConnection.DefaultPort : url.Port,
            Database = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')),
        };
        string[] user = url.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
        {
            builder.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length > 1)
        {
            builder.Password = Uri.UnescapeDataString(user[1]);
        }

        foreach (string pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            string value = parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "";
            // libpq writes verify-full.
            builder[Keyword(parts[0])] =
                parts[0] == "sslmode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }

        return builder;
    }

    // libpq's names, where Npgsql has others.
    private static string Keyword(string parameter) =>
        parameter switch
        {
            "sslmode" => "SSL Mode",
            "sslrootcert" => "Root Certificate",
            "sslcert" => "SSL Certificate",
            "sslkey" => "SSL Key",
            "connect_timeout" => "Timeout",
            "application_name" => "Application Name",
            _ => parameter,
        };

    private static NpgsqlConnectionStringBuilder WithOurs(NpgsqlConnectionStringBuilder builder)
    {
        bool Given(string keyword) => builder.ContainsKey(keyword) && builder.ShouldSerialize(keyword);
        builder.ApplicationName ??= "matinee";
        builder.MaxAutoPrepare = 100;
        builder.AutoPrepareMinUsages = 2;
        builder.TcpKeepAlive = true;
        builder.TcpKeepAliveTime = 5;
        builder.TcpKeepAliveInterval = 2;
        builder.CommandTimeout = CommandSeconds;
        builder.Timeout = Given("Timeout") ? builder.Timeout : ConnectSeconds;
        builder.MaxPoolSize = Given("Maximum Pool Size") ? builder.MaxPoolSize : MostConnections;
        builder.Options = $"{Session} {builder.Options}".TrimEnd();
        builder.IncludeErrorDetail = false;
        builder.PersistSecurityInfo = false;
        return builder;
    }

    [GeneratedRegex(@"(^|;)\s*(host|server)\s*=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HostKeyword();
}
