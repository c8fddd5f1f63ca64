using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>A call of an operation, checked: parameters and body are what the operation declares.</summary>
public sealed class OperationContext
{
    private readonly Dictionary<Parameter, object?> _values;

    internal OperationContext(ApiServices services, Operation operation, Caller caller, DateTimeOffset now, Dictionary<Parameter, object?> values)
    {
        Services = services;
        Operation = operation;
        Caller = caller;
        Now = now;
        _values = values;
    }

    /// <summary>The application.</summary>
    public ApiServices Services { get; internal set; }

    /// <summary>The operation called.</summary>
    public Operation Operation { get; }

    /// <summary>Who calls.</summary>
    public Caller Caller { get; }

    /// <summary>The clock of the whole request: the time of arrival plus the key's offset.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The body; undefined for an operation that takes none.</summary>
    public JsonElement Body { get; internal set; }

    /// <summary>The file that came, for an operation that takes one; otherwise null.</summary>
    public UploadedFile? File { get; internal set; }

    /// <summary>The <c>Idempotency-Key</c> header with what it stands for; null when there was none.</summary>
    public IdempotencyKey? Idempotency { get; internal set; }

    /// <summary>The <c>If-Match</c> header: which version the caller has seen; null when there was none.</summary>
    public string? IfMatch { get; internal set; }

    /// <summary>What the host runs once the answer is on its way.</summary>
    public AfterAnswer AfterAnswer { get; internal set; } = new();

    /// <summary>The call as the use cases of an Application take it.</summary>
    public RequestContext ForApplication => new() { ApplicationId = Caller.ApplicationId, Now = Now, Idempotency = Idempotency, AfterAnswer = AfterAnswer };

    /// <summary>The same call with another body, in a rehearsal: nothing is stored, and no answer is kept for it.</summary>
    internal OperationContext Rehearsed(JsonElement body) => new(Services.Rehearsal, Operation, Caller, Now, _values) { Body = body, IfMatch = IfMatch };

    /// <summary>The value of a declared parameter.</summary>
    public T Get<T>(Parameter<T> parameter) => (T)_values[parameter]!;

    /// <summary>The value of a parameter of the path.</summary>
    internal long PathId(string name) => (long)_values[Operation.Parameters.First(parameter => parameter.InPath && parameter.Name == name)]!;
}
