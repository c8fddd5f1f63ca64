namespace Talon.Storage;

/// <summary>Work with a result.</summary>
/// <param name="run">Does the work, on the writer's thread.</param>
/// <param name="keep">Whether what was written stays, told by the result.</param>
internal sealed class WriteWork<T>(Func<T> run, Func<T, bool> keep) : WriteWork
{
    // The writer's thread must go on with the next group, not with what its callers do next.
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Answer => _answer.Task;

    public override bool Run() => keep(_result = run());

    public override void Complete() => _answer.TrySetResult(_result);

    public override void Fail(Exception error) => _answer.TrySetException(error);
}
