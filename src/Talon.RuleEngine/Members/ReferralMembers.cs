namespace Talon.RuleEngine.Members;

/// <summary>Attributes of the referral entered.</summary>
internal static class ReferralMembers
{
    public static readonly MemberTable<ReferralState> Table =
        new MemberTable<ReferralState>("Referral", AttributeEntity.Referral, (_, referral) => referral.Attributes)
            .Text("Code", "The code.", (_, referral) => referral.Code)
            .Number("Id", "The server's id of the referral.", (_, referral) => referral.Id)
            .Text("AdvocateProfileIntegrationId", "The customer whose referral it is.", (_, referral) => referral.AdvocateIntegrationId)
            .Text("FriendProfileIntegrationId", "The only friend who may use it.", (_, referral) => referral.FriendIntegrationId)
            .Number("UsageLimit", "Most redemptions; 0 for unlimited.", (_, referral) => referral.UsageLimit)
            .Number("UsageCounter", "Redemptions so far.", (scope, referral) => scope.Known.Used(LimitKey.ReferralUses(referral.Id)))
            .Time("StartDate", "Valid from.", (_, referral) => referral.StartDate)
            .Time("ExpiryDate", "No longer valid from.", (_, referral) => referral.ExpiryDate);
}
