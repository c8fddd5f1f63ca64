using Talon.Promotions;

namespace Talon.Http;

/// <summary>The set-up of one Application at one version.</summary>
/// <param name="Configuration">The configuration of the account.</param>
/// <param name="Application">The Application.</param>
internal sealed record SetupView(Configuration Configuration, Application Application)
{
    public long ApplicationId => Application.Id;

    /// <summary>The base evaluation group, which files do not name.</summary>
    public long BaseGroupId => Configuration.EvaluationGroups.First(group => group.ApplicationId == ApplicationId && group.ParentId is null).Id;
}
