using System.Text.Json.Serialization;

namespace Matinee.Api.Store.Backup;

[JsonSerializable(typeof(UserRow))]
[JsonSerializable(typeof(RatingRow))]
[JsonSerializable(typeof(HiddenRow))]
[JsonSerializable(typeof(EventRow))]
[JsonSerializable(typeof(MovieRow))]
[JsonSerializable(typeof(ApiKeyRow))]
[JsonSerializable(typeof(SettingRow))]
[JsonSerializable(typeof(OutcomeRow))]
[JsonSerializable(typeof(ShownRow))]
[JsonSerializable(typeof(BackupManifest))]
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
internal sealed partial class BackupJson : JsonSerializerContext;
