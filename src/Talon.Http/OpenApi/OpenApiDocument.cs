using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Talon.Http;

/// <summary>The description of the API in OpenAPI 3.1, made from the table of operations.</summary>
public static class OpenApiDocument
{
    /// <summary>Describes operations.</summary>
    public static byte[] Write(IReadOnlyList<Operation> operations)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonStyle.Writer))
        {
            var schemas = new OpenApiSchemas();
            writer.WriteStartObject();
            writer.WriteString("openapi"u8, "3.1.0"u8);
            writer.WriteStartObject("info"u8);
            writer.WriteString("title"u8, "Talon"u8);
            writer.WriteString("description"u8, "A promotion engine that speaks the Talon.One Integration API, and what sets it up."u8);
            writer.WriteString("version"u8, "1"u8);
            writer.WriteEndObject();
            writer.WriteStartObject("paths"u8);
            foreach (var path in operations.GroupBy(operation => operation.Path))
                WritePath(writer, schemas, path.Key, path);
            writer.WriteEndObject();
            writer.WriteStartObject("components"u8);
            writer.WriteStartObject("schemas"u8);
            foreach (var (name, schema) in schemas.Components())
            {
                writer.WritePropertyName(name);
                schema.WriteTo(writer);
            }

            writer.WriteEndObject();
            WriteSecuritySchemes(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The name of the security scheme that stands for a key; null for none.</summary>
    internal static string? SecurityScheme(Authentication authentication) => authentication switch
    {
        Authentication.None => null,
        Authentication.IntegrationKey => "api_key_v1",
        _ => "management_key",
    };

    private static void WritePath(Utf8JsonWriter writer, OpenApiSchemas schemas, string path, IEnumerable<Operation> operations)
    {
        writer.WriteStartObject(path);
        foreach (var operation in operations)
        {
            writer.WriteStartObject(operation.Method.ToLowerInvariant());
            writer.WriteString("operationId"u8, operation.OperationId);
            writer.WriteString("summary"u8, operation.Summary);
            writer.WriteStartArray("security"u8);
            if (SecurityScheme(operation.Authentication) is { } scheme)
            {
                writer.WriteStartObject();
                writer.WriteStartArray(scheme);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            var example = OperationExample.Find(operation.OperationId);
            WriteParameters(writer, schemas, operation, example);
            WriteRequest(writer, schemas, operation, example);
            writer.WriteStartObject("responses"u8);
            foreach (var answers in operation.Answers.GroupBy(answer => answer.Status))
                WriteAnswer(writer, schemas, answers.Key, [.. answers], example);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteParameters(Utf8JsonWriter writer, OpenApiSchemas schemas, Operation operation, OperationExample? example)
    {
        writer.WriteStartArray("parameters"u8);
        foreach (var parameter in operation.Parameters)
            WriteParameter(writer, schemas, parameter.Name, parameter.InPath ? "path" : "query", parameter.Description, parameter.InPath || parameter.IsRequired, parameter.Schema, Of(example, parameter));
        if (operation.Idempotent)
            WriteParameter(writer, schemas, "Idempotency-Key", "header", "Repeats of a request with the same key get the same answer for 24 hours.", false, new StringSchema { MinLength = 1, MaxLength = 255 }, null);
        writer.WriteEndArray();
    }

    private static void WriteParameter(Utf8JsonWriter writer, OpenApiSchemas schemas, string name, string place, string description, bool required, Schema schema, JsonElement? example)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, name);
        writer.WriteString("in"u8, place);
        writer.WriteString("description"u8, description);
        writer.WriteBoolean("required"u8, required);
        if (schema is ArraySchema)
        {
            writer.WriteString("style"u8, "form"u8);
            writer.WriteBoolean("explode"u8, false);
        }

        writer.WritePropertyName("schema"u8);
        schemas.Describe(schema).WriteTo(writer);
        WriteExample(writer, example);
        writer.WriteEndObject();
    }

    private static JsonElement? Of(OperationExample? example, Parameter parameter) =>
        example is not null && example.Parameters.TryGetProperty(parameter.Name, out var value) ? value : null;

    private static void WriteExample(Utf8JsonWriter writer, JsonElement? example)
    {
        if (example is not { } value)
            return;
        writer.WritePropertyName("example"u8);
        value.WriteTo(writer);
    }

    private static void WriteRequest(Utf8JsonWriter writer, OpenApiSchemas schemas, Operation operation, OperationExample? example)
    {
        if (operation.Request is null && !operation.TakesFile)
            return;
        writer.WriteStartObject("requestBody"u8);
        writer.WriteBoolean("required"u8, true);
        writer.WriteStartObject("content"u8);
        writer.WriteStartObject(operation.TakesFile ? "multipart/form-data" : Answer.Json);
        writer.WritePropertyName("schema"u8);
        if (operation.TakesFile)
            writer.WriteRawValue("""{"type":"object","properties":{"upFile":{"type":"string","contentMediaType":"text/csv"}}}"""u8);
        else
            schemas.Describe(operation.Request!).WriteTo(writer);
        if (operation.Request is { } request)
            WriteExample(writer, example?.Request ?? SchemaExample.Of(request));
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteAnswer(Utf8JsonWriter writer, OpenApiSchemas schemas, int status, IReadOnlyList<Answer> answers, OperationExample? example)
    {
        writer.WriteStartObject(status.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("description"u8, answers[0].Description);
        if (answers.Any(answer => answer.Schema is not null))
        {
            writer.WriteStartObject("content"u8);
            foreach (var answer in answers.Where(answer => answer.Schema is not null).DistinctBy(answer => answer.ContentType))
            {
                writer.WriteStartObject(answer.ContentType);
                writer.WritePropertyName("schema"u8);
                schemas.Describe(answer.Schema!).WriteTo(writer);
                WriteExample(writer, Of(example, answer));
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static JsonElement? Of(OperationExample? example, Answer answer) =>
        example?.Status == answer.Status ? example.Answer
        : answer.ContentType == Answer.Json ? OperationExample.Refusal(answer) ?? SchemaExample.Of(answer.Schema!)
        : null;

    private static void WriteSecuritySchemes(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("securitySchemes"u8);
        foreach (var (name, description) in new[]
        {
            ("api_key_v1", "An Integration API key: ApiKey-v1 KEY. It selects the Application."),
            ("management_key", "A Management API key: ManagementKey-v1 KEY."),
        })
        {
            writer.WriteStartObject(name);
            writer.WriteString("type"u8, "apiKey"u8);
            writer.WriteString("in"u8, "header"u8);
            writer.WriteString("name"u8, "Authorization"u8);
            writer.WriteString("description"u8, description);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
