namespace Talon.Promotions;

/// <summary>The request is not valid (400).</summary>
public sealed class InvalidRequestException(IReadOnlyList<Problem> problems, string message = InvalidRequestException.Text)
    : RefusalException(message, problems)
{
    /// <summary>The documented message of a refused request.</summary>
    public const string Text = "The submitted data was invalid";

    /// <summary>A request with a single problem.</summary>
    public InvalidRequestException(Problem problem)
        : this([problem])
    {
    }
}
