using Talon.Http;

namespace Talon.Server.Tests;

public sealed class ListTests
{
    /// <summary>Lists that have their bounds otherwise: a span of time, and what is asked for by name.</summary>
    private static readonly string[] Bounded = ["getCampaignAnalytics", "getAudiencesAnalytics"];

    public static TheoryData<string> Lists =>
    [
        .. from operation in OperationTable.All
           where operation.Method == "GET" && operation.Authentication == Authentication.ManagementKey && !Bounded.Contains(operation.OperationId)
           where operation.Answers.Any(answer => answer.Schema is ObjectSchema schema && schema.Properties.Any(property => property is { Name: "data", Schema: ArraySchema }))
           select operation.OperationId,
    ];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_list_pages(string operationId)
    {
        var operation = OperationTable.All.Single(one => one.OperationId == operationId);

        Assert.Contains(operation.Parameters, parameter => parameter.Name == "pageSize");
        Assert.Contains(operation.Parameters, parameter => parameter.Name == "skip");
    }
}
