using System.Text.Json.Serialization;

namespace Matinee.Client.Http;

/// <summary>Every body that goes out or comes in. Fields that this client does not know are passed over: later servers have more.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [
        typeof(UnixSecondsConverter),
        typeof(JsonStringEnumConverter<EventType>),
        typeof(JsonStringEnumConverter<KeyScope>),
    ]
)]
[JsonSerializable(typeof(AllowList))]
[JsonSerializable(typeof(AllowListBody))]
[JsonSerializable(typeof(AskBody))]
[JsonSerializable(typeof(AskedRecommendations))]
[JsonSerializable(typeof(CreatedKey))]
[JsonSerializable(typeof(EventsBody))]
[JsonSerializable(typeof(GroupBody))]
[JsonSerializable(typeof(GroupRecommendations))]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(ImportPreview))]
[JsonSerializable(typeof(ImportResult))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, int?>))]
[JsonSerializable(typeof(KeyList))]
[JsonSerializable(typeof(ModelFacts))]
[JsonSerializable(typeof(ModelHistory))]
[JsonSerializable(typeof(ModelSwitch))]
[JsonSerializable(typeof(ModelSwitchBody))]
[JsonSerializable(typeof(Movie))]
[JsonSerializable(typeof(MovieIdList))]
[JsonSerializable(typeof(MoviesPage))]
[JsonSerializable(typeof(NewKey))]
[JsonSerializable(typeof(NewMovie))]
[JsonSerializable(typeof(OnboardingPage))]
[JsonSerializable(typeof(Prediction))]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(RatedMovie))]
[JsonSerializable(typeof(RatingBody))]
[JsonSerializable(typeof(RatingsBody))]
[JsonSerializable(typeof(RatingsPage))]
[JsonSerializable(typeof(Recommendations))]
[JsonSerializable(typeof(RetrainBody))]
[JsonSerializable(typeof(Retraining))]
[JsonSerializable(typeof(SearchPage))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(SimilarPage))]
[JsonSerializable(typeof(StoredAllowList))]
[JsonSerializable(typeof(StoredEvents))]
[JsonSerializable(typeof(StoredRatings))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(UserExport))]
[JsonSerializable(typeof(Visitor))]
internal sealed partial class ClientJson : JsonSerializerContext;
