using System.Globalization;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Writes refusals in the form that the operation declares.</summary>
internal static class ErrorResponses
{
    /// <summary>The answer to a refused request.</summary>
    public static ApiResponse From(RefusalException refusal, Operation? operation) => refusal switch
    {
        InvalidRequestException => Create(400, refusal.Message, refusal.Problems, operation),
        UnauthorizedException => Create(401, refusal.Message, refusal.Problems, operation),
        ForbiddenException => Create(403, refusal.Message, refusal.Problems, operation),
        TooManyRequestsException => Create(429, refusal.Message, refusal.Problems, operation) with { Headers = [new("Retry-After", "60")] },
        NotFoundException => Create(404, refusal.Message, refusal.Problems, operation),
        ConflictException => Create(409, refusal.Message, refusal.Problems, operation),
        StaleVersionException => Create(412, refusal.Message, refusal.Problems, operation),
        _ => Create(400, refusal.Message, refusal.Problems, operation),
    };

    /// <summary>The answer when the path exists, but not with this method.</summary>
    public static ApiResponse MethodNotAllowed(IEnumerable<string> allowed) =>
        Create(405, "This method is not allowed here", [], null) with { Headers = [new("Allow", string.Join(", ", allowed))] };

    /// <summary>The answer when the store does not.</summary>
    public static ApiResponse Unavailable(int retryAfterSeconds) =>
        Create(503, "The service is not available at the moment", [], null) with
        {
            Headers = [new("Retry-After", retryAfterSeconds.ToString(CultureInfo.InvariantCulture))],
        };

    /// <summary>An answer with a message and problems.</summary>
    public static ApiResponse Create(int status, string message, IReadOnlyList<Problem> problems, Operation? operation)
    {
        var declared = operation?.Answers.FirstOrDefault(answer => answer.Status == status)?.Schema;
        var body = new ErrorBody(
            message,
            problems.Count == 0 ? null : [.. problems.Select(problem => new ErrorEntry(problem.Title, problem.Details, new(problem.Pointer, problem.Parameter, problem.Line?.ToString(CultureInfo.InvariantCulture))))],
            declared == ErrorSchemas.Error ? null : status);
        return ApiResponse.Json(status, body, ApiJson.Api.ErrorBody);
    }
}
