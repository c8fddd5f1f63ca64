using Talon.Promotions;

namespace Talon.Http;

/// <summary>One operation of the API: where it is, what it takes, what it answers, and what it does.</summary>
/// <remarks>The router, the checks, the published description and the tests all read this.</remarks>
public sealed record Operation
{
    /// <summary>Its name in the API, such as <c>updateCustomerSessionV2</c>.</summary>
    public required string OperationId { get; init; }

    /// <summary>The method, in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The path, with parameters in braces: <c>/v2/customer_sessions/{customerSessionId}</c>.</summary>
    public required string Path { get; init; }

    /// <summary>One sentence on what it does.</summary>
    public required string Summary { get; init; }

    /// <summary>The key it asks for.</summary>
    public required Authentication Authentication { get; init; }

    /// <summary>Path and query parameters. Every brace in <see cref="Path"/> has one.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>The JSON body; null when the operation takes none, and whatever is sent is not read.</summary>
    public Schema? Request { get; init; }

    /// <summary>Whether the body is a file rather than JSON; see <see cref="UploadedFile"/>.</summary>
    public bool TakesFile { get; init; }

    /// <summary>Largest body in bytes; 1 MiB unless the operation takes many entities.</summary>
    public int MaxBody { get; init; } = 1024 * 1024;

    /// <summary>Whether the account's addresses matter, where no key is asked for.</summary>
    public bool ChecksAddress { get; init; } = true;

    /// <summary>Whether the <c>Idempotency-Key</c> header means anything.</summary>
    public bool Idempotent { get; init; }

    /// <summary>The answers it may give.</summary>
    public required IReadOnlyList<Answer> Answers { get; init; }

    /// <summary>
    /// Whether a call of the wrong shape is rehearsed, so that what stored data speaks against is reported along with it;
    /// see <see cref="Rehearsal"/>. Not where that would take long, or where a try counts.
    /// </summary>
    public bool Rehearses { get; init; } = true;

    /// <summary>Looks for problems between parameters and body. Runs on every call; the body may have any shape.</summary>
    public Action<OperationContext, List<Problem>>? Review { get; init; }

    /// <summary>Whether a staging key may call it in this way.</summary>
    public Func<OperationContext, bool> AllowsStaging { get; init; } = static _ => false;

    /// <summary>Does the work; throws a <see cref="RefusalException"/> to refuse.</summary>
    public required Func<OperationContext, CancellationToken, Task<ApiResponse>> Handle { get; init; }
}
