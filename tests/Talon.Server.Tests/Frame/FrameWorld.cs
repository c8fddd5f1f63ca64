using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Talon.Http;
using Talon.Promotions;

namespace Talon.Server.Tests;

/// <summary>The frame over a table of operations made for a test; any key but "bad" is valid.</summary>
internal sealed class FrameWorld(params IReadOnlyList<Operation> operations) : IAuthenticator
{
    public Caller Caller { get; set; } = new() { ApplicationId = 7 };

    public static Operation Echo(Func<OperationContext, string> answer, string method = "POST", string path = "/v1/echo", Schema? request = null, params IReadOnlyList<Parameter> parameters) => new()
    {
        OperationId = "echo",
        Method = method,
        Path = path,
        Summary = "Answers with what it got.",
        Authentication = Authentication.IntegrationKey,
        Parameters = parameters,
        Request = request,
        Idempotent = true,
        Rehearses = false,
        Answers = [new(200, AnySchema.Instance, "Always."), Answer.Invalid, Answer.Unauthorized],
        Handle = (context, _) => Task.FromResult(ApiResponse.Json(200, Encoding.UTF8.GetBytes(answer(context)))),
    };

    public async Task<(int Status, JsonElement Body, ApiResponse Response)> SendAsync(
        string method, string target, string body = "", string? key = "good", string? idempotencyKey = null) =>
        await SendAsync(method, target, Encoding.UTF8.GetBytes(body), key, idempotencyKey);

    public async Task<(int Status, JsonElement Body, ApiResponse Response)> SendAsync(
        string method, string target, byte[] body, string? key = "good", string? idempotencyKey = null)
    {
        var api = new Api(null!, this, TimeProvider.System, NullLogger<Api>.Instance, operations);
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var response = await api.HandleAsync(
            new ApiRequest
            {
                Method = method,
                Path = question < 0 ? target : target[..question],
                Query = question < 0 ? "" : target[(question + 1)..],
                Header = name => name switch
                {
                    "Authorization" => key,
                    "Idempotency-Key" => idempotencyKey,
                    _ => null,
                },
                Body = new MemoryStream(body),
            },
            CancellationToken.None);
        return (response.Status, response.Body.IsEmpty ? default : JsonElement.Parse(response.Body.Span), response);
    }

    public Task<Caller> AuthenticateAsync(string? authorization, System.Net.IPAddress? address, Authentication kind, CancellationToken cancellation) =>
        authorization is null or "bad" ? throw new UnauthorizedException() : Task.FromResult(Caller);
}
