namespace Talon.Storage;

/// <summary>Runs asynchronous work on the calling thread, each continuation in the order in which it became ready.</summary>
internal sealed class OneThread : SynchronizationContext
{
    private readonly object _gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _ready = new();
    private bool _ended;

    private OneThread()
    {
    }

    /// <summary>Runs the work to its end, and throws what it throws. What it left running goes on in the thread pool.</summary>
    public static void Run(Func<Task> work)
    {
        var before = Current;
        var thread = new OneThread();
        SetSynchronizationContext(thread);
        try
        {
            var task = work();
            task.ContinueWith(_ => thread.Post(static _ => { }, null), TaskScheduler.Default);
            while (!task.IsCompleted)
                thread.RunNext();
            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
            thread.End();
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            if (!_ended)
            {
                _ready.Enqueue((d, state));
                Monitor.Pulse(_gate);
                return;
            }
        }

        base.Post(d, state);
    }

    private void RunNext()
    {
        (SendOrPostCallback Callback, object? State) next;
        lock (_gate)
        {
            while (!_ready.TryDequeue(out next))
                Monitor.Wait(_gate);
        }

        next.Callback(next.State);
    }

    private void End()
    {
        lock (_gate)
            _ended = true;
        while (_ready.TryDequeue(out var left))
            base.Post(left.Callback, left.State);
    }
}
