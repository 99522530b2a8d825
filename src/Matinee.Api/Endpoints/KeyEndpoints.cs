using Matinee.Api.Access;
using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Problems;

namespace Matinee.Api.Endpoints;

/// <summary>Makes, lists and revokes keys. They can be made also where none is asked for yet.</summary>
internal sealed class KeyEndpoints(KeyRing keys, TimeProvider time)
{
    private const string Tag = "Administration";
    private const string Path = "/api/admin/keys";

    private static readonly TextParameter KeyId = new("key_id", "The key's id.", LongestText: 16)
    {
        InPath = true,
        Required = true,
        Example = "0123456789abcdef",
    };

    public void Map(IEndpointRouteBuilder app)
    {
        app.Get(
            Path,
            new Described("listKeys", Tag, "Every key, without its secret") { Answer = typeof(KeysAnswer) },
            List
        );
        app.Post(
            Path,
            new Described("createKey", Tag, "Make a key")
            {
                Description =
                    "`read` opens lists, movies and what is known about users, `write` ratings and the like, too, `admin` everything. A key that is "
                    + "bound to a user opens only what is about them. The secret stands in this answer and nowhere else.",
                Body = typeof(NewKeyBody),
                BodyExample = """{ "name": "shop backend", "scope": "write", "days": 365 }""",
                Status = StatusCodes.Status201Created,
                Answer = typeof(NewKeyAnswer),
            },
            Create
        );
        app.Delete(
            $"{Path}/{{key_id}}",
            new Described("revokeKey", Tag, "End a key and its sessions")
            {
                Description =
                    "At once in the process that answers; in others on the same store within two seconds. Twice is as good as once.",
                Parameters = [KeyId],
                Status = StatusCodes.Status204NoContent,
                Problems = [ProblemKind.UnknownKey],
            },
            Revoke
        );
    }

    private async Task List(HttpContext http)
    {
        IReadOnlyList<ApiKey> all = await keys.AllAsync(http.RequestAborted);
        await http.WriteAsync(new KeysAnswer([.. all.Select(KeyAnswer.Of)]), ApiJson.Readable.KeysAnswer);
    }

    private async Task Create(HttpContext http)
    {
        NewKeyBody body = await http.ReadAsync(ApiJson.Readable.NewKeyBody);
        var errors = new Errors();
        foreach ((string field, string message) in NewKey.Errors(body.Name, body.Scope, body.UserId, body.Days))
        {
            errors.Add(field, message);
        }

        errors.ThrowIfAny();
        (ApiKey key, Credential credential) = await keys.CreateAsync(
            body.Name,
            body.Scope,
            body.UserId,
            NewKey.ExpiresAt(body.Days, time),
            http.RequestAborted
        );
        http.Response.Headers.Location = $"{Path}/{key.Id}";
        await http.WriteAsync(
            new NewKeyAnswer(credential.Text, KeyAnswer.Of(key)),
            ApiJson.Readable.NewKeyAnswer,
            StatusCodes.Status201Created
        );
    }

    private async Task Revoke(HttpContext http)
    {
        string id = http.Request.RouteValues[KeyId.Name] as string ?? "";
        if (!await keys.RevokeAsync(id, CancellationToken.None))
        {
            throw ProblemKind.UnknownKey.Because("There is no key of this id. GET /api/admin/keys lists all.");
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
