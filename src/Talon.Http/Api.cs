using Microsoft.Extensions.Logging;
using Talon.Promotions;
using Talon.Storage;

namespace Talon.Http;

/// <summary>The API: takes a request as a host received it, gives the answer to send.</summary>
public sealed partial class Api
{
    private const int RetryAfterSeconds = 1;

    private readonly ApiServices _services;
    private readonly IAuthenticator _authenticator;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Router _router;

    /// <summary>Creates the API over a table of operations.</summary>
    public Api(ApiServices services, IAuthenticator authenticator, TimeProvider time, ILogger<Api> logger, IReadOnlyList<Operation>? operations = null)
    {
        _services = services;
        _authenticator = authenticator;
        _time = time;
        _logger = logger;
        _router = new Router(operations ?? OperationTable.All);
    }

    /// <summary>Answers a request. Nothing that a caller sends makes it throw.</summary>
    public async Task<ApiResponse> HandleAsync(ApiRequest request, CancellationToken cancellation)
    {
        var trace = new RequestTrace { Arrived = _time.GetUtcNow() };
        var response = await AnswerAsync(request, trace, cancellation) with { AfterAnswer = trace.AfterAnswer };
        AccessLogging.Record(_services, request, trace, response);
        return response;
    }

    private async Task<ApiResponse> AnswerAsync(ApiRequest request, RequestTrace trace, CancellationToken cancellation)
    {
        Operation? operation = null;
        try
        {
            var match = _router.Match(request.Path);
            if (match.Operations is null)
                throw new NotFoundException("There is no such path");
            if (!match.Operations.TryGetValue(request.Method, out operation))
                return ErrorResponses.MethodNotAllowed(match.Operations.Keys);
            var caller = await CallAsync(request, operation, trace, cancellation);
            var call = await RequestReader.ReadAsync(request, operation, match.Values, caller, trace, cancellation);
            call.AfterAnswer = trace.AfterAnswer;
            return await operation.Handle(call, cancellation);
        }
        catch (RefusalException refusal)
        {
            if (trace.ApplicationId == 0)
                trace.ApplicationId = refusal.ApplicationId ?? 0;
            return ErrorResponses.From(refusal, operation);
        }
        catch (StorageUnavailableException exception)
        {
            LogUnavailable(_logger, operation?.OperationId, exception);
            return ErrorResponses.Unavailable(RetryAfterSeconds);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ErrorResponses.Unavailable(RetryAfterSeconds);
        }
#pragma warning disable CA1031 // The last resort: whatever went wrong, the caller gets an answer and the operator the cause.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(_logger, operation?.OperationId, exception);
            return ErrorResponses.Create(500, "The request failed for an unknown reason", [], null);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Storage did not answer during {OperationId}")]
    private static partial void LogUnavailable(ILogger logger, string? operationId, Exception exception);

    [LoggerMessage(LogLevel.Error, "{OperationId} failed")]
    private static partial void LogFailed(ILogger logger, string? operationId, Exception exception);

    private async Task<(ApiServices Services, Caller Caller, DateTimeOffset Now)> CallAsync(
        ApiRequest request, Operation operation, RequestTrace trace, CancellationToken cancellation)
    {
        if (operation is { Authentication: Authentication.None, ChecksAddress: false })
            return (_services, Caller.Anonymous, trace.Arrived);
        var caller = await _authenticator.AuthenticateAsync(request.Header("Authorization"), request.Address, operation.Authentication, cancellation);
        trace.ApplicationId = caller.ApplicationId;
        if (caller.Key is { } key)
            _services.Promotions.KeyUses.Note(key, trace.Arrived, trace.AfterAnswer);
        return (_services, caller, trace.Arrived + caller.TimeOffset);
    }
}
