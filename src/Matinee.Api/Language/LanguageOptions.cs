namespace Matinee.Api.Language;

/// <summary>A language model that speaks OpenAI's chat completions: Ollama, llama.cpp, LM Studio, vLLM or a service.</summary>
/// <param name="Url">Up to the version, such as <c>http://127.0.0.1:11434/v1</c>.</param>
/// <param name="Model">Its name there.</param>
/// <param name="Key">Null: it wants none.</param>
/// <param name="Timeout">For one question, the wait for others included.</param>
internal sealed record LanguageOptions(Uri Url, string Model, LanguageKey? Key, TimeSpan Timeout);
