namespace Talon.Http;

/// <summary>Describes the API.</summary>
internal static class GetOpenApi
{
    // Made when first asked for: the table holds this operation too.
    private static readonly Lazy<byte[]> Document = new(() => OpenApiDocument.Write(OperationTable.All));

    public static readonly Operation Operation = new()
    {
        OperationId = "getOpenApi",
        Method = "GET",
        Path = "/v1/openapi.json",
        Summary = "Describe this API in OpenAPI 3.1.",
        Authentication = Authentication.None,
        Answers = [new(200, MapSchema.Free, "The description.")],
        Handle = static (_, _) => Task.FromResult(ApiResponse.Json(200, Document.Value)),
    };
}
