namespace Talon.RuleEngine.Explanations;

/// <summary>Puts explanations into words for a shop's support desk.</summary>
internal static class Sentence
{
    public static string Of(Explanation explanation)
    {
        if (explanation.Subject is null)
            return End(explanation.Actual ?? explanation.Required ?? explanation.Code);
        var subject = explanation.Code == "NotSet" ? explanation.Subject : Begin(explanation.Subject);
        var sentence = (explanation.Actual, explanation.Required) switch
        {
            (null, null) => subject,
            (null, var required) => $"{subject} must be {required}",
            (var actual, null) => $"{subject} is {actual}",
            var (actual, required) => $"{subject} is {actual}, but must be {required}",
        };
        return End(explanation.Change is null ? sentence : $"{sentence}: {explanation.Change}");
    }

    private static string End(string text) => text.EndsWith('.') ? text : text + ".";

    /// <summary>Plain words begin a sentence; names of attributes and functions stay as they are.</summary>
    private static string Begin(string text) =>
        text.Length > 0 && text.All(letter => char.IsLetter(letter) || letter == ' ') ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
