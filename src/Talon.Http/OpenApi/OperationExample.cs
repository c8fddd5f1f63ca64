using System.Text.Json;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Talon.Http;

/// <summary>An example of a call of an operation: what is sent, and what comes back. A file of its own tells it.</summary>
/// <remarks>
/// The files hold the members <c>parameters</c>, <c>request</c>, <c>status</c> and <c>answer</c>. Tests send them one after
/// another to a new server, and compare the answers.
/// </remarks>
public sealed class OperationExample
{
    private const string Folder = "Examples/";

    private static readonly Lazy<JsonElement> Refusals = new(static () => Read("refusals")!.Value);

    private readonly JsonElement _file;

    private OperationExample(JsonElement file) => _file = file;

    /// <summary>Values of parameters by name; a value is text, a number, a flag or a list.</summary>
    public JsonElement Parameters => Member("parameters") ?? JsonMembers.EmptyObject;

    /// <summary>The body; null for none.</summary>
    public JsonElement? Request => Member("request");

    /// <summary>The status of the answer; 0 in a file that is not finished.</summary>
    public int Status => Member("status")?.GetInt32() ?? 0;

    /// <summary>The body of the answer; null for none.</summary>
    public JsonElement? Answer => Member("answer");

    /// <summary>The example of an operation; null where there is none.</summary>
    public static OperationExample? Find(string operationId) => Read(operationId) is { } file ? new(file) : null;

    /// <summary>The example of a refusal; null for other answers.</summary>
    public static JsonElement? Refusal(Answer answer)
    {
        if (!Refusals.Value.TryGetProperty(FormattableString.Invariant($"{answer.Status}"), out var refusal))
            return null;
        if (answer.Schema == ErrorSchemas.ErrorWithStatus)
            return refusal;
        if (answer.Schema != ErrorSchemas.Error)
            return null;
        var plain = JsonObject.Create(refusal)!;
        plain.Remove("StatusCode");
        return JsonElement.Parse(plain.ToJsonString());
    }

    private static JsonElement? Read(string name)
    {
        using var stream = typeof(OperationExample).Assembly.GetManifestResourceStream(Folder + name + ".json");
        if (stream is null)
            return null;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    private JsonElement? Member(string name) => _file.TryGetProperty(name, out var value) ? value : null;
}
