using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Turns a request into a checked call of an operation.</summary>
internal static class RequestReader
{
    private const int MaxIdempotencyKey = 255;

    /// <summary>Reads parameters, headers and body; refuses with every problem at once.</summary>
    public static async Task<OperationContext> ReadAsync(
        ApiRequest request,
        Operation operation,
        IReadOnlyList<string> pathValues,
        (ApiServices Services, Caller Caller, DateTimeOffset Now) call,
        RequestTrace trace,
        CancellationToken cancellation)
    {
        var problems = new List<Problem>();
        var values = ReadParameters(operation, pathValues, request.Query, problems);
        var context = new OperationContext(call.Services, operation, call.Caller, call.Now, values);
        var mayCall = problems.TrueForAll(problem => !operation.Parameters.Any(parameter => parameter.InPath && parameter.Name == problem.Parameter));
        if (mayCall)
            CallerRights.Check(context);
        if (call.Caller.Staging && !operation.AllowsStaging(context))
            throw new UnauthorizedException("A staging key may only send dry session updates");
        var body = ReadOnlyMemory<byte>.Empty;
        if (operation.Request is not null)
        {
            trace.Body = body = await ReadBodyAsync(request, operation, cancellation);
            CheckBody(context, body, problems);
        }

        if (operation.TakesFile)
            context.File = UploadedFile.Find(request.Header("Content-Type"), await ReadBodyAsync(request, operation, cancellation));
        context.IfMatch = request.Header("If-Match");
        if (operation.Idempotent)
            context.Idempotency = ReadIdempotencyKey(request, context.File?.Content ?? body, problems);
        operation.Review?.Invoke(context, problems);
        if (problems.Count > 0 && mayCall && context.Body.ValueKind == JsonValueKind.Object && operation.Rehearses)
            await Rehearsal.RunAsync(context, problems, cancellation);
        return problems.Count == 0 ? context : throw new InvalidRequestException(problems);
    }

    private static Dictionary<Parameter, object?> ReadParameters(
        Operation operation, IReadOnlyList<string> pathValues, string rawQuery, List<Problem> problems)
    {
        var values = new Dictionary<Parameter, object?>(operation.Parameters.Count);
        List<Problem> undecodable = [];
        var query = QueryString.Parse(rawQuery, undecodable);
        problems.AddRange(undecodable.Where(problem => operation.Parameters.Any(parameter => !parameter.InPath && parameter.Name == problem.Parameter)));
        var inPath = 0;
        foreach (var parameter in operation.Parameters)
        {
            IReadOnlyList<string> texts = parameter.InPath
                ? [pathValues[inPath++]]
                : query.TryGetValue(parameter.Name, out var found) ? found : [];
            values[parameter] = parameter.Read(texts, problems);
        }

        return values;
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(ApiRequest request, Operation operation, CancellationToken cancellation)
    {
        try
        {
            return await JsonBody.ReadAsync(request.Body, operation.MaxBody, cancellation);
        }
        catch (IOException exception)
        {
            throw new InvalidRequestException(new Problem("Invalid JSON", $"The body could not be read: {exception.Message}", ""));
        }
    }

    private static void CheckBody(OperationContext context, ReadOnlyMemory<byte> body, List<Problem> problems)
    {
        JsonElement json;
        try
        {
            json = JsonBody.Parse(body);
        }
        catch (InvalidRequestException refusal)
        {
            problems.AddRange(refusal.Problems);
            return;
        }

        context.Body = json;
        var findings = new Findings();
        context.Operation.Request!.Check(json, findings);
        problems.AddRange(findings.Problems);
    }

    private static IdempotencyKey? ReadIdempotencyKey(ApiRequest request, ReadOnlyMemory<byte> body, List<Problem> problems)
    {
        if (request.Header("Idempotency-Key") is not { Length: > 0 } key)
            return null;
        if (key.Length > MaxIdempotencyKey)
            problems.Add(new Problem("maxLength", $"\"Idempotency-Key\" is longer than {MaxIdempotencyKey}", Parameter: "Idempotency-Key"));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(request.Query + "\n"));
        hash.AppendData(body.Span);
        return new IdempotencyKey(key, $"{request.Method} {request.Path}", Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
