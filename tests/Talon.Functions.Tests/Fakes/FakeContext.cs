using Microsoft.Azure.Functions.Worker;

namespace Talon.Functions.Tests;

/// <summary>A call as the worker describes it.</summary>
internal sealed class FakeContext(CancellationToken cancellation = default) : FunctionContext
{
    private readonly FakeBindings _bindings = new();

    /// <summary>What the trigger says of itself, such as DequeueCount.</summary>
    public Dictionary<string, object?> Data => _bindings.Data;

    public override string InvocationId => "invocation";

    public override string FunctionId => "function";

    public override TraceContext TraceContext => throw new NotSupportedException();

    public override BindingContext BindingContext => _bindings;

    public override RetryContext RetryContext => throw new NotSupportedException();

    public override IServiceProvider InstanceServices { get; set; } = null!;

    public override FunctionDefinition FunctionDefinition => throw new NotSupportedException();

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features => throw new NotSupportedException();

    public override CancellationToken CancellationToken => cancellation;

    private sealed class FakeBindings : BindingContext
    {
        public Dictionary<string, object?> Data { get; } = [];

        public override IReadOnlyDictionary<string, object?> BindingData => Data;
    }
}
