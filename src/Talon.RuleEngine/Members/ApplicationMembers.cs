namespace Talon.RuleEngine.Members;

/// <summary>Attributes of the Application.</summary>
internal static class ApplicationMembers
{
    public static readonly MemberTable<ApplicationSettings> Table =
        new MemberTable<ApplicationSettings>("Application", AttributeEntity.Application, (_, application) => application.Attributes)
            .Number("Id", "The server's id of the Application.", (_, application) => application.Id)
            .Text("Currency", "ISO 4217 code.", (_, application) => application.Currency);
}
