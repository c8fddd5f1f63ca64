using System.Text.Json;
using Talon.Http;

namespace Talon.Server.Tests;

/// <summary>Stands between a test and the server: every answer must be one that its operation declares, to the letter.</summary>
internal sealed class AnswerChecker : DelegatingHandler
{
    private static readonly Router Router = new(OperationTable.All);

    public AnswerChecker()
        : base(new SocketsHttpHandler())
    {
    }

    /// <summary>What is wrong with an answer; empty for nothing.</summary>
    public static IReadOnlyList<string> Check(string method, string rawPath, int status, string? contentType, ReadOnlyMemory<byte> body)
    {
        var operations = Router.Match(rawPath).Operations;
        var schema = operations is null || !operations.TryGetValue(method, out var operation)
            ? Declared(status, [Answer.NotFound, Answer.NotFound with { Status = 405 }])
            : Declared(status, operation.Answers);
        if (schema is null)
            return [$"{method} {rawPath} answered {status}, which is not declared"];
        if (schema.Schema is null)
            return body.IsEmpty && contentType is null ? [] : [$"{method} {rawPath} answered {status} with a body, where none is declared"];
        if (contentType != schema.ContentType)
            return [$"{method} {rawPath} answered with content type {contentType}"];
        if (contentType != Answer.Json)
            return [];
        var findings = new Findings(answer: true);
        schema.Schema.Check(JsonElement.Parse(body.Span, new JsonDocumentOptions { AllowDuplicateProperties = false }), findings);
        return [.. findings.Problems.Select(problem => $"{method} {rawPath} answered {status}, {problem.Pointer}: {problem.Details}")];
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var problems = Check(request.Method.Method, request.RequestUri!.AbsolutePath, (int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), body);
        Assert.True(problems.Count == 0, $"{string.Join('\n', problems)}\n{System.Text.Encoding.UTF8.GetString(body)}");
        return response;
    }

    private static Answer? Declared(int status, IReadOnlyList<Answer> answers) => answers.FirstOrDefault(answer => answer.Status == status);
}
