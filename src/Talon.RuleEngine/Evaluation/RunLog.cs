namespace Talon.RuleEngine.Evaluation;

/// <summary>Which campaigns triggered, and why others did not.</summary>
internal sealed class RunLog
{
    public List<long> Triggered { get; } = [];

    public List<RuleFailure> Failures { get; } = [];

    public List<CampaignVerdict> Verdicts { get; } = [];

    public Mark Here => new(Triggered.Count, Failures.Count, Verdicts.Count);

    public void RollBack(in Mark mark)
    {
        Triggered.RemoveRange(mark.Triggered, Triggered.Count - mark.Triggered);
        Failures.RemoveRange(mark.Failures, Failures.Count - mark.Failures);
        Verdicts.RemoveRange(mark.Verdicts, Verdicts.Count - mark.Verdicts);
    }

    public readonly record struct Mark(int Triggered, int Failures, int Verdicts);
}
