namespace Talon.RuleEngine.Knowledge;

/// <summary>How to take back what an evaluation did, step by step.</summary>
internal sealed class Journal
{
    private readonly List<Action> _steps = [];

    public int Position => _steps.Count;

    public void Record(Action takeBack) => _steps.Add(takeBack);

    /// <summary>Takes back everything since a position.</summary>
    public void RollBack(int position)
    {
        for (var i = _steps.Count - 1; i >= position; i--)
            _steps[i]();
        _steps.RemoveRange(position, _steps.Count - position);
    }
}
