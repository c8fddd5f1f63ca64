namespace Talon.Http;

/// <summary>Says that the service answers.</summary>
internal static class GetHealth
{
    private static readonly byte[] Healthy = """{"status":"ok"}"""u8.ToArray();

    public static readonly Operation Operation = new()
    {
        OperationId = "getHealth",
        Method = "GET",
        Path = "/v1/status/health",
        Summary = "Say that the service answers.",
        Authentication = Authentication.None,
        ChecksAddress = false,
        Answers =
        [
            new(200, new ObjectSchema("Health", "The state of the service.") { Properties = [Property.Required("status", "Always ok.", new StringSchema { Enum = ["ok"] }, "ok")] }, "The service answers."),
        ],
        Handle = static (_, _) => Task.FromResult(ApiResponse.Json(200, Healthy)),
    };
}
