using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>What a campaign would have done, with the names of the API.</summary>
internal sealed record PreviewBody(string Currency, int Evaluated, int Affected, decimal Total, decimal Cost, decimal Points, IReadOnlyList<PreviewedSessionBody> Data)
{
    public static PreviewBody From(CampaignPreview preview)
    {
        var affected = preview.Sessions.Where(session => session.Effects.Count > 0).ToList();
        return new(
            preview.Currency,
            preview.Evaluated,
            affected.Count,
            affected.Sum(session => session.Total),
            affected.Sum(session => session.Cost),
            affected.Sum(session => session.Points),
            [.. preview.Sessions.Select(PreviewedSessionBody.From)]);
    }
}

/// <summary>What a campaign would have done for a session, with the names of the API.</summary>
internal sealed record PreviewedSessionBody(
    string IntegrationId,
    string ProfileId,
    DateTimeOffset At,
    decimal Total,
    decimal Cost,
    decimal Points,
    IReadOnlyList<Effect> Effects,
    IReadOnlyList<RuleFailureBody>? RuleFailureReasons)
{
    public static PreviewedSessionBody From(PreviewedSession session) => new(
        session.IntegrationId,
        session.ProfileId,
        session.At,
        session.Total,
        session.Cost,
        session.Points,
        session.Effects,
        session.Failures.Count == 0 ? null : [.. session.Failures.Select(RuleFailureBody.From)]);
}
