using System.Globalization;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Talon.Http;

/// <summary>A set-up's document, and which file each part of it came from.</summary>
public sealed class JoinedSetup
{
    private readonly IReadOnlyDictionary<string, List<string>> _origins;
    private readonly IReadOnlyDictionary<string, string> _texts;

    internal JoinedSetup(JsonObject document, IReadOnlyDictionary<string, List<string>> origins, IReadOnlyDictionary<string, string> texts) =>
        (Document, _origins, _texts) = (document, origins, texts);

    /// <summary>The document.</summary>
    public JsonObject Document { get; }

    /// <summary>The line, from 1, of a place in a file; null where there is no such file.</summary>
    public int? LineOf(string file, string pointer) => _texts.TryGetValue(file, out var text) ? JsonLines.Find(text, pointer) : null;

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
