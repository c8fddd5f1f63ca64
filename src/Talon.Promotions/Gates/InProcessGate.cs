using Talon.Storage;

namespace Talon.Promotions;

/// <summary>The gate of a deployment with one process, which knows by itself what requests it runs.</summary>
public sealed class InProcessGate(TimeProvider clock) : IGate
{
    private readonly Dictionary<string, LinkedList<TaskCompletionSource>> _waiting = [];

    /// <inheritdoc/>
    public ValueTask<IGateTurn?> TryEnterAsync(string id, string? request, CancellationToken cancellation)
    {
        lock (_waiting)
            return new(_waiting.TryAdd(id, []) ? new Turn(this, id) : null);
    }

    /// <inheritdoc/>
    public async ValueTask<IGateTurn> EnterAsync(string id, string? request, CancellationToken cancellation)
    {
        LinkedListNode<TaskCompletionSource> place;
        lock (_waiting)
        {
            if (!_waiting.TryGetValue(id, out var queue))
            {
                _waiting[id] = [];
                return new Turn(this, id);
            }

            if (queue.Count == GateRefusal.MostWaiting)
                throw GateRefusal.Create();
            place = queue.AddLast(new TaskCompletionSource());
        }

        try
        {
            await place.Value.Task.WaitAsync(GateRefusal.Patience, clock, cancellation);
        }
        catch (Exception gone) when (gone is TimeoutException or OperationCanceledException)
        {
            if (!Withdraw(id, place))
                Leave(id);
            if (gone is TimeoutException)
                throw GateRefusal.Create();
            throw;
        }

        return new Turn(this, id);
    }

    /// <summary>False when the turn came at the very moment of giving up.</summary>
    private bool Withdraw(string id, LinkedListNode<TaskCompletionSource> place)
    {
        lock (_waiting)
        {
            if (place.List is null)
                return false;
            _waiting[id].Remove(place);
            return true;
        }
    }

    private void Leave(string id)
    {
        TaskCompletionSource next;
        lock (_waiting)
        {
            if (_waiting[id].First is not { } first)
            {
                _waiting.Remove(id);
                return;
            }

            _waiting[id].RemoveFirst();
            next = first.Value;
        }

        next.SetResult();
    }

    private sealed class Turn(InProcessGate gate, string id) : IGateTurn
    {
        private bool _left;

        public Change? Exit => null;

        public void Exited()
        {
        }

        public ValueTask LeaveAsync()
        {
            if (!_left)
                gate.Leave(id);
            _left = true;
            return ValueTask.CompletedTask;
        }
    }
}
