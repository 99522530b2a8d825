using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Matinee.Api.Contracts;
using Matinee.Api.Problems;
using Matinee.Imports.Preview;

namespace Matinee.Api.Http;

/// <summary>Every body that comes in or goes out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    NumberHandling = JsonNumberHandling.Strict,
    MaxDepth = 16,
    Converters = [typeof(MovieReferenceConverter)]
)]
[JsonSerializable(typeof(AllowListAnswer))]
[JsonSerializable(typeof(AllowListBody))]
[JsonSerializable(typeof(AskAnswer))]
[JsonSerializable(typeof(AskBody))]
[JsonSerializable(typeof(EventsBody))]
[JsonSerializable(typeof(GroupAnswer))]
[JsonSerializable(typeof(GroupBody))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(Dictionary<string, int?>))]
[JsonSerializable(typeof(ImportAnswer))]
[JsonSerializable(typeof(ImportPreview))]
[JsonSerializable(typeof(KeysAnswer))]
[JsonSerializable(typeof(ModelAnswer))]
[JsonSerializable(typeof(ModelHistoryAnswer))]
[JsonSerializable(typeof(ModelSwitchAnswer))]
[JsonSerializable(typeof(ModelSwitchBody))]
[JsonSerializable(typeof(MovieAnswer))]
[JsonSerializable(typeof(MovieIdsAnswer))]
[JsonSerializable(typeof(MoviesPage))]
[JsonSerializable(typeof(NewKeyAnswer))]
[JsonSerializable(typeof(NewKeyBody))]
[JsonSerializable(typeof(NewMovieBody))]
[JsonSerializable(typeof(NewUserBody))]
[JsonSerializable(typeof(OnboardingPage))]
[JsonSerializable(typeof(PredictionAnswer))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(RatedMovie))]
[JsonSerializable(typeof(RatingBody))]
[JsonSerializable(typeof(RatingsBody))]
[JsonSerializable(typeof(RatingsPage))]
[JsonSerializable(typeof(RecommendationsAnswer))]
[JsonSerializable(typeof(RetrainAnswer))]
[JsonSerializable(typeof(RetrainBody))]
[JsonSerializable(typeof(SearchPage))]
[JsonSerializable(typeof(SessionAnswer))]
[JsonSerializable(typeof(SessionBody))]
[JsonSerializable(typeof(SimilarPage))]
[JsonSerializable(typeof(StoredAllowList))]
[JsonSerializable(typeof(StoredEvents))]
[JsonSerializable(typeof(StoredRatings))]
[JsonSerializable(typeof(UserAnswer))]
[JsonSerializable(typeof(UserExport))]
[JsonSerializable(typeof(VisitorBody))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>
    /// Texts as they are, <c>Schindler's List</c> and <c>Amélie</c>: what is not escaped here matters in HTML only, and no browser
    /// takes these answers for HTML.
    /// </summary>
    public static ApiJson Readable =>
        field ??= new(
            new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
}
