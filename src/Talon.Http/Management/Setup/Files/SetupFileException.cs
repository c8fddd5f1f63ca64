namespace Talon.Http;

/// <summary>Files of a set-up that cannot be read.</summary>
/// <param name="problems">What is wrong, file by file.</param>
public sealed class SetupFileException(IReadOnlyList<SetupFileProblem> problems) : Exception(string.Join(Environment.NewLine, problems.Select(problem => $"{problem.File}: {problem.Message}")))
{
    /// <summary>What is wrong, file by file.</summary>
    public IReadOnlyList<SetupFileProblem> Problems { get; } = problems;
}
