using Talon.RuleEngine.Functions;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Members;

/// <summary><c>Achievements</c>: an achievement, and what is read of it.</summary>
internal static class AchievementRoot
{
    private static readonly (string Name, TalangType Type, string Summary)[] Members =
    [
        ("Progress", TalangType.Number, "The customer's progress."),
        ("Target", TalangType.Number, "The goal."),
        ("Status", TalangType.String, "not_started, inprogress or completed."),
    ];

    public static readonly Root Root = new(["Achievements"], Read, () => Members);

    private static Expression Read(Binder binder, PathNames path)
    {
        if (path.Next() is not { } name || binder.Vocabulary.Find("achievement", Value.Of(name), 0) is not NamedEntity achievement)
            return binder.Refuse(path.Here, "Name an achievement.", "an existing achievement", path.Text);
        var id = achievement.Id;
        return path.Next() switch
        {
            "Progress" => new Expression<decimal>(TalangType.Number, scope => Progress.Of(scope, id)?.Value ?? 0) { Path = path.Text },
            "Target" => new Expression<decimal>(TalangType.Number, scope => Progress.Of(scope, id)?.Facts.Target ?? 0) { Path = path.Text },
            "Status" => new Expression<string>(TalangType.String, scope => Status(Progress.Of(scope, id))) { Path = path.Text },
            _ => binder.Refuse(path.Here, "Name what to read of the achievement.", string.Join(", ", Members.Select(member => member.Name)), path.Text),
        };
    }

    private static string Status(Progress? progress) =>
        progress is not { Started: true } started ? "not_started" : started.Completed ? "completed" : "inprogress";
}
