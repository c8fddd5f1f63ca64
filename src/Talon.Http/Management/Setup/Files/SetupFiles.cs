using System.Text.Json;
using System.Text.Json.Nodes;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Talon.Http;

/// <summary>The files that a set-up is kept in: <c>application.json</c>, a file for each list, and folders for what has a file each.</summary>
public static class SetupFiles
{
    /// <summary>The file of the Application's settings.</summary>
    public const string ApplicationFile = ApplicationPart.Member + ".json";

    private const string SchemaMember = "$schema";
    private const string SchemaFolder = ".schemas/";
    private const string Extension = ".json";
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false };

    /// <summary>The files of a document, by their paths with <c>/</c>; lists without elements have none.</summary>
    /// <param name="document">The document.</param>
    /// <param name="before">Files that there are, by their paths: what has a file of its own keeps it. Null for none.</param>
    public static IReadOnlyDictionary<string, string> Split(JsonElement document, IReadOnlyDictionary<string, string>? before = null)
    {
        var homes = Homes(before ?? new Dictionary<string, string>());
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [ApplicationFile] = Text(SchemaFolder + ApplicationFile, JsonObject.Create(document.GetProperty(ApplicationPart.Member))!),
        };
        foreach (var part in SetupParts.All)
        {
            if (document.Member(part.Member) is not { } list || list.GetArrayLength() == 0)
                continue;
            if (!part.IsFolder)
            {
                files[FileOf(part)] = Text(SchemaFolder + FileOf(part), new JsonObject { [part.Member] = JsonArray.Create(list) });
                continue;
            }

            // Those that have a file go first, so that no other one takes its name.
            foreach (var entity in list.EnumerateArray().OrderBy(entity => homes.ContainsKey((part, part.NameOf(entity))) ? 0 : 1))
            {
                var name = part.NameOf(entity);
                var path = homes.GetValueOrDefault((part, name)) ?? FileNames.Free(files.Keys, $"{Kebab(part.Member)}/{FileNames.Of(name)}", Extension);
                files[path] = Text($"../{SchemaFolder}{FileOf(part)}", JsonObject.Create(entity)!);
            }
        }

        return files;
    }

    /// <summary>The JSON schemas that the files name, for editors.</summary>
    public static IReadOnlyDictionary<string, string> Schemas()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal) { [SchemaFolder + ApplicationFile] = ReadableJson.Write(JsonSchemaWriter.Write(OfFile(ApplicationPart.Schema))) };
        foreach (var part in SetupParts.All)
        {
            var list = new ObjectSchema(part.Member, $"Every {part.Noun}.") { Properties = [Property.Required(part.Member, $"Every {part.Noun}.", new ArraySchema(part.Schema))], Closed = true };
            files[SchemaFolder + FileOf(part)] = ReadableJson.Write(JsonSchemaWriter.Write(OfFile(part.IsFolder ? part.Schema : list)));
        }

        return files;
    }

    /// <summary>Whether a path, with <c>/</c>, may be one of a set-up's files.</summary>
    public static bool Owns(string path) => path.EndsWith(Extension, StringComparison.Ordinal) && path.Split('/') switch
    {
        [var file] => file == ApplicationFile || SetupParts.All.Any(part => !part.IsFolder && FileOf(part) == file),
        [var folder, _] => SetupParts.All.Any(part => part.IsFolder && Kebab(part.Member) == folder),
        _ => false,
    };

    /// <summary>Puts the document together again.</summary>
    /// <param name="files">The texts by their paths with <c>/</c>.</param>
    /// <exception cref="SetupFileException">Files are not ones of a set-up, or are not JSON; all of them are told.</exception>
    public static JoinedSetup Join(IReadOnlyDictionary<string, string> files)
    {
        var document = new JsonObject();
        var origins = new Dictionary<string, List<string>>();
        List<SetupFileProblem> problems = [];
        if (!files.ContainsKey(ApplicationFile))
            problems.Add(new(ApplicationFile, null, "There is no such file; it holds the Application's settings."));
        foreach (var part in SetupParts.All)
            document[part.Member] = new JsonArray();
        foreach (var (path, text) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (Parse(path, text, problems) is not { } json)
                continue;
            if (path == ApplicationFile)
            {
                document[ApplicationPart.Member] = json;
            }
            else if (SetupParts.All.FirstOrDefault(part => !part.IsFolder && FileOf(part) == path) is { } listed)
            {
                if (json.Count == 1 && json[listed.Member] is JsonArray list)
                    document[listed.Member] = list.DeepClone();
                else
                    problems.Add(new(path, null, $"It holds one member, \"{listed.Member}\", a list."));
            }
            else if (PartOf(path) is { } each)
            {
                document[each.Member]!.AsArray().Add(json);
                origins.TryAdd(each.Member, []);
                origins[each.Member].Add(path);
            }
            else
            {
                problems.Add(new(path, null, $"It is none of a set-up's files: {ApplicationFile}, {string.Join(", ", SetupParts.All.Select(part => part.IsFolder ? Kebab(part.Member) + "/*.json" : FileOf(part)))}."));
            }
        }

        return problems.Count == 0 ? new(document, origins, files) : throw new SetupFileException(problems);
    }

    /// <summary>The file that holds a thing, of those that can be read.</summary>
    private static Dictionary<(SetupPart Part, string Name), string> Homes(IReadOnlyDictionary<string, string> files)
    {
        Dictionary<(SetupPart Part, string Name), string> homes = [];
        foreach (var (path, text) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (PartOf(path) is { } part && Parse(path, text, []) is { } json && json["name"] is JsonValue value && value.TryGetValue<string>(out var name))
                homes.TryAdd((part, name), path);
        }

        return homes;
    }

    internal static string FileOf(string member) => Kebab(member) + Extension;

    private static string FileOf(SetupPart part) => FileOf(part.Member);

    private static SetupPart? PartOf(string path) =>
        SetupParts.All.FirstOrDefault(part => part.IsFolder && path.StartsWith(Kebab(part.Member) + "/", StringComparison.Ordinal));

    private static JsonObject? Parse(string path, string text, List<SetupFileProblem> problems)
    {
        try
        {
            if (JsonNode.Parse(text, null, Lenient) is JsonObject json)
            {
                json.Remove(SchemaMember);
                return json;
            }

            problems.Add(new(path, null, "It is not a JSON object."));
        }
        catch (JsonException exception)
        {
            problems.Add(new(path, (int?)exception.LineNumber + 1, exception.Message.Split(" LineNumber:")[0].Split(" Path:")[0]));
        }

        return null;
    }

    private static ObjectSchema OfFile(ObjectSchema schema) =>
        schema.With(schema.Name!, schema.Description!, Property.Optional(SchemaMember, "Where the JSON schema is; for editors.", StringSchema.Text));

    private static string Text(string schema, JsonObject json)
    {
        json.Insert(0, SchemaMember, schema);
        return ReadableJson.Write(json);
    }

    private static string Kebab(string member) => string.Concat(member.Select(c => char.IsAsciiLetterUpper(c) ? "-" + char.ToLowerInvariant(c) : c.ToString()));
}
