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

    /// <summary>The files of a document, by their paths with <c>/</c>; lists without elements have none.</summary>
    public static IReadOnlyDictionary<string, string> Split(JsonElement document)
    {
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

            foreach (var entity in list.EnumerateArray())
                files[Free(files, $"{Kebab(part.Member)}/{Slug(part.NameOf(entity))}")] = Text($"../{SchemaFolder}{FileOf(part)}", JsonObject.Create(entity)!);
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
    /// <exception cref="SetupFileException">A file is not one of a set-up, or is not JSON.</exception>
    public static JoinedSetup Join(IReadOnlyDictionary<string, string> files)
    {
        var document = new JsonObject();
        var origins = new Dictionary<string, List<string>>();
        if (!files.ContainsKey(ApplicationFile))
            throw new SetupFileException(ApplicationFile, "There is no such file; it holds the Application's settings.");
        foreach (var part in SetupParts.All)
            document[part.Member] = new JsonArray();
        foreach (var (path, text) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var json = Parse(path, text);
            if (path == ApplicationFile)
            {
                document[ApplicationPart.Member] = json;
            }
            else if (SetupParts.All.FirstOrDefault(part => !part.IsFolder && FileOf(part) == path) is { } listed)
            {
                if (json.Count != 1 || json[listed.Member] is not JsonArray list)
                    throw new SetupFileException(path, $"It holds one member, \"{listed.Member}\", a list.");
                json.Remove(listed.Member);
                document[listed.Member] = list;
            }
            else if (SetupParts.All.FirstOrDefault(part => part.IsFolder && path.StartsWith(Kebab(part.Member) + "/", StringComparison.Ordinal)) is { } each)
            {
                document[each.Member]!.AsArray().Add(json);
                origins.TryAdd(each.Member, []);
                origins[each.Member].Add(path);
            }
            else
            {
                throw new SetupFileException(path, $"It is none of a set-up's files: {ApplicationFile}, {string.Join(", ", SetupParts.All.Select(part => part.IsFolder ? Kebab(part.Member) + "/*.json" : FileOf(part)))}.");
            }
        }

        return new(document, origins);
    }

    internal static string FileOf(string member) => Kebab(member) + Extension;

    private static string FileOf(SetupPart part) => FileOf(part.Member);

    private static JsonObject Parse(string path, string text)
    {
        try
        {
            var json = JsonNode.Parse(text, null, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false }) as JsonObject
                ?? throw new SetupFileException(path, "It is not a JSON object.");
            json.Remove(SchemaMember);
            return json;
        }
        catch (JsonException exception)
        {
            throw new SetupFileException(path, exception.Message);
        }
    }

    private static ObjectSchema OfFile(ObjectSchema schema) =>
        schema.With(schema.Name!, schema.Description!, Property.Optional(SchemaMember, "Where the JSON schema is; for editors.", StringSchema.Text));

    private static string Text(string schema, JsonObject json)
    {
        json.Insert(0, SchemaMember, schema);
        return ReadableJson.Write(json);
    }

    private static string Free(SortedDictionary<string, string> files, string path)
    {
        for (var number = 1; ; number++)
        {
            var candidate = number == 1 ? path + Extension : $"{path}-{number}{Extension}";
            if (!files.ContainsKey(candidate))
                return candidate;
        }
    }

    /// <summary>A name as a file name: letters and digits in lower case, hyphens for the rest.</summary>
    private static string Slug(string name)
    {
        const int longest = 80;
        var words = new string([.. name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var slug = string.Join('-', words);
        return slug.Length == 0 ? "unnamed" : slug[..Math.Min(longest, slug.Length)];
    }

    private static string Kebab(string member) => string.Concat(member.Select(c => char.IsAsciiLetterUpper(c) ? "-" + char.ToLowerInvariant(c) : c.ToString()));
}
