using System.Globalization;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Talon.Http;

/// <summary>A set-up's document, and which file each part of it came from.</summary>
public sealed class JoinedSetup
{
    private readonly IReadOnlyDictionary<string, List<string>> _origins;

    internal JoinedSetup(JsonObject document, IReadOnlyDictionary<string, List<string>> origins) => (Document, _origins) = (document, origins);

    /// <summary>The document.</summary>
    public JsonObject Document { get; }

    /// <summary>The file, and the place in it, that a pointer into the document means.</summary>
    public (string File, string Pointer) Locate(string pointer)
    {
        var steps = pointer.Split('/', 4);
        if (steps is not ["", var member, ..])
            return ("", pointer);
        if (member == ApplicationPart.Member)
            return (SetupFiles.ApplicationFile, pointer[(member.Length + 1)..]);
        if (!_origins.TryGetValue(member, out var files))
            return (SetupFiles.FileOf(member), pointer);
        return steps.Length > 2 && int.TryParse(steps[2], CultureInfo.InvariantCulture, out var index) && index < files.Count
            ? (files[index], steps.Length > 3 ? "/" + steps[3] : "")
            : (SetupFiles.FileOf(member), pointer);
    }
}
