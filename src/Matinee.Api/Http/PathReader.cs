using System.Globalization;
using Matinee.Api.Contracts;
using Matinee.Api.Problems;
using Matinee.Api.Serving;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Api.Http;

/// <summary>Reads the ids in a path.</summary>
internal static class PathReader
{
    /// <exception cref="ProblemException">It is no user id.</exception>
    public static int UserId(this HttpContext http)
    {
        string text = Value(http, CommonParameters.UserId);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int id) && id > 0
            ? id
            : throw Invalid(
                CommonParameters.UserId,
                $"user_id must be a whole number from 1 to {int.MaxValue}, not '{QueryReader.Shown(text)}'."
            );
    }

    /// <exception cref="ProblemException">It is no movie id, or there is no such movie.</exception>
    public static ItemIndex Movie(this HttpContext http, ServedModel model)
    {
        string text = Value(http, CommonParameters.MovieId);
        if (!MovieReference.TryParse(text, out MovieReference movie))
        {
            throw Invalid(
                CommonParameters.MovieId,
                $"movie_id must be {MovieReferenceConverter.Forms}, not '{QueryReader.Shown(text)}'."
            );
        }

        return model.TryFind(movie, out ItemIndex item)
            ? item
            : throw ProblemKind.UnknownMovie.Because(
                $"There is no movie {movie}. GET /api/movies?query= finds movies by title."
            );
    }

    private static string Value(HttpContext http, Parameter parameter) =>
        http.Request.RouteValues[parameter.Name] as string ?? "";

    private static ProblemException Invalid(Parameter parameter, string message) =>
        new(ProblemKind.Validation.With(message, new Dictionary<string, string[]> { [parameter.Name] = [message] }));
}
