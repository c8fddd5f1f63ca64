using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Talon.CampaignTests;

/// <summary>Reads files of campaign tests, strictly: a member that is not known is an error.</summary>
public static class TestFileReader
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 256,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Reads a file's text; throws <see cref="TestFileException"/>.</summary>
    public static CampaignTestFile Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<CampaignTestFile>(text, Options) ?? throw new TestFileException("The file holds nothing.");
        }
        catch (JsonException problem)
        {
            throw new TestFileException(problem.Message, problem);
        }
    }

    /// <summary>Reads a part after changes were merged into it; the type's defaults where there is nothing.</summary>
    internal static T ReadPart<T>(JsonElement json, JsonElement changes, string pointer)
        where T : new()
    {
        var merged = MergePatch.Apply(json, changes);
        if (merged is null)
            return new T();
        try
        {
            return merged.Deserialize<T>(Options) ?? new T();
        }
        catch (JsonException problem)
        {
            throw new TestFileException($"{pointer}: {problem.Message}", problem);
        }
    }
}
