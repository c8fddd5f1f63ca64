using Talon.Promotions;

namespace Talon.Http;

/// <summary>Makes operations of the Management API.</summary>
internal static class Manage
{
    /// <summary>One that reads the configuration.</summary>
    public static Operation Read(
        string operationId,
        string path,
        string summary,
        IReadOnlyList<Parameter> parameters,
        Schema answer,
        Func<OperationContext, Configuration, ApiResponse> handle) =>
        Read(operationId, path, summary, parameters, answer, (context, configuration, _) => Task.FromResult(handle(context, configuration)));

    /// <summary>One that reads the configuration, and more.</summary>
    public static Operation Read(
        string operationId,
        string path,
        string summary,
        IReadOnlyList<Parameter> parameters,
        Schema answer,
        Func<OperationContext, Configuration, CancellationToken, Task<ApiResponse>> handle) => new()
        {
            OperationId = operationId,
            Method = "GET",
            Path = path,
            Summary = summary,
            Authentication = Authentication.ManagementKey,
            Parameters = parameters,
            Answers = [new(200, answer, "What was asked for."), Answer.Invalid, Answer.Unauthorized, Answer.NotFound],
            Handle = async (context, cancellation) => await handle(context, await context.Services.Account.Configurations.GetAsync(cancellation), cancellation),
        };

    /// <summary>One that creates something.</summary>
    public static Operation Create(
        string operationId,
        string path,
        string summary,
        IReadOnlyList<Parameter> parameters,
        Schema request,
        Schema answer,
        Func<OperationContext, CancellationToken, Task<ApiResponse>> handle) =>
        Write("POST", operationId, path, summary, parameters, request, new(201, answer, "It was created."), handle);

    /// <summary>One that replaces something.</summary>
    public static Operation Update(
        string operationId,
        string path,
        string summary,
        IReadOnlyList<Parameter> parameters,
        Schema request,
        Schema answer,
        Func<OperationContext, CancellationToken, Task<ApiResponse>> handle) =>
        Write("PUT", operationId, path, summary, parameters, request, new(200, answer, "It was changed."), handle);

    /// <summary>One that deletes something.</summary>
    public static Operation Delete(
        string operationId,
        string path,
        string summary,
        IReadOnlyList<Parameter> parameters,
        Func<OperationContext, CancellationToken, Task> handle) => Write(
        "DELETE",
        operationId,
        path,
        summary,
        parameters,
        null,
        new(204, null, "It is gone."),
        async (context, cancellation) =>
        {
            await handle(context, cancellation);
            return ApiResponse.Empty(204);
        });

    /// <summary>One that changes something in another way.</summary>
    public static Operation Write(
        string method,
        string operationId,
        string path,
        string summary,
        IReadOnlyList<Parameter> parameters,
        Schema? request,
        Answer answer,
        Func<OperationContext, CancellationToken, Task<ApiResponse>> handle) => new()
        {
            OperationId = operationId,
            Method = method,
            Path = path,
            Summary = summary,
            Authentication = Authentication.ManagementKey,
            Parameters = parameters,
            Request = request,
            Answers = [answer, Answer.Invalid, Answer.Unauthorized, Answer.NotFound, Answer.Conflict],
            Handle = handle,
        };
}
