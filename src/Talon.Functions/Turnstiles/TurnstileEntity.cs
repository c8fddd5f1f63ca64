using Microsoft.DurableTask.Entities;
using Talon.Promotions;

namespace Talon.Functions;

/// <summary>The entity that orders turns at one contended id. It has no state while nobody is at it.</summary>
public sealed class TurnstileEntity : ITaskEntity
{
    /// <summary>The name of the entity and its function.</summary>
    public const string Name = "Turnstile";

    /// <summary>The one operation; its input is a <see cref="TurnSignal"/>.</summary>
    public const string SignalOperation = "signal";

    /// <inheritdoc/>
    public ValueTask<object?> RunAsync(TaskEntityOperation operation)
    {
        if (operation.Name != SignalOperation || operation.GetInput<TurnSignal>() is not { } signal)
            throw new InvalidOperationException($"A turnstile knows no operation {operation.Name}.");
        var next = (operation.State.GetState<Turnstile>() ?? Turnstile.Empty).After(signal);
        operation.State.SetState(next.IsEmpty && next.Refused.Count == 0 ? null : next);
        return default;
    }
}
